using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Pairs of actors that people said to be one or two. A key with <c>@</c> and a text id stands for the actor as that text alone knows him.</summary>
internal sealed class ActorRulings
{
    private readonly List<(Ruling Ruling, string One, string Other)> _same = [];
    private readonly HashSet<(string, string)> _different = [];
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);

    /// <summary>No rulings.</summary>
    internal static ActorRulings None { get; } = new();

    internal static ActorRulings Of(RulingBook book)
    {
        var rulings = new ActorRulings();
        foreach (var decision in book.All("actor"))
        {
            if (decision.Effective is not { } ruling || decision.Key.Split(' ') is not [var one, var other]) continue;
            if (ruling.Verdict == Verdict.Same) rulings._same.Add((ruling, one, other));
            else rulings._different.Add((one, other));
        }

        rulings._same.Sort((a, b) => a.Ruling.Time != b.Ruling.Time ? a.Ruling.Time.CompareTo(b.Ruling.Time) : string.CompareOrdinal(a.Ruling.Id, b.Ruling.Id));
        return rulings;
    }

    /// <summary>Whether two actors are two.</summary>
    internal bool AreDifferent(string one, string other) => _different.Count > 0 && _different.Contains(Ordered(one, other));

    /// <summary>The key of an actor in one text: one of its own where a person said that it is another there.</summary>
    internal string InText(string key, string textId) => _different.Count > 0 && AreDifferent(key, $"{key}@{textId}") ? ContentHash.Key("ruled", key, textId) : key;

    /// <summary>For each key the one that it goes by: joined ones take that of the world model, else the first by letters. What would join two that are different is left out.</summary>
    /// <param name="keys">Every key.</param>
    /// <param name="isWorld">Whether a key is a slug of the world model.</param>
    internal Dictionary<string, string> Join(IEnumerable<string> keys, Func<string, bool> isWorld)
    {
        var sets = keys.Distinct(StringComparer.Ordinal).ToDictionary(k => k, k => new List<string> { k }, StringComparer.Ordinal);
        foreach (var (ruling, one, other) in _same)
        {
            if (!sets.TryGetValue(one, out var a) || !sets.TryGetValue(other, out var b)) continue;
            if (ReferenceEquals(a, b)) continue;
            if (a.Exists(x => b.Exists(y => AreDifferent(x, y))))
            {
                _refused.Add(ruling.Id);
                continue;
            }

            a.AddRange(b);
            foreach (var key in b) sets[key] = a;
        }

        return sets.ToDictionary(s => s.Key, s => s.Value.OrderBy(k => !isWorld(k)).ThenBy(k => k, StringComparer.Ordinal).First(), StringComparer.Ordinal);
    }

    /// <summary>The rulings as they stand.</summary>
    /// <param name="book">The rulings.</param>
    /// <param name="known">The key that an actor goes by; null for one who is not in the record.</param>
    /// <param name="name">Name to show for a key.</param>
    internal IEnumerable<AppliedRuling> Report(RulingBook book, Func<string, string?> known, Func<string, string> name)
    {
        foreach (var decision in book.All("actor"))
        {
            var pair = decision.Key.Split(' ');
            var subject = string.Join(" – ", pair.Select(k => name(known(Bare(k)) ?? Bare(k))));
            var there = pair.Length == 2 && pair.All(k => known(Bare(k)) is not null);
            var standing = !there ? RulingStanding.Absent : decision.Effective is { } ruling && _refused.Contains(ruling.Id) ? RulingStanding.Conflict : RulingStanding.Stands;
            foreach (var applied in decision.Applied(standing, subject)) yield return applied;
        }
    }

    private static string Bare(string key) => key.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 ? key[..at] : key;

    private static (string, string) Ordered(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);
}
