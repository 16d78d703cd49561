using System.Globalization;
using System.Text.Json;

namespace Rapporteur.Plugs;

/// <summary>What a program gave with its question, checked against the parameters.</summary>
public sealed class McpArguments
{
    private const int LongestText = 10_000;

    private readonly IReadOnlyDictionary<string, JsonElement> _given;

    /// <summary>Checks arguments; throws <see cref="McpRefusalException"/> for the first that is wrong.</summary>
    /// <param name="tool">The question.</param>
    /// <param name="given">What was given, by name.</param>
    internal McpArguments(McpTool tool, IEnumerable<KeyValuePair<string, JsonElement>>? given)
    {
        _given = (given ?? []).Where(pair => pair.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var names = tool.Parameters.Select(p => p.Name).ToList();
        if (_given.Keys.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw new McpRefusalException($"{tool.Name} takes no '{Short(unknown)}'; it takes {string.Join(", ", names)}.");
        foreach (var parameter in tool.Parameters) Check(tool, parameter);
    }

    /// <summary>The text; null where none was given.</summary>
    /// <param name="name">Name of a text parameter.</param>
    public string? Text(string name) => _given.TryGetValue(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>The number; null where none was given.</summary>
    /// <param name="name">Name of a number parameter.</param>
    public int? Number(string name) => _given.TryGetValue(name, out var value) ? value.GetInt32() : null;

    /// <summary>Whether it was given as true.</summary>
    /// <param name="name">Name of a truth parameter.</param>
    public bool Truth(string name) => _given.TryGetValue(name, out var value) && value.GetBoolean();

    private void Check(McpTool tool, McpParameter parameter)
    {
        if (!_given.TryGetValue(parameter.Name, out var value))
        {
            if (parameter.IsRequired) throw new McpRefusalException($"{tool.Name} needs '{parameter.Name}': {parameter.Description}");
            return;
        }

        var fits = parameter.Kind switch
        {
            McpKind.Truth => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            McpKind.Number => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var n) && n >= parameter.Least && n <= parameter.Most,
            _ => value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestText } text && (parameter.Choices.IsEmpty || parameter.Choices.Contains(text)),
        };
        if (!fits) throw new McpRefusalException($"'{parameter.Name}' takes {Wanted(parameter)}.");
    }

    private static string Wanted(McpParameter parameter) => parameter.Kind switch
    {
        McpKind.Truth => "true or false",
        McpKind.Number => parameter.Most < int.MaxValue ? string.Create(CultureInfo.InvariantCulture, $"a whole number from {parameter.Least} to {parameter.Most}") : string.Create(CultureInfo.InvariantCulture, $"a whole number from {parameter.Least}"),
        _ => parameter.Choices.IsEmpty ? $"a text of at most {LongestText} characters" : $"one of {string.Join(", ", parameter.Choices)}",
    };

    private static string Short(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
