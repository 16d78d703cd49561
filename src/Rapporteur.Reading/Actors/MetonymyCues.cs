using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>How a place name stands in its sentence: its relation with its preposition, and the lemma and part of speech of what it hangs on.</summary>
/// <param name="How">Relation, and the preposition after a point (<c>nmod.of</c>).</param>
/// <param name="Lemma">Lemma of the head, lower case; empty for none.</param>
/// <param name="Upos">Universal part of speech of the head; empty for none.</param>
public readonly record struct MetonymyWay(string How, string Lemma, string Upos)
{
    private const int Longest = 8;

    /// <summary>The way of a name; the second and later parts of a list stand as the first one does, unless they have a preposition of their own.</summary>
    /// <param name="tokens">Tokens of the document.</param>
    /// <param name="head">Head of the name.</param>
    /// <param name="preposition">First preposition of a token, or -1.</param>
    public static MetonymyWay Of(ImmutableArray<Token> tokens, int head, Func<int, int> preposition)
    {
        ArgumentNullException.ThrowIfNull(preposition);
        for (var steps = 0; steps < Longest && tokens[head].Relation == "conj" && tokens[head].Head >= 0 && preposition(head) < 0; steps++) head = tokens[head].Head;
        var mark = preposition(head);
        var how = mark < 0 ? tokens[head].Relation : tokens[head].Relation + "." + tokens[mark].Lemma.ToLowerInvariant();
        return tokens[head].Head is var above and >= 0 ? new(how, tokens[above].Lemma.ToLowerInvariant(), tokens[above].Upos) : new(how, "", "");
    }
}

/// <summary>Cues that tell whether a place name stands for those who act there: what it hangs on and how, the word alone, or the kind of word. Thread-safe.</summary>
public sealed class MetonymyCues
{
    /// <summary>Where the cues lie below the data folder.</summary>
    public const string File = "lexicons/names/metonymy.tsv";

    private readonly Dictionary<(string How, string Word), bool> _cues = [];

    /// <summary>Takes cues as rows: <c>acts</c> or <c>place</c>, the way or <c>*</c>, a lemma or a part of speech after <c>+</c>. Throws <see cref="InvalidDataException"/>.</summary>
    /// <param name="rows">The rows.</param>
    public MetonymyCues(IEnumerable<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var row in rows)
            _cues[(row[1], row[2])] = row[0] switch { "acts" => true, "place" => false, _ => throw new InvalidDataException($"{File}: “{row[0]}” is neither acts nor place.") };
    }

    /// <summary>Loads the cues that ship.</summary>
    /// <param name="data">The data folder.</param>
    public static MetonymyCues Load(DataFolder data) => new(WorldFiles.Rows(data, File, 3));

    /// <summary>Whether the name stands for those who act; null where no cue tells.</summary>
    /// <param name="way">How the name stands.</param>
    /// <param name="general">Whether the kind of word alone may tell, or a word only.</param>
    public bool? Acts(MetonymyWay way, bool general = true)
    {
        foreach (var key in Keys(way))
            if ((general || key.Word is not ['+', ..]) && _cues.TryGetValue(key, out var acts)) return acts;
        return null;
    }

    /// <summary>Where cues for a way are looked up, the surest first.</summary>
    /// <param name="way">How the name stands.</param>
    public static IEnumerable<(string How, string Word)> Keys(MetonymyWay way) => [(way.How, way.Lemma), ("*", way.Lemma), (way.How, "+" + way.Upos)];
}
