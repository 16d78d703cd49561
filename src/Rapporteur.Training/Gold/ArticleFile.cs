using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Rapporteur.Training;

/// <summary>
/// An article annotated by hand in lines (<c>docs/formats/annotated-articles.md</c>): head, actors, then one sentence a line with its annotations indented below it.
/// It is turned into the JSON of <see cref="GoldFolder"/>, so that both forms are read by the same code.
/// </summary>
internal sealed class ArticleFile
{
    private const string Indent = "  ";
    private static readonly ImmutableArray<string> Spans = ["cue", "what", "if", "then", "consequence", "time"];
    private static readonly ImmutableArray<string> Lists = ["to", "participants", "about"];
    private static readonly ImmutableArray<string> Words = ["quoted", "polarity", "modality", "form", "status", "kind", "when", "due", "where"];

    private readonly JsonObject _head = [];
    private readonly JsonArray _actors = [], _times = [], _claims = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal) { Domain.Actor.Narrator };
    private readonly ArticleText _text;

    private ArticleFile(string id, string[] lines)
    {
        _head["id"] = id;
        var (actors, text) = (Array.IndexOf(lines, "actors"), Array.IndexOf(lines, "text"));
        if (actors < 0 || text < actors) throw new FormatException("The file needs a line “actors” and after it a line “text”.");
        for (var i = 0; i < actors; i++) At(i, lines[i], Head);
        for (var i = actors + 1; i < text; i++) At(i, lines[i], Actor);
        _text = new(lines, text + 1, Indent);
        foreach (var (number, line, sentence) in _text.Annotations) At(number, line, annotation => Annotation(annotation, sentence));
    }

    /// <summary>The text of a file and its annotation as JSON. Throws <see cref="FormatException"/> that names the line.</summary>
    /// <param name="id">Name of the article.</param>
    /// <param name="lines">Lines of the file.</param>
    public static (string Text, string Json) Read(string id, string[] lines)
    {
        var file = new ArticleFile(id, lines);
        var json = new JsonObject { ["document"] = file._head, ["actors"] = file._actors, ["times"] = file._times, ["claims"] = file._claims };
        return (file._text.Text, json.ToJsonString());
    }

    private static void At(int number, string line, Action<string> read)
    {
        if (line.Trim().Length == 0) return;
        try
        {
            read(line.Trim());
        }
        catch (FormatException e)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {number + 1}: {e.Message}"), e);
        }
    }

    private void Head(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) throw new FormatException("Expected “name: value”.");
        _head[line[..colon].Trim()] = line[(colon + 1)..].Trim();
    }

    private void Actor(string line)
    {
        if (line.Split('|', StringSplitOptions.TrimEntries) is not [var id, var name, var kind, var role, var of, var aliases])
            throw new FormatException("An actor is “id | name | kind | role | of | alias; alias”.");
        if (!_known.Add(id)) throw new FormatException($"The actor {id} is there twice.");
        var actor = new JsonObject { ["id"] = id, ["name"] = name, ["kind"] = kind, ["aliases"] = Strings(aliases.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) };
        if (role.Length > 0) actor["role"] = role;
        if (of.Length > 0) actor["of"] = of;
        _actors.Add(actor);
    }

    private void Annotation(string line, ArticleText.Sentence sentence)
    {
        var fields = line.Split(" | ", StringSplitOptions.TrimEntries);
        if (fields[0].StartsWith('~'))
        {
            if (fields.Length != 3) throw new FormatException("A time is “~ words | value | type”.");
            var time = _text.Find(fields[0][1..].Trim(), sentence);
            (time["value"], time["type"]) = (fields[1], fields[2]);
            _times.Add(time);
            return;
        }

        var claim = new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"c{_claims.Count + 1:000}"),
            ["type"] = fields[0],
            ["evidence"] = _text.Span(sentence.Start, sentence.End),
        };
        foreach (var field in fields.AsSpan(1))
        {
            var space = field.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0) throw new FormatException($"The field “{field}” has no value.");
            Set(claim, field[..space], field[space..].Trim(), sentence);
        }

        _claims.Add(claim);
    }

    private void Set(JsonObject claim, string name, string value, ArticleText.Sentence sentence)
    {
        if (name is "by" or "holder") claim[name] = Known(value);
        else if (Lists.Contains(name)) claim[name] = Strings(value.Split(',', StringSplitOptions.TrimEntries).Select(Known));
        else if (Spans.Contains(name)) claim[name] = _text.Find(value, sentence);
        else if (Words.Contains(name)) claim[name] = value;
        else if (name == "content") Items(claim, name).Add(_text.FindFrom(value, sentence));
        else if (name == "quantity") Items(claim, "quantities").Add(Quantity(value));
        else throw new FormatException($"There is no field “{name}”.");
    }

    private static JsonArray Items(JsonObject claim, string name)
    {
        if (claim[name] is JsonArray there) return there;
        var items = new JsonArray();
        claim[name] = items;
        return items;
    }

    private static JsonObject Quantity(string value) =>
        value.Split(' ', 2) is [var number, var unit] && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
            ? new() { ["value"] = amount, ["unit"] = unit }
            : throw new FormatException("A quantity is a number and its unit.");

    private string Known(string actor) => _known.Contains(actor) ? actor : throw new FormatException($"The actor {actor} is not listed.");

    private static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];
}
