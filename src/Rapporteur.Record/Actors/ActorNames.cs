using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Normalised names and the keys made of them, each worked out once: many documents name the same actors.</summary>
internal sealed class ActorNames
{
    private readonly Dictionary<(string Name, bool IsPerson), string> _names = [];
    private readonly Dictionary<(string Name, bool IsPerson), string> _keys = [];
    private readonly Dictionary<string, string> _surnames = new(StringComparer.Ordinal);

    /// <summary>The form of a name under which spellings meet (<see cref="NameKey"/>).</summary>
    internal string Of(string name, ActorKind kind)
    {
        var known = (name, kind == ActorKind.Person);
        if (!_names.TryGetValue(known, out var folded)) _names.Add(known, folded = NameKey.Of(name, kind));
        return folded;
    }

    /// <summary>The key of an actor who is known by a name alone: a hash of person or body and the normalised name.</summary>
    internal string Key(ActorKind kind, string name)
    {
        var known = (name, kind == ActorKind.Person);
        if (!_keys.TryGetValue(known, out var key)) _keys.Add(known, key = ContentHash.Key(known.Item2 ? "person" : "body", name));
        return key;
    }

    /// <summary>The last word of a normalised name.</summary>
    internal string Surname(string name)
    {
        if (!_surnames.TryGetValue(name, out var last)) _surnames.Add(name, last = name[(name.LastIndexOf(' ') + 1)..]);
        return last;
    }
}
