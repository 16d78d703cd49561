using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Which classes of words that are used alike the words of each type of event belong to, so that a word the lists do not have still counts.</summary>
internal sealed class EventClasses
{
    private readonly NameClusters _clusters;
    private readonly ImmutableArray<(HashSet<uint> Verbs, HashSet<uint> Nouns, HashSet<(uint, uint)> Pairs)> _types;

    /// <summary>Loads the classes of words.</summary>
    public EventClasses(DataFolder data, ImmutableArray<EventType> types)
    {
        _clusters = NameClusters.Load(data);
        _types = [.. types.Select(type => (type.Verbs.Select(Of).ToHashSet(), type.Nouns.Select(Of).ToHashSet(), type.Pairs.Select(Pair).ToHashSet()))];
    }

    /// <summary>Class of a lemma; 0 where it is unknown.</summary>
    public uint Of(string lemma) => _clusters.Of(NameHash.Lower(lemma)).Fine;

    /// <summary>Whether the lemma is used like a verb of the type.</summary>
    public bool IsVerb(int type, string lemma) => Of(lemma) is var c and not 0 && _types[type].Verbs.Contains(c);

    /// <summary>Whether the lemma is used like a noun of the type.</summary>
    public bool IsNoun(int type, string lemma) => Of(lemma) is var c and not 0 && _types[type].Nouns.Contains(c);

    /// <summary>Whether verb and noun are used like a pair of the type.</summary>
    public bool IsPair(int type, string verb, string noun) => (Of(verb), Of(noun)) is var pair and not (0, _) and not (_, 0) && _types[type].Pairs.Contains(pair);

    private (uint, uint) Pair(string pair)
    {
        var space = pair.IndexOf(' ', StringComparison.Ordinal);
        return (Of(pair[..space]), Of(pair[(space + 1)..]));
    }
}
