using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Where a sentence stands, as a specific resource of the Web Annotation data model: by its place and by its words, each enough to find it.</summary>
internal static class WebAnnotation
{
    // Characters of context on either side, as annotation tools keep them.
    private const int Context = 32;

    /// <summary>Writes the resource as the value of a property.</summary>
    public static void Write(Utf8JsonWriter json, string name, RecordedClaim recorded)
    {
        var (text, span) = (recorded.Document.Text, recorded.Evidence.Span);
        json.WriteStartObject(name);
        json.WriteString("@type", "oa:SpecificResource");
        json.WriteStartObject("oa:hasSource");
        json.WriteString("@id", Address(recorded.Evidence.TextId));
        json.WriteEndObject();
        json.WriteStartArray("oa:hasSelector");
        json.WriteStartObject();
        json.WriteString("@type", "oa:TextPositionSelector");
        var start = CodePoints(text.AsSpan(0, span.Start));
        json.WriteNumber("oa:start", start);
        json.WriteNumber("oa:end", start + CodePoints(text.AsSpan(span.Start, span.Length)));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("@type", "oa:TextQuoteSelector");
        json.WriteString("oa:prefix", Before(text, span.Start));
        json.WriteString("oa:exact", recorded.Evidence.Quote);
        json.WriteString("oa:suffix", After(text, span.End));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A hash of content as an address (RFC 6920).</summary>
    /// <param name="hash"><c>sha256:</c> and 64 hexadecimal digits.</param>
    public static string Address(string hash)
    {
        const string Scheme = "sha256:";
        if (!hash.StartsWith(Scheme, StringComparison.Ordinal)) throw new ArgumentException($"'{hash}' is no hash of content.", nameof(hash));
        return "ni:///sha-256;" + Convert.ToBase64String(Convert.FromHexString(hash.AsSpan(Scheme.Length))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    // The model counts code points, our spans UTF-16 code units.
    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i])) pairs++;
        return text.Length - pairs;
    }

    private static string Before(string text, int end)
    {
        var start = Math.Max(0, end - Context);
        return text[(start > 0 && char.IsLowSurrogate(text[start]) ? start + 1 : start)..end];
    }

    private static string After(string text, int start)
    {
        var end = Math.Min(text.Length, start + Context);
        return text[start..(end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end)];
    }
}
