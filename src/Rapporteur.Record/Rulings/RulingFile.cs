using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Rapporteur.Record;

/// <summary>Reads a file of requests for rulings, one JSON object a line: <c>verdict</c>, <c>of</c> (a string or a list), <c>by</c>, <c>reason</c>, <c>value</c>, <c>type</c>, <c>words</c>,
/// <c>set</c> (an object of fields and values), <c>time</c>; of a note also <c>likelihood</c> and <c>confidence</c>.</summary>
public static class RulingFile
{
    /// <summary>One line: the request, or what is wrong with it; blank lines and lines that begin with <c>#</c> are left out.</summary>
    /// <param name="Number">Number of the line, from 1.</param>
    /// <param name="Request">The request; null where the line cannot be understood.</param>
    /// <param name="Time">When the person ruled; null where the line does not say.</param>
    /// <param name="Error">What is wrong; null where nothing is.</param>
    public sealed record Line(int Number, RulingRequest? Request, DateTimeOffset? Time, string? Error);

    /// <summary>The lines of a file.</summary>
    /// <param name="lines">Lines of text.</param>
    /// <param name="author">Who rules where a line does not say; null for nobody.</param>
    public static IEnumerable<Line> Read(IEnumerable<string> lines, string? author)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#')) continue;
            yield return Parse(number, line, author);
        }
    }

    // As docs/formats/ruling.schema.json has them.
    private const string Fields = "verdict, of, by, reason, value, type, words, set, time, likelihood, confidence";

    private static readonly FrozenSet<string> Known = Fields.Split(", ").ToFrozenSet(StringComparer.Ordinal);

    private static Line Parse(int number, string line, string? author)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return new(number, null, null, "expected one JSON object on the line");
            foreach (var field in root.EnumerateObject())
                if (!Known.Contains(field.Name)) return new(number, null, null, $"there is no field “{field.Name}”; use {Fields}");
            string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
            if (Text("verdict") is not { } verdict) return new(number, null, null, "the verdict is missing");
            DateTimeOffset? time = Text("time") is { } spelled ? DateTimeOffset.Parse(spelled, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;
            var request = new RulingRequest
            {
                Verdict = verdict,
                Author = Text("by") ?? author ?? "",
                Of = Of(root),
                Reason = Text("reason"),
                Value = Text("value"),
                Type = Text("type"),
                Words = Text("words"),
                Set = root.TryGetProperty("set", out var set) ? [.. set.EnumerateObject().Select(f => (f.Name, f.Value.ValueKind == JsonValueKind.Null ? "" : f.Value.GetString()!))] : [],
            };
            return new(number, request.With(Text("likelihood"), Text("confidence")), time, null);
        }
        catch (JsonException)
        {
            return new(number, null, null, "the line is no JSON");
        }
        catch (InvalidOperationException)
        {
            return new(number, null, null, "a value is of the wrong kind: write strings, “of” as a string or a list of strings, “set” as an object of strings");
        }
        catch (RulingException wrong)
        {
            return new(number, null, null, wrong.Message);
        }
        catch (FormatException)
        {
            return new(number, null, null, "the time is none; write it as 2025-10-22T14:00:00Z");
        }
    }

    private static ImmutableArray<string> Of(JsonElement root) =>
        !root.TryGetProperty("of", out var of) || of.ValueKind == JsonValueKind.Null ? []
        : of.ValueKind == JsonValueKind.Array ? [.. of.EnumerateArray().Select(Named)]
        : [Named(of)];

    private static string Named(JsonElement of) => of.GetString() ?? throw new InvalidOperationException("Nothing is named.");
}
