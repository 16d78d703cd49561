using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Puts the positions of a snapshot under issues and tells how each side's position moved.</summary>
public static class IssueBoard
{
    /// <summary>The snapshot with <see cref="RecordSnapshot.Issues"/>, <see cref="RecordSnapshot.PositionLines"/>, and issue and option of its positions. What was withheld has to be taken out before.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    /// <param name="dossier">Issues that a person gives; null, or one without issues, to propose them from the texts.</param>
    public static RecordSnapshot Of(RecordSnapshot snapshot, Dossier? dossier = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var stands = Stand.Of(snapshot);
        IIssueBook book = dossier is { Issues.IsEmpty: false } ? new DossierIssues(dossier) : new ProposedIssues(stands);
        var placed = new List<(string Party, Position Position)>();
        foreach (var stand in stands)
            if (book.Find(stand) is { } match) placed.Add((stand.Party, stand.Position with { Issue = match.Issue, Option = match.Option }));
        var known = placed.ToLookup(p => (p.Position.Claim.Document.TextId, p.Position.Claim.Claim.Id, p.Position.Firmness), p => p.Position);
        var order = book.Issues.Select((i, at) => (i.Key, at)).ToDictionary(i => i.Key, i => i.at, StringComparer.Ordinal);
        return snapshot with
        {
            Issues = [.. book.Issues],
            Positions = [.. snapshot.Positions.Select(p => known[(p.Claim.Document.TextId, p.Claim.Claim.Id, p.Firmness)].FirstOrDefault(k => k.Actor == p.Actor) ?? p)],
            PositionLines =
            [
                .. placed.GroupBy(p => (p.Party, Issue: p.Position.Issue!))
                    .Select(g => PositionSteps.Of(g.Key.Party, book.Issues[order[g.Key.Issue]], g.Select(p => p.Position)))
                    .OrderBy(l => order[l.Issue]).ThenBy(l => snapshot.NameOf(l.Party), StringComparer.Ordinal).ThenBy(l => l.Party, StringComparer.Ordinal),
            ],
        };
    }
}
