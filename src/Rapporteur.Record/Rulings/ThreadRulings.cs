using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Pairs of claims that people put together or kept apart.</summary>
internal sealed class ThreadRulings
{
    private readonly HashSet<(string, string)> _apart = [];

    /// <summary>No rulings.</summary>
    internal static ThreadRulings None { get; } = new();

    /// <summary>Ids of claims that are about one thing, in pairs, by key.</summary>
    internal List<(string One, string Other)> Together { get; } = [];

    /// <summary>Whether there is none.</summary>
    internal bool IsEmpty => Together.Count == 0 && _apart.Count == 0;

    internal static ThreadRulings Of(RulingBook book)
    {
        var rulings = new ThreadRulings();
        foreach (var decision in book.All("thread"))
        {
            if (decision.Effective is not { } ruling || decision.Key.Split(' ') is not [var one, var other]) continue;
            if (ruling.Verdict == Verdict.Join) rulings.Together.Add((one, other));
            else rulings._apart.Add((one, other));
        }

        return rulings;
    }

    /// <summary>Whether two claims are about two things.</summary>
    internal bool AreApart(string one, string other) =>
        _apart.Count > 0 && _apart.Contains(string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one));

    /// <summary>The rulings as they stand among the threads of a snapshot; in conflict is also what other rulings keep from holding.</summary>
    internal static IEnumerable<AppliedRuling> Report(RulingBook book, RecordSnapshot snapshot)
    {
        Dictionary<string, string>? owner = null;
        foreach (var decision in book.All("thread"))
        {
            owner ??= Owners(snapshot);
            var pair = decision.Key.Split(' ');
            var known = pair.Length == 2 && owner.ContainsKey(pair[0]) && owner.ContainsKey(pair[1]);
            var kept = known && decision.Effective is { } ruling && (ruling.Verdict == Verdict.Join) != (owner[pair[0]] == owner[pair[1]]);
            foreach (var applied in decision.Applied(!known ? RulingStanding.Absent : kept ? RulingStanding.Conflict : RulingStanding.Stands, decision.Key)) yield return applied;
        }
    }

    // Key of the thread of each claim.
    private static Dictionary<string, string> Owners(RecordSnapshot snapshot)
    {
        var owner = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var thread in snapshot.Threads())
            foreach (var claim in thread.Claims) owner[claim.Claim.Id] = thread.Key;
        return owner;
    }
}
