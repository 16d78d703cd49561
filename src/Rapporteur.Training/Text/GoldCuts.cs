using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>The right tokens and sentences of one text, known by the text's checksum alone.</summary>
/// <param name="Part">Part of the set the text belongs to.</param>
/// <param name="Checksum">SHA-256 of the file's bytes, in small hexadecimal digits.</param>
/// <param name="Tokens">Spans of the tokens in UTF-16 code units, in text order.</param>
/// <param name="Sentences">Spans of the sentences.</param>
public sealed record GoldCuts(string Part, string Checksum, ImmutableArray<TextSpan> Tokens, ImmutableArray<TextSpan> Sentences)
{
    /// <summary>Where the set of news articles lies below the data folder.</summary>
    public const string News = "evaluation/news-sentences.tsv";

    /// <summary>Reads a set: a line <c>part TAB checksum</c> begins a text, each line after it holds the tokens of one sentence as <c>start-end</c>, parted by blanks.
    /// Throws <see cref="FormatException"/> where a line is neither.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="path">Path below it.</param>
    public static ImmutableArray<GoldCuts> Load(DataFolder data, string path = News)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Read(data.Lines(path));
    }

    /// <summary>Reads the lines of a set; comments are left out before.</summary>
    /// <param name="lines">Lines.</param>
    public static ImmutableArray<GoldCuts> Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var all = ImmutableArray.CreateBuilder<GoldCuts>();
        var tokens = ImmutableArray.CreateBuilder<TextSpan>();
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        string[]? head = null;
        foreach (var line in lines)
        {
            var fields = line.Split('\t');
            if (fields.Length == 2)
            {
                if (head is not null) all.Add(new(head[0], head[1], tokens.DrainToImmutable(), sentences.DrainToImmutable()));
                head = fields;
                continue;
            }

            if (head is null) throw new FormatException($"A sentence stands before the first text: {line}");
            var first = tokens.Count;
            foreach (var token in line.Split(' ')) tokens.Add(Span(token));
            sentences.Add(new(tokens[first].Start, tokens[^1].End));
        }

        if (head is not null) all.Add(new(head[0], head[1], tokens.DrainToImmutable(), sentences.DrainToImmutable()));
        return all.DrainToImmutable();
    }

    private static TextSpan Span(string token)
    {
        var dash = token.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && int.TryParse(token.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(token.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            ? new(start, end)
            : throw new FormatException($"\"{token}\" is no span; write start-end.");
    }
}
