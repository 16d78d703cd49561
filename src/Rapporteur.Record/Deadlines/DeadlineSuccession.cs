using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Follows deadlines that were let pass: the next one by the same setter with the same harm in view, set after the day of the first. The first stays lapsed; nothing is concluded about why.</summary>
internal static class DeadlineSuccession
{
    internal static ImmutableArray<Deadline> Apply(ImmutableArray<Deadline> deadlines, ClaimTable claims, Accounts accounts)
    {
        var threats = claims.OfType(ClaimType.Threat, ClaimType.Measure).Where(c => Standing.IsSure(c.Claim)).ToLookup(c => (c.Document.TextId, c.Claim.Evidence));
        var harms = deadlines.ToDictionary(d => d.Key, d => (HashSet<string>)[.. Harm(d, threats, accounts), .. Supposed(d, claims, accounts)], StringComparer.Ordinal);
        var bySetter = deadlines.Where(d => d.SetBy is not null && d.Due?.Latest is not null).ToLookup(d => accounts.Party(d.SetBy!), StringComparer.Ordinal);
        return [.. deadlines.Select(d => d.State == DeadlineState.Lapsed && Next(d) is { } next ? d with { SucceededBy = next.Key } : d)];

        Deadline? Next(Deadline deadline) => deadline is { SetBy: { } setter, Due.Latest: { } due }
            ? bySetter[accounts.Party(setter)].Where(d => d.Due?.Latest > due && Announced(d) > due && harms[d.Key].Overlaps(harms[deadline.Key]))
                .OrderBy(Announced).ThenBy(d => d.Due!.Latest).ThenBy(d => d.Key, StringComparer.Ordinal).FirstOrDefault()
            : null;
    }

    private static DateOnly? Announced(Deadline deadline) => deadline.Claims[0].Document.Published.Anchor;

    // Words of what is to follow, and of the setter's threats and measures in the same sentences and the next ones; of measures also those of which nobody is said to take them.
    private static HashSet<string> Harm(Deadline deadline, ILookup<(string, TextSpan), RecordedClaim> threats, Accounts accounts) =>
    [
        .. deadline.Claims.Select(c => c.Words(c.Claim.Consequence))
            .Concat(deadline.Claims.SelectMany(c => new[] { c.Claim.Evidence, c.After ?? c.Claim.Evidence }.Distinct().SelectMany(s => threats[(c.Document.TextId, s)]))
                .Where(c => (c.Claim.Type == ClaimType.Measure ? accounts.Taker(c.Claim) : c.Claim.By) is { } by ? accounts.SameSide(by, deadline.SetBy) : c.Claim.Type == ClaimType.Measure).SelectMany(c => new[] { c.Words(c.Claim.What), c.Claim.Kind }))
            .OfType<string>().SelectMany(w => ContentWords.Of(w)).Where(w => w != ContentWords.Negation && !Weak.Contains(w)),
    ];

    // What a decision may bring by a reporter's guess about who is to take it: "whether that means sanctions is unclear".
    private static IEnumerable<string> Supposed(Deadline deadline, ClaimTable claims, Accounts accounts) => deadline.Claims.Where(DeadlineFollowUps.IsOwnDecision)
        .SelectMany(c => claims.InText(c.Document.TextId, ClaimType.Assessment).Where(a => Sayings.SameSentence(c, a) || Sayings.IsRightBefore(c, a)))
        .Where(a => a.Claim.About.Any(about => accounts.SameSide(about, deadline.SetBy)))
        .SelectMany(a => ContentWords.Of(a.Words(a.Claim.What) ?? a.Evidence.Quote)).Where(Economic.Contains);

    private static readonly FrozenSet<string> Economic = WordList.Load("economic-words.txt");

    // Words of every harm.
    private static readonly HashSet<string> Weak = [.. new[] { "new", "big", "further", "more", "severe", "action", "step", "measure", "consequence" }.SelectMany(w => ContentWords.Of(w))];
}
