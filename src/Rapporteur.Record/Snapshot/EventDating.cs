using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Bounds the day of publication of documents that give none, by meetings of the record to which documents with a date give a day: who tells of a meeting as held
/// was published on its day or later, who announces it on its day or earlier. The day of collection plays no part.</summary>
internal static class EventDating
{
    private const int LongestMeeting = 3;
    private const int MostQuoted = 80;

    /// <summary>Narrower dates by the hash of the text; documents that gain nothing are left out.</summary>
    /// <param name="claims">Claims of the record. Those who met and the place have to be the same, and no two documents may give different days.</param>
    internal static IReadOnlyDictionary<string, PublicationDate> Of(IEnumerable<RecordedClaim> claims)
    {
        var found = new Dictionary<string, PublicationDate>(StringComparer.Ordinal);
        var meetings = claims.Where(c => c.Claim is { Type: ClaimType.Meeting, Participants.Length: > 1, Where.Length: > 0 })
            .GroupBy(c => string.Join('|', c.Claim.Participants.Order(StringComparer.Ordinal)) + "|" + Folding.Normalise(c.Claim.Where!), StringComparer.Ordinal);
        foreach (var meeting in meetings.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (Dated(meeting) is not { } known) continue;
            foreach (var claim in meeting.Where(c => c.Document.Published is { Anchor: null, Basis: DateBasis.Unknown or DateBasis.Inferred }))
            {
                var old = found.GetValueOrDefault(claim.Document.TextId) ?? claim.Document.Published;
                if (Narrowed(old, claim, known) is { } date) found[claim.Document.TextId] = date;
            }
        }

        return found;
    }

    /// <summary>The reading with the date found for its text.</summary>
    /// <param name="reading">A reading.</param>
    /// <param name="dates">Dates by the hash of the text.</param>
    internal static DocumentReading Apply(DocumentReading reading, IReadOnlyDictionary<string, PublicationDate> dates) =>
        dates.TryGetValue(reading.Document.TextId, out var date) && reading.Document.Published.Anchor is null
            ? reading with { Document = reading.Document with { Published = date } }
            : reading;

    // The claim that gives the day; null where none does or two differ.
    private static RecordedClaim? Dated(IEnumerable<RecordedClaim> claims)
    {
        var dated = claims.Where(c => c is
        {
            Document.Published.Anchor: not null, Claim: { Polarity: Polarity.Positive, Status: ClaimStatus.Held, When: { IsApproximate: false, Earliest: { } first, Latest: { } last } },
        } && last.DayNumber - first.DayNumber < LongestMeeting).ToList();
        return dated.Count > 0 && dated.All(c => c.Claim.When!.SameBounds(dated[0].Claim.When!)) ? dated[0] : null;
    }

    private static PublicationDate? Narrowed(PublicationDate old, RecordedClaim claim, RecordedClaim known)
    {
        var (first, last) = (old.Value?.Earliest, old.Value?.Latest);
        var day = known.Claim.When!;
        var isPast = claim.Claim is { Polarity: Polarity.Positive, Status: ClaimStatus.Held };
        var isAhead = claim.Claim is { Polarity: Polarity.Positive, Status: ClaimStatus.Scheduled, Modality: Modality.Certain };
        if (isPast && !(first >= day.Earliest)) first = day.Earliest;
        else if (isAhead && !(last <= day.Latest)) last = day.Latest;
        else return null;
        if (first > last) return null;
        var words = claim.Claim.Evidence.Slice(claim.Document.Text).ReplaceLineEndings(" ");
        if (words.Length > MostQuoted) words = words[..MostQuoted].TrimEnd() + "…";
        var reason = $"It tells of a meeting as {(isPast ? "held" : "to come")} to which {known.Document.Source} gives the date {day.Value}: \"{words}\".";
        return new(Edtf.Interval(first, last), DateBasis.Inferred, old.Reason is null ? reason : $"{old.Reason} {reason}");
    }
}
