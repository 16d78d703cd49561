using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Learns the list of cues for metonymy: what tells one sense often enough and seldom the other.</summary>
public static class MetonymyTraining
{
    // Least number of examples of a cue, and least share of one sense (with half an example added to it), by the order of MetonymyCues.Keys.
    private static readonly ImmutableArray<(int Least, double Share)> Bounds = [(1, 0.7), (4, 0.8), (8, 0.75)];

    /// <summary>Rows of the list, sorted.</summary>
    /// <param name="examples">How names stand, and whether they stand for those who act.</param>
    public static ImmutableArray<string[]> Learn(IEnumerable<(MetonymyWay Way, bool Metonymic)> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var counts = new Dictionary<(int Level, string How, string Word), (int Place, int Acts)>();
        foreach (var (way, metonymic) in examples)
        {
            foreach (var ((how, word), level) in MetonymyCues.Keys(way).Select((key, level) => (key, level)))
            {
                var old = counts.GetValueOrDefault((level, how, word));
                counts[(level, how, word)] = metonymic ? (old.Place, old.Acts + 1) : (old.Place + 1, old.Acts);
            }
        }

        var rows = new List<string[]>();
        foreach (var ((level, how, word), (place, acts)) in counts)
        {
            var (most, all) = (Math.Max(place, acts), place + acts);
            if (word is "" or "+" || all < Bounds[level].Least || (most + 0.5) / (all + 1) < Bounds[level].Share) continue;
            rows.Add([acts > place ? "acts" : "place", how, word]);
        }

        return [.. rows.OrderBy(row => string.Join('\t', row), StringComparer.Ordinal)];
    }

    /// <summary>Learns the list from a corpus and writes it.</summary>
    /// <param name="folder">A folder with ReLocaR's training files.</param>
    /// <param name="data">The data folder of the reader.</param>
    /// <param name="file">Where the list goes.</param>
    public static void Run(string folder, DataFolder data, string file)
    {
        var (text, syntax) = (new TextAnnotator(data), new SyntaxAnnotator(data));
        var rows = Learn(MetonymyCorpus.Load(folder).Select(example => (Way(syntax.Annotate(text.Annotate(Document(example))), example.Name), example.Metonymic)));
        File.WriteAllLines(file, rows.Select(row => string.Join('\t', row)).Prepend("# Cues that tell whether a place name stands for those who act there: class TAB way TAB lemma, or +part of speech. Learned as a list of words by `rapporteur train metonymy` (docs/actors.md)."));
    }

    internal static AnnotatedDocument Document(MetonymyExample example) => new() { Source = new() { Id = "", TextId = "", Source = "", Text = example.Text } };

    /// <summary>How a name stands in a document with syntax.</summary>
    internal static MetonymyWay Way(AnnotatedDocument read, TextSpan name)
    {
        var tokens = read.Tokens;
        var inside = Enumerable.Range(0, tokens.Length).Where(i => tokens[i].Span.Start < name.End && tokens[i].Span.End > name.Start).ToList();
        if (inside.Count == 0) return default;
        var head = inside.FindIndex(i => !inside.Contains(tokens[i].Head)) is var at and >= 0 ? inside[at] : inside[^1];
        return MetonymyWay.Of(tokens, head, token => Enumerable.Range(0, tokens.Length).FirstOrDefault(i => tokens[i].Head == token && tokens[i].Relation == "case", -1));
    }
}
