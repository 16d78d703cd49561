using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Which types of event a word tells: by the lists of the types, and by classes of words that are used alike, so that a word the lists do not have still counts.
/// Types come as a set of bits, the first type lowest. Thread-safe.</summary>
internal sealed class EventClasses
{
    private readonly NameClusters _clusters;
    private readonly Dictionary<string, uint> _verbs = new(StringComparer.Ordinal), _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Verb, string Noun), uint> _pairs = [];
    private readonly Dictionary<uint, uint> _verbClasses = [], _nounClasses = [];
    private readonly Dictionary<(uint Verb, uint Noun), uint> _pairClasses = [];

    /// <summary>Loads the classes of words.</summary>
    public EventClasses(DataFolder data, ImmutableArray<EventType> types)
    {
        if (types.Length > 32) throw new InvalidDataException($"{EventType.File}: there are more than 32 types.");
        _clusters = NameClusters.Load(data);
        for (var i = 0; i < types.Length; i++)
        {
            var bit = 1u << i;
            foreach (var verb in types[i].Verbs) Mark(_verbs, _verbClasses, verb, Of(verb), bit);
            foreach (var noun in types[i].Nouns) Mark(_nouns, _nounClasses, noun, Of(noun), bit);
            foreach (var pair in types[i].Pairs)
            {
                var space = pair.IndexOf(' ', StringComparison.Ordinal);
                var (verb, noun) = (pair[..space], pair[(space + 1)..]);
                Mark(_pairs, _pairClasses, (verb, noun), (Of(verb), Of(noun)), bit);
            }
        }
    }

    /// <summary>Class of a lemma; 0 where it is unknown.</summary>
    public uint Of(string lemma) => _clusters.Of(NameHash.Lower(lemma)).Fine;

    /// <summary>The types that have the lemma as a verb.</summary>
    public uint Verb(string lemma) => _verbs.GetValueOrDefault(lemma);

    /// <summary>The types that have the lemma as a noun.</summary>
    public uint Noun(string lemma) => _nouns.GetValueOrDefault(lemma);

    /// <summary>The types that have the verb with the noun.</summary>
    public uint Pair(string verb, string noun) => _pairs.GetValueOrDefault((verb, noun));

    /// <summary>The types that have a verb of the class.</summary>
    public uint VerbLike(uint of) => of == 0 ? 0 : _verbClasses.GetValueOrDefault(of);

    /// <summary>The types that have a noun of the class.</summary>
    public uint NounLike(uint of) => of == 0 ? 0 : _nounClasses.GetValueOrDefault(of);

    /// <summary>The types that have a pair of the two classes.</summary>
    public uint PairLike(uint verb, uint noun) => verb == 0 || noun == 0 ? 0 : _pairClasses.GetValueOrDefault((verb, noun));

    private static void Mark<TWord, TClass>(Dictionary<TWord, uint> words, Dictionary<TClass, uint> classes, TWord word, TClass of, uint bit) where TWord : notnull where TClass : notnull
    {
        words[word] = words.GetValueOrDefault(word) | bit;
        classes[of] = classes.GetValueOrDefault(of) | bit;
    }
}
