using System.Collections.Immutable;
using Rapporteur.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Rapporteur.Reading;

/// <summary>The YAML between two lines of dashes at the top of a text: title, date, publisher, marking, rights.</summary>
/// <param name="Length">Characters that it takes, its closing line included; 0 where there is none.</param>
/// <param name="Values">Its plain values by key in lower case; lists and mappings are left out.</param>
internal sealed record FrontMatter(int Length, ImmutableSortedDictionary<string, string> Values)
{
    private const int Longest = 16_384;

    public static FrontMatter None { get; } = new(0, ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal));

    public string? Title => First("title", "headline");

    public string? Publisher => First("publisher", "outlet", "source", "site");

    public string? Rights => First("rights", "license", "licence", "copyright");

    public Edtf? Published => MetadataDate.Parse(First("published", "date", "datepublished", "pubdate", "publication_date"));

    public Marking Marking => MarkingWords.Parse(First("marking", "tlp", "classification")) ?? Marking.Unmarked;

    /// <summary>Reads it; <see cref="None"/> where the text does not begin with one or it is no YAML mapping.</summary>
    public static FrontMatter Read(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal) && !text.StartsWith("---\r\n", StringComparison.Ordinal)) return None;
        var start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        for (var at = start; at < text.Length && at < Longest;)
        {
            var next = text.IndexOf('\n', at);
            var end = next < 0 ? text.Length : next;
            if (text.AsSpan(at, end - at).TrimEnd() is "---" or "...") return Parse(text[start..at]) is { Count: > 0 } values ? new(end, values) : None;
            if (next < 0) break;
            at = next + 1;
        }

        return None;
    }

    private string? First(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (Values.TryGetValue(key, out var value) && value.Length > 0) return value;
        return null;
    }

    private static ImmutableSortedDictionary<string, string> Parse(string yaml)
    {
        var values = None.Values.ToBuilder();
        try
        {
            var parser = new YamlDotNet.Core.Parser(new StringReader(yaml));
            var depth = 0;
            string? key = null;
            while (parser.MoveNext())
            {
                switch (parser.Current)
                {
                    case MappingStart or SequenceStart:
                        depth++;
                        key = null;
                        break;
                    case MappingEnd or SequenceEnd:
                        depth--;
                        break;
                    case Scalar scalar when depth == 1 && key is null:
                        key = scalar.Value.ToLowerInvariant();
                        break;
                    case Scalar scalar when depth == 1 && key is not null:
                        values.TryAdd(key, scalar.Value.Trim());
                        key = null;
                        break;
                    default:
                        break;
                }
            }
        }
        catch (YamlException)
        {
            // Dashes over a text that is no YAML are part of the text.
            return None.Values;
        }

        return values.ToImmutable();
    }
}
