using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Issues proposed from the texts by the vocabulary (<c>data/issues/matters.txt</c>): a stand falls under the issue of the matter that it is about. Stands of one matter whose terms agree, and that
/// ask for the same thing first or for none, are one option; an issue is proposed when two sides, or two documents, speak of it.</summary>
internal sealed class ProposedIssues : IIssueBook
{
    private readonly Dictionary<Stand, IssueMatch> _found = [];

    internal ProposedIssues(ImmutableArray<Stand> stands)
    {
        var issues = new List<Issue>();
        foreach (var group in stands.Where(s => s.Subject.Main is not null).GroupBy(s => s.Subject.Main!.Matter.Issue, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (!group.Select(s => s.Party).Distinct(StringComparer.Ordinal).Skip(1).Any() && !group.Select(s => s.Position.Claim.Document.TextId).Distinct(StringComparer.Ordinal).Skip(1).Any()) continue;
            var key = IssueMatch.Prefix + group.Key;
            var options = new List<Option>();
            foreach (var same in Options(group))
            {
                var option = Key(group.Key, same[0]);
                foreach (var stand in same) _found.Add(stand, new(key, option));
                options.Add(new(option, same.Select(Name).OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First()) { Positions = [.. same.Select(s => s.Position with { Issue = key, Option = option })] });
            }

            issues.Add(new(key, MatterBook.Shipped.Issues[group.Key]) { Options = [.. options.OrderBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Key, StringComparer.Ordinal)] });
        }

        Issues = issues;
    }

    public IReadOnlyList<Issue> Issues { get; }

    public IssueMatch? Find(Stand stand) => _found.TryGetValue(stand, out var match) ? match : null;

    // In the order of their words, so that the order of documents changes nothing.
    private static List<List<Stand>> Options(IEnumerable<Stand> stands) => Alike.Group(
        stands.OrderBy(s => s.First is not null).ThenBy(s => s.Terms.Length).ThenBy(s => s.Subject.Key, StringComparer.Ordinal).ThenBy(s => s.First?.Key, StringComparer.Ordinal).ThenBy(s => s.Position.Claim.Claim.Id, StringComparer.Ordinal),
        s => Alike.MarksOf(s.First, s.Subject.Main!.Matter, s.Terms), Same);

    private static bool Same(Stand one, Stand other)
    {
        if ((one.First is null) != (other.First is null) || one.Subject.IsNegated != other.Subject.IsNegated || one.Subject.Main!.Matter != other.Subject.Main!.Matter) return false;
        if (one.First is { } first) return Subject.SameThing(first, other.First!);
        return Subject.SameTerms(one.Terms, other.Terms);
    }

    private static string Key(string issue, Stand stand) => "option:" + ContentHash.Key(issue, stand.Subject.Main!.Matter.Code, stand.Subject.IsNegated ? "not" : "",
        stand.First is { } first ? "after " + first.Key : string.Join(' ', stand.Terms.Order(StringComparer.Ordinal)));

    private static string Name(Stand stand) => Subject.Name(stand.Subject, stand.First);
}
