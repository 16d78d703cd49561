using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Desk;

/// <summary>A remark of the record as a note of a brief, or why it is none.</summary>
/// <param name="Ruling">The ruling by which somebody made it.</param>
/// <param name="Document">The document that it is on, or in which the claim stands that it is on.</param>
/// <param name="Note">The note; null where its words break the rules of notes.</param>
/// <param name="Wrong">What is wrong with it; null where nothing is.</param>
public sealed record RecordNote(Ruling Ruling, SourceDocument Document, AnalystNote? Note, string? Wrong);

/// <summary>Remarks that people made on claims and documents, as notes of a brief: each in its author's name, with the marking of its document.</summary>
public static class RecordNotes
{
    /// <summary>The remarks that stand on what a record holds, by time: those that no other ruling follows.</summary>
    /// <param name="shown">The record, without what may not be shown.</param>
    /// <param name="rulings">Rulings, as fresh as they can be had; those of the record when null.</param>
    public static ImmutableArray<RecordNote> Of(RecordSnapshot shown, IReadOnlyList<Ruling>? rulings = null)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var all = rulings ?? [.. shown.Rulings.Select(r => r.Ruling)];
        var followed = all.SelectMany(r => r.Follows).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(r => r.Verdict == Verdict.Note && !followed.Contains(r.Id)).OrderBy(r => r.Time).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => Of(r, shown)).OfType<RecordNote>()];
    }

    private static RecordNote? Of(Ruling ruling, RecordSnapshot shown)
    {
        var on = ruling.Key;
        var document = shown.Claims.FirstOrDefault(c => c.Claim.Id == on)?.Document ?? shown.Documents.FirstOrDefault(d => d.Document.Id == on)?.Document;
        if (document is null || RulingPayload.Parse(ruling.Payload) is not { Value: { } text } payload) return null;
        var note = NoteWords.Settle(new(text, ruling.Author, DateOnly.FromDateTime(ruling.Time.UtcDateTime)) { On = on, Marking = document.Marking, Likelihood = payload.Likelihood, Confidence = payload.Confidence }, out var wrong);
        return new(ruling, document, wrong is null ? note : null, wrong);
    }
}
