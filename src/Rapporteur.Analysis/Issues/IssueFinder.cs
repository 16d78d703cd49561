using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A first proposal of issues: what several parties want, ask for first or refuse under one heading of the vocabulary. An option is what somebody wants with terms of its own;
/// claims whose terms agree are one option. What excludes an option: <see cref="Exclusions"/>.</summary>
internal static class IssueFinder
{
    /// <summary>Issues with at least two parties and one option, by code.</summary>
    /// <param name="proposals">Positions and conditions under the vocabulary.</param>
    internal static ImmutableArray<Issue> Find(ImmutableArray<Proposal> proposals)
    {
        var issues = ImmutableArray.CreateBuilder<Issue>();
        foreach (var group in proposals.GroupBy(p => p.Match.Matter.Issue, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (!group.Select(p => p.Party).Distinct(StringComparer.Ordinal).Skip(1).Any()) continue;
            var options = Options(group.Where(p => !p.IsRefusal && IsOption(p)).ToList());
            if (options.Count == 0) continue;
            issues.Add(new(IssueMatch.Prefix + group.Key, MatterBook.Shipped.Issues[group.Key]) { Options = [.. options.Select(o => Make(group.Key, o, proposals)).OrderBy(o => o.Key, StringComparer.Ordinal)] });
        }

        return issues.DrainToImmutable();
    }

    // What is named late in a phrase is not what the phrase is about.
    private const int MostWordsBefore = 3;

    private static bool IsOption(Proposal proposal) => proposal.Claim.Claim.Type is ClaimType.Demand or ClaimType.Offer or ClaimType.Acceptance or ClaimType.Condition
        && (proposal.First is not null || !proposal.Terms.IsEmpty || !proposal.Match.Matter.IsBare)
        && proposal.Subject.Stems.Take(proposal.Match.At).Count(s => s != ContentWords.Negation && !Lists.Generic.Contains(s)) <= MostWordsBefore;

    // In the order of their words, so that the order of documents changes nothing.
    private static List<List<Proposal>> Options(List<Proposal> proposals) => Alike.Group(
        proposals.OrderBy(p => p.First is not null).ThenBy(p => p.Terms.Length).ThenBy(p => p.Subject.Key, StringComparer.Ordinal).ThenBy(p => p.First?.Key, StringComparer.Ordinal).ThenBy(p => p.Claim.Claim.Id, StringComparer.Ordinal),
        p => Alike.MarksOf(p.First, p.Match.Matter, p.Terms), SameOption);

    private static bool SameOption(Proposal one, Proposal other)
    {
        if ((one.First is null) != (other.First is null)) return false;
        if (one.First is { } first) return Subject.SameThing(first, other.First!);
        return one.Match.Matter == other.Match.Matter && Subject.SameTerms(one.Terms, other.Terms);
    }

    private static Option Make(string issue, List<Proposal> option, ImmutableArray<Proposal> proposals)
    {
        var shown = option.OrderBy(p => Name(p).Length).ThenBy(p => Name(p), StringComparer.Ordinal).First();
        var key = "option:" + ContentHash.Key(issue, option[0].First is { } first ? "after " + first.Key : option[0].Match.Matter.Code + string.Join(' ', option[0].Terms.Order(StringComparer.Ordinal)));
        return new(key, Name(shown))
        {
            Positions = [.. option.Select(p => p.Position with { Issue = IssueMatch.Prefix + issue, Option = key }).DistinctBy(p => (p.Actor, p.Claim.Document.TextId, p.Claim.Claim.Id)).InOrder(p => p.Claim)],
            Exclusions = Exclusions.Of(option, proposals),
        };
    }

    private static string Name(Proposal proposal) => Subject.Name(proposal.Subject, proposal.First);
}
