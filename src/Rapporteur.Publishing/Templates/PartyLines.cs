using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Who thinks what: for each main party what it wants, offers and refuses by its own account, then how it judges; then experts. What others say of its mind is in nobody's row.</summary>
internal static class PartyLines
{
    private const int Positions = 3;
    private const int Judgements = 1;
    private const int Experts = 3;

    /// <param name="desk">The brief.</param>
    /// <param name="section">Section in which they stand.</param>
    /// <param name="most">How many parties at most.</param>
    public static ImmutableArray<Block> Of(TemplateDesk desk, string section, int most)
    {
        var groups = ImmutableArray.CreateBuilder<Block>();
        foreach (var party in desk.Desk.Parties.Where(p => p.Speaks))
        {
            if (groups.Count >= most) break;
            bool IsOf(RecordedClaim c) => c.Claim.By is { } by && by != Actor.Narrator && (desk.Desk.Names.PartyOf(by) ?? by) == party.Key;
            var wants = desk.Desk.Snapshot.Positions.Where(p => BriefDesk.IsLive(p.Claim) && IsOf(p.Claim) && desk.IsOwnWord(p.Claim) && p.Claim.Claim.Polarity == Polarity.Positive && ClaimLines.IsTelling(p.Claim))
                .OrderByDescending(p => p.Claim.Document.Published.Anchor ?? DateOnly.MinValue).ThenByDescending(p => p.Firmness).ThenByDescending(p => p.Claim.Claim.Confidence).ThenBy(p => p.Claim.Claim.Id, StringComparer.Ordinal)
                .OrderBy(p => p.Claim.Claim.What is not { } what || ClaimFields.SaysLittle(p.Claim, what, desk.Desk.Names)).Select(p => desk.Claim(p.Claim));
            var judges = Judged(desk, IsOf);
            ImmutableArray<Line> lines = [.. desk.Lines(section, wants, Positions), .. desk.Lines(section, judges, Judgements)];
            if (!lines.IsEmpty) groups.Add(new Group(desk.Desk.Id("g", section, party.Key), [desk.Desk.Names.Heading(party.Key)], null, [new LineList(lines)]));
        }

        var experts = desk.Lines(section, Judged(desk, c => c.Claim.Voice == Voice.Expert), Experts);
        if (!experts.IsEmpty) groups.Add(new Group(desk.Desk.Id("g", section, "experts"), [Parts.Plain(Words.Of("sentence.experts"))], null, [new LineList(experts)]));
        return groups.ToImmutable();
    }

    private static IEnumerable<Candidate> Judged(TemplateDesk desk, Func<RecordedClaim, bool> whose) =>
        desk.Desk.Live.Where(c => c.Claim.Type == ClaimType.Assessment && whose(c) && ClaimLines.IsTelling(c)).NewestFirst().Select(desk.Claim);
}
