using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Keys of what a party could drop. The same condition or position by the same party is one, wherever it bears on.</summary>
internal static class Stances
{
    internal static string Condition(string? party, Subject first, Subject then) =>
        ContentHash.Key("condition", party, first.Merging?.Code ?? first.Key, then.Merging?.Code ?? then.Key);

    internal static string Position(string party, bool refusal, Subject subject) =>
        ContentHash.Key("position", party, refusal ? "refusal" : "demand", subject.Merging?.Code ?? subject.Key);
}

/// <summary>The order in which claims are told.</summary>
internal static class ClaimSorting
{
    /// <summary>By reported date, then document, then span, then id.</summary>
    internal static IEnumerable<T> InOrder<T>(this IEnumerable<T> items, Func<T, RecordedClaim> claim) => items
        .OrderBy(i => claim(i).Document.Published.Anchor ?? DateOnly.MaxValue).ThenBy(i => claim(i).Document.TextId, StringComparer.Ordinal)
        .ThenBy(i => claim(i).Claim.Evidence).ThenBy(i => claim(i).Claim.Id, StringComparer.Ordinal);
}
