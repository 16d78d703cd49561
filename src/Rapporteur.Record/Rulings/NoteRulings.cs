using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Remarks that people made on claims and documents.</summary>
internal static class NoteRulings
{
    /// <summary>The remarks as they stand on the claims and documents of a snapshot.</summary>
    internal static IEnumerable<AppliedRuling> Report(RulingBook book, RecordSnapshot snapshot)
    {
        Dictionary<string, string>? subjects = null;
        foreach (var note in book.All("note"))
        {
            subjects ??= Subjects(snapshot);
            var there = subjects.TryGetValue(note.Key, out var subject);
            foreach (var applied in note.Applied(there ? RulingStanding.Stands : RulingStanding.Absent, subject ?? note.Key)) yield return applied;
        }
    }

    // What a remark may be on: claims, those that a person rejected among them, by their words; documents by their source.
    private static Dictionary<string, string> Subjects(RecordSnapshot snapshot)
    {
        var subjects = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var reading in snapshot.Documents) subjects.TryAdd(DocumentKey.Of(reading.Document), reading.Document.Source);
        foreach (var claim in snapshot.Claims.Concat(snapshot.SecondReading).Concat(snapshot.Rulings.Select(r => r.Claim).OfType<RecordedClaim>())) subjects.TryAdd(claim.Claim.Id, claim.Evidence.Quote);
        return subjects;
    }
}
