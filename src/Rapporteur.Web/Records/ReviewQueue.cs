using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>Documents that hold claims which the reader is not sure of and nobody ruled on, or rulings to settle; those with most of them first.</summary>
/// <param name="Entries">The documents.</param>
public sealed record ReviewQueue(ImmutableArray<ReviewEntry> Entries)
{
    /// <summary>Confidence below which a claim is doubtful.</summary>
    public const double Sure = .5;

    /// <summary>How many claims are doubtful in all.</summary>
    public int Doubtful { get; } = Entries.Sum(e => e.Doubtful);

    /// <summary>Whether a claim waits for a person.</summary>
    public static bool IsDoubtful(RecordedClaim claim) => claim.Ruling is null && claim.Claim.Confidence < Sure;

    /// <summary>What there is to review in a record.</summary>
    public static ReviewQueue Of(RecordView view)
    {
        var unsettled = view.Snapshot.Rulings.Where(r => r.Standing is RulingStanding.Conflict or RulingStanding.Disagrees && r.Ruling.TextId is not null && Verdict.SortOf(r.Ruling.Verdict) == "claim")
            .GroupBy(r => r.Ruling.TextId!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.DistinctBy(r => r.Ruling.Key).Count(), StringComparer.Ordinal);
        var entries = view.Snapshot.Documents.Where(d => d.Error is null && d.Document.Text.Length > 0).DistinctBy(d => d.Document.TextId, StringComparer.Ordinal).Select(d =>
        {
            var claims = view.ClaimsOf(d.Document.TextId);
            return new ReviewEntry(d.Document, claims.Count, claims.Count(IsDoubtful), claims.Count(c => c.Ruling is not null), unsettled.GetValueOrDefault(d.Document.TextId));
        });
        return new([.. entries.Where(e => e.Doubtful + e.Unsettled > 0).OrderByDescending(e => e.Unsettled).ThenByDescending(e => e.Doubtful).ThenByDescending(e => e.Document.Published.Value?.Value, StringComparer.Ordinal).ThenBy(e => e.Document.TextId, StringComparer.Ordinal)]);
    }
}

/// <summary>A document to review.</summary>
/// <param name="Document">The document.</param>
/// <param name="Claims">How many claims it has.</param>
/// <param name="Doubtful">How many of them are doubtful.</param>
/// <param name="Ruled">On how many somebody ruled.</param>
/// <param name="Unsettled">On how many rulings contradict each other or a later reading.</param>
public sealed record ReviewEntry(SourceDocument Document, int Claims, int Doubtful, int Ruled, int Unsettled);
