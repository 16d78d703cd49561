using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Turns the spans of an annotation (code points, or the words and which occurrence) into UTF-16 spans of its text.</summary>
/// <param name="text">The text annotated.</param>
internal sealed class GoldSpans(string text)
{
    private readonly int[]? _units = Units(text);

    public string Text => text;

    /// <summary>The span of an object with <c>start</c>, <c>end</c> and <c>q</c>, or with <c>q</c> and <c>n</c>.</summary>
    public TextSpan Read(JsonElement span)
    {
        var words = span.GetProperty("q").GetString()!;
        TextSpan found;
        if (span.TryGetProperty("start", out var start))
        {
            found = new(Unit(start.GetInt32()), Unit(span.GetProperty("end").GetInt32()));
        }
        else
        {
            var occurrence = span.TryGetProperty("n", out var n) ? n.GetInt32() : 1;
            var at = -1;
            for (var i = 0; i < occurrence; i++) at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            found = new(at, at + words.Length);
        }

        if (found.Start < 0 || found.End > text.Length || !text.AsSpan(found.Start, found.Length).SequenceEqual(words))
            throw new FormatException($"The words “{words}” do not stand at {found.Start}.");
        return found;
    }

    /// <summary>The span of a member; null where it is missing or null.</summary>
    public TextSpan? Read(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Read(value) : null;

    private int Unit(int point) => _units is null ? point : _units[point];

    // Offsets in UTF-16 units by code point; null where both are the same.
    private static int[]? Units(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return null;
        var units = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) units.Add(i);
        units.Add(text.Length);
        return [.. units];
    }
}
