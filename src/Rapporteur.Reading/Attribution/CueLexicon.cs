using System.Collections.Frozen;

namespace Rapporteur.Reading;

/// <summary>The words that attribute, read from <c>data/attribution</c>.</summary>
internal sealed class CueLexicon
{
    private const string Folder = "attribution/";

    private CueLexicon(DataFolder data)
    {
        Verbs = Entries(data, "verbs.tsv");
        Nouns = Entries(data, "nouns.tsv");
        Adjectives = Entries(data, "adjectives.tsv");
        Particles = Verbs.Keys.Where(lemma => lemma.Contains(' ', StringComparison.Ordinal))
            .Select(lemma => lemma[..lemma.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);
        var phrases = data.Lines(Folder + "phrases.tsv").Select(line => line.Split('\t')).ToList();
        Prefixes = [.. Of(phrases, "source-follows").Select(words => words.Split(' '))];
        Frames = [.. Of(phrases, "source-within").Select(words => words.Split(' '))];
        Adverbs = Of(phrases, "adverb").ToFrozenSet(StringComparer.Ordinal);
        Names = Of(phrases, "scare").ToFrozenSet(StringComparer.Ordinal);
        Documents = Of(phrases, "document").Concat(Nouns.Values.Where(noun => noun.Takes(CueFrame.Document)).Select(noun => noun.Lemma)).ToFrozenSet(StringComparer.Ordinal);
        Media = Of(phrases, "medium").ToFrozenSet(StringComparer.Ordinal);
        LightVerbs = Of(phrases, "light").ToFrozenSet(StringComparer.Ordinal);
        Times = Of(phrases, "time").ToFrozenSet(StringComparer.Ordinal);
        HandingOver = Of(phrases, "handover").ToFrozenSet(StringComparer.Ordinal);
        Eliciting = Of(phrases, "elicit").ToFrozenSet(StringComparer.Ordinal);
        Performing = Of(phrases, "perform").ToFrozenSet(StringComparer.Ordinal);
        Turns = Of(phrases, "answer").Concat(Of(phrases, "question")).ToFrozenSet(StringComparer.Ordinal);
        Asking = Of(phrases, "question").ToFrozenSet(StringComparer.Ordinal);
        Addresses = [.. Of(phrases, "address")];
        Praising = Of(phrases, "praise").ToFrozenSet(StringComparer.Ordinal);
        Reported = Of(phrases, "unsourced").ToFrozenSet(StringComparer.Ordinal);
        Issuing = Of(phrases, "issue").ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Verbs by lemma, or by lemma and particle.</summary>
    public FrozenDictionary<string, CueEntry> Verbs { get; }

    /// <summary>First words of the verbs with a particle.</summary>
    public FrozenSet<string> Particles { get; }

    /// <summary>Nouns by lemma.</summary>
    public FrozenDictionary<string, CueEntry> Nouns { get; }

    /// <summary>Adjectives by lemma.</summary>
    public FrozenDictionary<string, CueEntry> Adjectives { get; }

    /// <summary>Phrases before their source, word by word, lower case.</summary>
    public IReadOnlyList<string[]> Prefixes { get; }

    /// <summary>Phrases around their source, which stands at the star.</summary>
    public IReadOnlyList<string[]> Frames { get; }

    /// <summary>Adverbs that attribute to nobody.</summary>
    public FrozenSet<string> Adverbs { get; }

    /// <summary>Words after which a quotation is a name.</summary>
    public FrozenSet<string> Names { get; }

    /// <summary>Lemmas of nouns for texts and findings that say something themselves.</summary>
    public FrozenSet<string> Documents { get; }

    /// <summary>Lemmas of nouns for what carries words ("in a statement").</summary>
    public FrozenSet<string> Media { get; }

    /// <summary>Lemmas of verbs that lend their subject to a noun ("expressed the hope that").</summary>
    public FrozenSet<string> LightVerbs { get; }

    /// <summary>Lemmas of nouns for days, months and spans of time.</summary>
    public FrozenSet<string> Times { get; }

    /// <summary>Lemmas of verbs whose subject lets another act ("gave the court a chance to say").</summary>
    public FrozenSet<string> HandingOver { get; }

    /// <summary>Lemmas of verbs that draw words from somebody ("asked about it, he said").</summary>
    public FrozenSet<string> Eliciting { get; }

    /// <summary>Lemmas of verbs with which an official text acts in the first person ("we urge").</summary>
    public FrozenSet<string> Performing { get; }

    /// <summary>Words before a colon that open a turn of a transcript without naming anybody: "Question", "A".</summary>
    public FrozenSet<string> Turns { get; }

    /// <summary>Those of <see cref="Turns"/> behind which somebody asks.</summary>
    public FrozenSet<string> Asking { get; }

    /// <summary>What titles call texts in which somebody speaks: "statement", "communiqué".</summary>
    public System.Collections.Immutable.ImmutableArray<string> Addresses { get; }

    /// <summary>Lemmas of verbs whose object is what an official text says in the first person ("we commend the parties").</summary>
    public FrozenSet<string> Praising { get; }

    /// <summary>Lemmas of nouns that bring a clause although nobody is named ("reports that").</summary>
    public FrozenSet<string> Reported { get; }

    /// <summary>Lemmas of verbs whose agent is the one whose text it is ("a report published by the court").</summary>
    public FrozenSet<string> Issuing { get; }

    /// <summary>Reads the lexicon; throws <see cref="InvalidDataException"/> with file and line where it is malformed.</summary>
    /// <param name="data">Where the data files lie.</param>
    public static CueLexicon Load(DataFolder data) => new(data);

    private static IEnumerable<string> Of(List<string[]> phrases, string kind) => phrases.Where(line => line[2] == kind).Select(line => line[0]);

    private static FrozenDictionary<string, CueEntry> Entries(DataFolder data, string file)
    {
        var entries = new Dictionary<string, CueEntry>(StringComparer.Ordinal);
        foreach (var line in data.Lines(Folder + file))
        {
            var fields = line.Split('\t');
            if (fields.Length != 4 || !Enum.TryParse<CueClass>(fields[1], true, out var cueClass) || !Enum.TryParse<Factuality>(fields[2], true, out var factuality))
                throw new InvalidDataException($"{Folder}{file}: not lemma, class, factuality and constructions: {line}");
            if (!entries.TryAdd(fields[0], Entry(fields[0], cueClass, factuality, fields[3])))
                throw new InvalidDataException($"{Folder}{file}: twice in the list: {fields[0]}");
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static CueEntry Entry(string lemma, CueClass cueClass, Factuality factuality, string constructions)
    {
        var (statement, stance) = (CueFrame.None, CueFrame.None);
        var prepositions = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var item in constructions.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var weak = item[^1] == '?';
            var name = weak ? item[..^1] : item;
            var frame = Frame(name);
            if (frame == CueFrame.Phrase) prepositions[name] = weak;
            if (weak) stance |= frame;
            else statement |= frame;
        }

        return new CueEntry(lemma, cueClass, factuality, statement, stance, prepositions.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static CueFrame Frame(string name) => name switch
    {
        "that" => CueFrame.That,
        "quote" => CueFrame.Quote,
        "if" => CueFrame.If,
        "np" => CueFrame.Object,
        "to" => CueFrame.To,
        "ing" => CueFrame.Gerund,
        "as" => CueFrame.As,
        "call" => CueFrame.Call,
        "addr" => CueFrame.Addressee,
        "doc" => CueFrame.Document,
        _ => CueFrame.Phrase,
    };
}
