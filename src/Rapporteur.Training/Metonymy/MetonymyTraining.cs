using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>How a name of the corpus stands, what the rules of the reader say of it, and what is right.</summary>
/// <param name="Setting">What is known of how the name stands.</param>
/// <param name="Rules">Whether the rules alone take it for one who acts.</param>
/// <param name="Metonymic">Whether it is one.</param>
public sealed record MetonymyCase(ImmutableArray<MetonymyCue> Setting, bool Rules, bool Metonymic);

/// <summary>Learns the list of cues for metonymy, so that their majority is right as often as may be.</summary>
public static class MetonymyTraining
{
    /// <summary>Rows of the list, sorted.</summary>
    /// <param name="cases">Names of the corpus.</param>
    public static ImmutableArray<string[]> Learn(IReadOnlyList<MetonymyCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return [.. VoiceTrainer.Train(cases).Select(cue => new[] { cue.Value ? "acts" : "place", cue.Key.Way, cue.Key.Word }).OrderBy(row => string.Join('\t', row), StringComparer.Ordinal)];
    }

    /// <summary>Learns the list from a corpus and writes it.</summary>
    /// <param name="folder">A folder with ReLocaR's training files.</param>
    /// <param name="data">The data folder of the reader.</param>
    /// <param name="file">Where the list goes.</param>
    public static void Run(string folder, DataFolder data, string file)
    {
        var examples = MetonymyCorpus.Load(folder);
        var rows = Learn(Cases(examples, Read(examples, data), data, World.Load(data)));
        File.WriteAllLines(file, rows.Select(row => string.Join('\t', row)).Prepend("# Cues that tell whether a place name stands for those who act there; each has one voice. Voice TAB way TAB word; #class, +part of speech, :relation, =list. Learned as a list by `rapporteur train metonymy` (docs/actors.md)."));
    }

    /// <summary>The examples with their syntax.</summary>
    internal static ImmutableArray<AnnotatedDocument> Read(ImmutableArray<MetonymyExample> examples, DataFolder data, CancellationToken cancel = default)
    {
        var (text, syntax) = (new TextAnnotator(data), new SyntaxAnnotator(data));
        return ImmutableArray.CreateRange(examples, example => syntax.Annotate(text.Annotate(Document(example), cancel), cancel));
    }

    /// <summary>The examples as the trainer takes them.</summary>
    internal static ImmutableArray<MetonymyCase> Cases(ImmutableArray<MetonymyExample> examples, ImmutableArray<AnnotatedDocument> reads, DataFolder data, World world)
    {
        var rules = new ActorAnnotator(data, world, new([]));
        var (clusters, lexicon) = (NameClusters.Load(data), new ActorLexicon(data));
        var cases = ImmutableArray.CreateBuilder<MetonymyCase>(examples.Length);
        for (var i = 0; i < examples.Length; i++)
        {
            var name = examples[i].Name;
            cases.Add(new(Setting(reads[i], name, clusters, lexicon), Acts(rules.Annotate(reads[i]), name), examples[i].Metonymic));
        }

        return cases.MoveToImmutable();
    }

    /// <summary>Whether a reading takes the name for one who acts: the head of a mention lies in it (not so in "the Bank of China").</summary>
    internal static bool Acts(AnnotatedDocument read, TextSpan name) =>
        read.Mentions.Any(mention => read.Tokens[mention.HeadToken].Span is var head && head.Start < name.End && head.End > name.Start);

    private static AnnotatedDocument Document(MetonymyExample example) => new() { Source = new() { Id = "", TextId = "", Source = "", Text = example.Text } };

    private static ImmutableArray<MetonymyCue> Setting(AnnotatedDocument read, TextSpan name, NameClusters clusters, ActorLexicon lexicon)
    {
        var first = 0;
        while (first < read.Tokens.Length && read.Tokens[first].Span.End <= name.Start) first++;
        var end = first;
        while (end < read.Tokens.Length && read.Tokens[end].Span.Start < name.End) end++;
        var sentence = read.Sentences.FirstOrDefault(s => first >= s.FirstToken && first < s.EndToken);
        return end == first || sentence.TokenCount == 0 ? [] : [.. new PlaceSetting(read, clusters, lexicon).Of(sentence, first, end - first)];
    }
}
