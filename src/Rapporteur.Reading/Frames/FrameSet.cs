using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>All frames, found by the word that evokes them. Immutable and thread-safe.</summary>
public sealed class FrameSet
{
    private const string KindPrefix = "kind:";
    private readonly FrozenDictionary<string, ImmutableArray<(char Part, Frame Frame)>> _byLemma;
    private readonly FrozenDictionary<string, string> _kinds;

    /// <summary>Indexes the frames.</summary>
    /// <param name="frames">The frames, in the order in which they are tried.</param>
    /// <param name="sets">Named sets of lemmas.</param>
    public FrameSet(IEnumerable<Frame> frames, IReadOnlyDictionary<string, ImmutableHashSet<string>> sets)
    {
        Frames = [.. frames];
        Sets = sets;
        _kinds = sets.Where(set => set.Key.StartsWith(KindPrefix, StringComparison.Ordinal))
            .SelectMany(set => set.Value.Select(lemma => (Lemma: lemma, Kind: set.Key[KindPrefix.Length..].Replace('_', ' '))))
            .OrderBy(entry => entry.Kind, StringComparer.Ordinal)
            .GroupBy(entry => entry.Lemma, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First().Kind, StringComparer.Ordinal);
        _byLemma = Frames
            .SelectMany(frame => frame.Triggers.Select(trigger => (trigger.Lemma, trigger.Part, Frame: frame)))
            .GroupBy(entry => entry.Lemma, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(e => (e.Part, e.Frame)).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The frames, in the order of their files.</summary>
    public ImmutableArray<Frame> Frames { get; }

    /// <summary>Named sets of lemmas that the frames and the reader of claims share.</summary>
    public IReadOnlyDictionary<string, ImmutableHashSet<string>> Sets { get; }

    /// <summary>Loads every file under <c>data/frames</c>. Throws <see cref="InvalidDataException"/> that names file and line where one is wrong.</summary>
    /// <param name="data">The data folder.</param>
    public static FrameSet Load(DataFolder data)
    {
        var sets = new Dictionary<string, ImmutableHashSet<string>>(StringComparer.Ordinal);
        foreach (var file in data.Files("frames", ".sets")) FrameFile.ReadSets(data, file, sets);
        return new(data.Files("frames", ".frames").SelectMany(file => FrameFile.Read(data, file, sets)), sets);
    }

    /// <summary>Frames that a word evokes.</summary>
    /// <param name="lemma">Lemma of the word.</param>
    public ImmutableArray<(char Part, Frame Frame)> Of(string lemma) => _byLemma.TryGetValue(lemma, out var frames) ? frames : [];

    /// <summary>Frames that every word of their part of speech evokes, written <c>*</c>.</summary>
    public ImmutableArray<(char Part, Frame Frame)> OfAny => Of("*");

    /// <summary>Kind of measure or incident that a word names; null where it names none.</summary>
    /// <param name="lemma">Lemma of the word.</param>
    public string? KindOf(string lemma) => _kinds.GetValueOrDefault(lemma);

    /// <summary>Whether a part of speech of a trigger fits a token.</summary>
    /// <param name="part">Part of speech of the trigger.</param>
    /// <param name="token">The token.</param>
    public static bool Fits(char part, in Token token) => part switch
    {
        'V' => token.Upos == "VERB" || (token.Upos == "ADJ" && token.Xpos is "VBN" or "VBG"),
        'N' => token.Upos is "NOUN" or "PROPN",
        'A' => token.Upos == "ADJ" || token.Xpos is "VBN" or "VBG",
        'R' => token.Upos is "ADV" or "PART",
        'X' => token.Upos == "AUX",
        'P' => token.Upos is "ADP" or "SCONJ" or "ADV" or "CCONJ",
        _ => true,
    };
}
