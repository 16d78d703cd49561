using System.Text.Json.Nodes;

namespace Rapporteur.Tests;

/// <summary>What an object has to hold: <c>field=value; field.inner~words</c>, where <c>=</c> is the whole value and <c>~</c> a part of it. A path before a colon, <c>claims: type=threat</c>, asks it of one
/// of the objects there. A list holds what one of its members holds.</summary>
internal static class Expectation
{
    public static bool Holds(JsonNode node, string expectation)
    {
        var colon = expectation.IndexOf(": ", StringComparison.Ordinal);
        var scoped = colon > 0 && !expectation.AsSpan(0, colon).ContainsAny('=', '~');
        var conditions = (scoped ? expectation[(colon + 2)..] : expectation).Split("; ");
        return At(node, scoped ? expectation[..colon].Split('.') : []).Any(n => conditions.All(c => Meets(n, c)));
    }

    private static bool Meets(JsonNode node, string condition)
    {
        var sign = condition.IndexOfAny(['=', '~']);
        if (sign < 1) throw new InvalidDataException($"'{condition}' has neither = nor ~.");
        var (path, value) = (condition[..sign].Split('.'), condition[(sign + 1)..]);
        var found = Values(node, path);
        if (condition[sign] == '=') return value.Length == 0 ? found.All(f => f.Length == 0) : found.Contains(value);
        return found.Any(f => f.Contains(value, StringComparison.Ordinal));
    }

    private static IEnumerable<JsonNode> At(JsonNode? node, string[] path)
    {
        if (node is JsonArray list) return list.SelectMany(n => At(n, path));
        if (node is null) return [];
        return path.Length == 0 ? [node] : node is JsonObject member && member.ContainsKey(path[0]) ? At(member[path[0]], path[1..]) : [];
    }

    private static List<string> Values(JsonNode node, string[] path) => [.. At(node, path).OfType<JsonValue>().Select(v => v.ToString())];
}

/// <summary>A line of <c>rapporteur read --json</c> with words in place of spans and names in place of ids.</summary>
internal static class Spelled
{
    public static JsonNode Out(JsonNode line)
    {
        var text = line["document"]!["text"]!.GetValue<string>();
        var names = line["actors"]!.AsArray().ToDictionary(a => a!["id"]!.GetValue<string>(), a => a!["name"]!.GetValue<string>(), StringComparer.Ordinal);
        return Out(line, text, names)!;
    }

    private static JsonNode? Out(JsonNode? node, string text, Dictionary<string, string> names) => node switch
    {
        JsonObject { Count: 2 } span when span.ContainsKey("start") && span.ContainsKey("end") => text[span["start"]!.GetValue<int>()..span["end"]!.GetValue<int>()],
        JsonObject whole => new JsonObject(whole.Select(p => KeyValuePair.Create(p.Key, p.Key is "text" or "id" ? p.Value?.DeepClone() : Out(p.Value, text, names)))),
        JsonArray list => new JsonArray([.. list.Select(n => Out(n, text, names))]),
        JsonValue value when value.TryGetValue<string>(out var id) && names.TryGetValue(id, out var name) => name,
        _ => node?.DeepClone(),
    };
}

/// <summary>The lines and cards of a brief, each with its section and the heading that it stands under.</summary>
internal static class BriefLines
{
    public static List<JsonNode> Of(JsonNode brief)
    {
        var lines = new List<JsonNode>();
        foreach (var source in brief["sources"]!.AsArray())
            lines.Add(new JsonObject { ["section"] = "sources", ["text"] = source!.ToJsonString() });
        foreach (var section in brief["sections"]!.AsArray()) Walk(section!["blocks"], section["id"]!.GetValue<string>(), "", lines);
        return lines;
    }

    private static void Walk(JsonNode? node, string section, string heading, List<JsonNode> lines)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Walk(item, section, heading, lines);
            return;
        }

        if (node is not JsonObject block) return;
        var title = Text(block["heading"]) is { Length: > 0 } own ? own : Text(block["title"]) is { Length: > 0 } named ? named : heading;
        if (block.ContainsKey("citations") || block["kind"]?.ToString() is "card")
            lines.Add(new JsonObject { ["section"] = section, ["heading"] = title, ["text"] = block["text"]?.ToString() ?? "", ["badges"] = Badges(block["badges"]), ["quote"] = Quotes(block["citations"]) });
        foreach (var (name, inner) in block)
            if (name is not ("parts" or "badges" or "citations" or "heading")) Walk(inner, section, title, lines);
    }

    private static string Text(JsonNode? parts) => parts is JsonArray list ? string.Concat(list.Select(p => p?["text"]?.ToString())) : parts is JsonValue value ? value.ToString() : "";

    private static JsonArray Badges(JsonNode? badges) => new([.. (badges as JsonArray ?? []).Select(b => (JsonNode?)b?["code"]?.ToString())]);

    private static JsonArray Quotes(JsonNode? citations) => new([.. (citations as JsonArray ?? []).Select(c => (JsonNode?)c?["quote"]?.ToString())]);
}
