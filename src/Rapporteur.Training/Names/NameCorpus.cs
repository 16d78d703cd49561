using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A sentence with its names marked by hand.</summary>
/// <param name="Text">The tokens joined by single spaces.</param>
/// <param name="Tokens">Spans of the tokens in <paramref name="Text"/>.</param>
/// <param name="Names">The names, in order.</param>
/// <param name="Conventions">Which corpus draws the lines: 0 Universal NER, 1 Wikigold, 2 GUM.</param>
/// <param name="Document">The document that holds it; empty where the corpus does not say.</param>
public sealed record NamedSentence(string Text, ImmutableArray<TextSpan> Tokens, ImmutableArray<TaggedName> Names, int Conventions = 0, string Document = "");

/// <summary>Reads corpora of names.</summary>
public static class NameCorpus
{
    /// <summary>Reads Universal NER (IOB2, tab-separated, label in the third column); other types than PER, ORG and LOC become <see cref="NameKind.Other"/>.</summary>
    /// <param name="file">A file such as <c>en_ewt-ud-train.iob2</c>.</param>
    public static ImmutableArray<NamedSentence> UniversalNer(string file) =>
        Read(file, line => line.StartsWith('#') ? null : line.Split('\t') is { Length: >= 3 } field ? (field[1], field[2]) : null);

    /// <summary>Reads Wikigold (one token and its IO label a line); words with hyphens are cut at them, as Universal Dependencies do.</summary>
    /// <param name="file">The file <c>wikigold.conll.txt</c>.</param>
    public static ImmutableArray<NamedSentence> Wikigold(string file) =>
        [.. Read(file, line => line.Split(' ') is { Length: 2 } field && field[0] != "-DOCSTART-" ? (field[0], field[1]) : null).Select(sentence => sentence with { Conventions = 1 })];

    /// <summary>Every n-th sentence once more in lower case, so that names without capitals are learned too.</summary>
    /// <param name="sentences">Sentences.</param>
    /// <param name="every">Which ones: 6 takes a sixth.</param>
    public static IEnumerable<NamedSentence> InLowerCase(IReadOnlyList<NamedSentence> sentences, int every = 6)
    {
        for (var i = 0; i < sentences.Count; i += every) yield return sentences[i] with { Text = sentences[i].Text.ToLowerInvariant() };
    }

    private static ImmutableArray<NamedSentence> Read(string file, Func<string, (string Form, string Label)?> parse)
    {
        var sentences = ImmutableArray.CreateBuilder<NamedSentence>();
        var words = new List<(string Form, string Label)>();
        var document = "";
        var number = 0;
        foreach (var line in File.ReadLines(file).Append(""))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) || line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
                document = (++number).ToString(CultureInfo.InvariantCulture);
            if (string.IsNullOrWhiteSpace(line))
            {
                if (words.Count > 0) sentences.Add(Build(words) with { Document = document });
                words.Clear();
            }
            else if (parse(line) is { } word)
            {
                words.Add(word);
            }
        }

        return sentences.ToImmutable();
    }

    private static NamedSentence Build(List<(string Form, string Label)> words)
    {
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<TextSpan>();
        var names = ImmutableArray.CreateBuilder<TaggedName>();
        var before = "";
        foreach (var (form, label) in words)
        {
            var type = Type(label);
            var begins = type is not null && (label.StartsWith("B-", StringComparison.Ordinal) || type != before);
            foreach (var part in Parts(form))
            {
                if (text.Length > 0) text.Append(' ');
                tokens.Add(new TextSpan(text.Length, text.Length + part.Length));
                text.Append(part);
                if (begins) names.Add(new TaggedName(tokens.Count - 1, 1, Kind(type!)));
                else if (type is not null) names[^1] = names[^1] with { Count = names[^1].Count + 1 };
                begins = false;
            }

            before = type ?? "";
        }

        return new NamedSentence(text.ToString(), tokens.ToImmutable(), names.ToImmutable());
    }

    private static string? Type(string label) => label.Length > 3 && label[1] == '-' ? label[2..] : null; // "B-O" stands for O in one version of Universal NER

    private static NameKind Kind(string type) => type switch
    {
        "PER" => NameKind.Person,
        "ORG" => NameKind.Organisation,
        "LOC" => NameKind.Place,
        _ => NameKind.Other,
    };

    private static IEnumerable<string> Parts(string form)
    {
        var start = 0;
        for (var i = 1; i < form.Length - 1; i++)
        {
            if (form[i] != '-' || !char.IsLetter(form[i - 1]) || !char.IsLetter(form[i + 1])) continue;
            yield return form[start..i];
            yield return "-";
            start = i + 1;
        }

        yield return form[start..];
    }
}
