using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>All frames, found by the word that evokes them. Immutable and thread-safe.</summary>
public sealed class FrameSet
{
    private const string KindPrefix = "kind:";
    private readonly Dictionary<string, ImmutableArray<(char Part, Frame Frame)>> _byLemma = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);

    /// <summary>Indexes the frames.</summary>
    /// <param name="frames">The frames, in the order in which they are tried.</param>
    /// <param name="sets">Named sets of lemmas.</param>
    public FrameSet(ImmutableArray<Frame> frames, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        Frames = frames;
        Sets = sets;
        var byLemma = new Dictionary<string, List<(char, Frame)>>(StringComparer.Ordinal);
        foreach (var frame in frames)
        {
            foreach (var trigger in frame.Triggers)
            {
                if (!byLemma.TryGetValue(trigger.Lemma, out var list)) byLemma[trigger.Lemma] = list = [];
                list.Add((trigger.Part, frame));
            }
        }

        foreach (var (lemma, list) in byLemma) _byLemma[lemma] = [.. list];
        foreach (var (lemma, list) in byLemma)
            if (Stump(lemma) is { } stump) _byLemma.TryAdd(stump, [.. list]);
        foreach (var (name, lemmas) in sets)
        {
            if (!name.StartsWith(KindPrefix, StringComparison.Ordinal)) continue;
            var kind = name[KindPrefix.Length..].Replace('_', ' ');
            foreach (var lemma in lemmas)
                if (!_kinds.TryGetValue(lemma, out var other) || string.CompareOrdinal(kind, other) < 0) _kinds[lemma] = kind;
        }
    }

    /// <summary>The frames, in the order of their files.</summary>
    public ImmutableArray<Frame> Frames { get; }

    /// <summary>Named sets of lemmas that the frames and the reader of claims share.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Sets { get; }

    /// <summary>Loads every file under <c>data/frames</c>. Throws <see cref="InvalidDataException"/> that names file and line where one is wrong.</summary>
    /// <param name="data">The data folder.</param>
    public static FrameSet Load(DataFolder data)
    {
        var sets = SetsOf(data);
        var frames = ImmutableArray.CreateBuilder<Frame>();
        foreach (var file in data.Files("frames", ".frames")) frames.AddRange(FrameFile.Read(data, file, sets));
        return new(frames.ToImmutable(), sets);
    }

    /// <summary>Loads the named sets of lemmas alone.</summary>
    /// <param name="data">The data folder.</param>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> SetsOf(DataFolder data)
    {
        var sets = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var file in data.Files("frames", ".sets")) FrameFile.ReadSets(data, file, sets);
        return sets;
    }

    /// <summary>Frames that a word evokes.</summary>
    /// <param name="lemma">Lemma of the word.</param>
    public ImmutableArray<(char Part, Frame Frame)> Of(string lemma) => _byLemma.TryGetValue(lemma, out var frames) ? frames : [];

    /// <summary>Frames that every word of their part of speech evokes, written <c>*</c>.</summary>
    public ImmutableArray<(char Part, Frame Frame)> OfAny => Of("*");

    /// <summary>Kind of measure or incident that a word names; null where it names none.</summary>
    /// <param name="lemma">Lemma of the word.</param>
    public string? KindOf(string lemma) => _kinds.GetValueOrDefault(lemma);

    // What a lemmatiser makes of "ruled" or "boycotted" when it does not know the word.
    private static string? Stump(string lemma) =>
        lemma.Length > 3 && (lemma[^1] == 'e' || lemma[^1] == lemma[^2]) ? lemma[..^1] : null;

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
