using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The keys in the record of the actors of one reading.</summary>
/// <param name="textId">Hash of its text.</param>
/// <param name="keys">Keys by the ids of its actors.</param>
internal sealed class ReadingKeys(string textId, Dictionary<string, string> keys)
{
    /// <summary>Key of an actor field; the narrator stays the narrator.</summary>
    internal string this[string id] => id == Actor.Narrator ? id : keys.GetValueOrDefault(id) ?? ContentHash.Key("unlisted", textId, id);

    /// <summary>No keys yet.</summary>
    /// <param name="textId">Hash of the text.</param>
    /// <param name="actors">How many actors it has.</param>
    internal static ReadingKeys None(string textId, int actors = 0) => new(textId, new(actors, StringComparer.Ordinal));

    /// <summary>Gives an actor its key.</summary>
    internal void Learn(string id, string key) => keys[id] = key;

    /// <summary>Keys of actor fields, each once.</summary>
    internal ImmutableArray<string> Of(ImmutableArray<string> ids)
    {
        if (ids.IsDefaultOrEmpty) return [];
        if (ids is [var only]) return [this[only]];
        return [.. ids.Select(id => this[id]).Distinct(StringComparer.Ordinal)];
    }
}
