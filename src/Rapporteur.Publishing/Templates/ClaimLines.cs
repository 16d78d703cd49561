using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lines on single claims, facets and movements of positions.</summary>
internal static class ClaimLines
{
    /// <summary>Claims of the types of an item, the latest told first; of one day what says more and is surer first.</summary>
    public static IEnumerable<Candidate> Of(TemplateDesk desk, TemplateItem item) => desk.Desk.Live
        .Where(c => (item.Types.IsEmpty || item.Types.Contains(c.Claim.Type)) && HasRole(desk, c, item.Role) && IsTelling(c) && (c.Claim.Type is not (ClaimType.Statement or ClaimType.Assessment) || !IsThin(desk, c)))
        .NewestFirst().OrderBy(c => IsThin(desk, c)).ThenByDescending(c => c.Document.Published.Anchor ?? DateOnly.MinValue).ThenByDescending(c => Substance(desk, c))
        .Select(desk.Claim);

    /// <summary>The newest firm refusals and demands of the main parties, one of each before a second of any.</summary>
    public static IEnumerable<Candidate> Firm(TemplateDesk desk, int most) => StandingFirm.Choose(desk.Desk, most * 2).Where(desk.IsOwnWord).Select(desk.Claim);

    /// <summary>Events on the ground, the latest first, with their day.</summary>
    public static IEnumerable<Candidate> Fighting(TemplateDesk desk) => desk.Desk.Live.Where(c => c.Claim.Type == ClaimType.Incident && IsTelling(c)).NewestFirst()
        .OrderByDescending(c => c.Claim.When?.Latest ?? c.Claim.When?.Earliest ?? c.Document.Published.Anchor ?? DateOnly.MinValue)
        .Select(c => Event(desk, c));

    /// <summary>An event with its day, else the day on which it was reported.</summary>
    public static Candidate Event(TemplateDesk desk, RecordedClaim claim)
    {
        var line = desk.Claim(claim);
        if (claim.Claim.When is { IsUnknown: false } when) return new(line.Key, [Parts.Date(when), Parts.Plain(" – "), .. line.Parts], line.Badges, line.Claims);
        return claim.Document.Published.Anchor is { } day ? Candidate.Reported(line, day) : line;
    }

    /// <summary>Positions that moved: how a side stands now and how it stood before, the latest first.</summary>
    public static IEnumerable<Candidate> Moves(TemplateDesk desk) =>
        from move in desk.Desk.Snapshot.PositionLines.Where(l => desk.IsOwn(l.Party)).SelectMany(l => l.Steps.Zip(l.Steps.Skip(1), (was, now) => (Line: l, Was: was, Now: now)))
        where move.Now.Move != PositionMove.First && move.Now.Move != PositionMove.Changed
        let now = move.Now.Positions[^1].Claim
        let was = move.Was.Positions[^1].Claim
        where BriefDesk.IsLive(now) && BriefDesk.IsLive(was)
        orderby now.Document.Published.Anchor ?? DateOnly.MinValue descending
        select new Candidate($"move/{move.Line.Issue}/{move.Line.Party}/{now.Claim.Id}", Template.Fill(Words.Of("sentence.move"), field => field switch
        {
            "party" => [desk.Desk.Names.Of(move.Line.Party)],
            "issue" => [Parts.Term(desk.Desk.Snapshot.Issues.FirstOrDefault(i => i.Key == move.Line.Issue)?.Name ?? move.Line.Issue)],
            "move" => [Parts.Plain(Words.Of("move", move.Now.Move))],
            "now" => ClaimSentence.Of(now, desk.Desk.Names),
            _ => ClaimSentence.Of(was, desk.Desk.Names),
        }), [], [now, was])
        { IsThread = true };

    /// <summary>Facets of the kinds of an item, in the order in which it names them, the latest told first.</summary>
    public static IEnumerable<Candidate> Facets(TemplateDesk desk, TemplateItem item) => desk.Desk.Snapshot.Facets
        .Where(f => f.Facet.Modality != Modality.Historical && TellingWords.Of(FacetPhrase.Of(f, desk.Desk.Names).AsText()).Length > TellingWords.Least && (item.Facets.IsEmpty || item.Facets.Contains(f.Facet.Kind)))
        .OrderBy(f => item.Facets.IndexOf(f.Facet.Kind)).ThenByDescending(f => f.Document.Published.Anchor ?? DateOnly.MinValue).ThenBy(f => f.Document.TextId, StringComparer.Ordinal).ThenBy(f => f.Facet.Evidence)
        .Select(f => new Candidate(f));

    /// <summary>Whether a claim can be understood on its own: somebody is named, and its words say something.</summary>
    public static bool IsTelling(RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        if (claim.By is null && claim.Type is not (ClaimType.Incident or ClaimType.Meeting)) return false;
        return TellingWords.Of(recorded.Evidence.Quote).Length >= TellingWords.Least;
    }

    /// <summary>Whether the words of a claim say too little without their sentence: a brief of few lines leaves it out.</summary>
    public static bool IsThin(TemplateDesk desk, RecordedClaim recorded) =>
        !IsTelling(recorded) || (recorded.Claim.What is { } what ? ClaimFields.SaysLittle(recorded, what, desk.Desk.Names) : recorded.Claim.Type == ClaimType.Statement && recorded.Claim.Content.All(c => TellingWords.IsThin(c, recorded.Document.Text)));

    private static bool HasRole(TemplateDesk desk, RecordedClaim recorded, ClaimRole role)
    {
        var claim = recorded.Claim;
        return role switch
        {
            ClaimRole.By => desk.IsOwn(claim.By) && desk.IsOwnWord(recorded),
            ClaimRole.To => !desk.IsOwn(claim.By) && claim.To.Any(desk.IsOwn),
            ClaimRole.About => desk.IsOwn(claim.By) ? !desk.IsOwnWord(recorded) : claim.About.Any(desk.IsOwn) || claim.To.Any(desk.IsOwn),
            _ => true,
        };
    }

    // Words in quotation marks and what the reader is sure of come first, parties before others.
    private static double Substance(TemplateDesk desk, RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        var verbatim = claim.Quoted is Quotation.Direct or Quotation.Mixed ? 1 : 0;
        return verbatim + (2 * claim.Confidence) + (desk.Desk.Parties.Any(p => p.Speaks && p.Key == desk.Desk.Names.PartyOf(claim.By)) ? .25 : 0);
    }
}
