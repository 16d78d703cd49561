using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Notes of analysts, the latest first: those given for the brief, then remarks on claims and documents of the record.</summary>
internal static class NotesSection
{
    private const string Id = "notes";

    public static ImmutableArray<Block> Build(BriefDesk desk) =>
        [.. desk.Options.Notes.OrderByDescending(n => n.Date).ThenBy(n => n.Author, StringComparer.Ordinal).ThenBy(n => n.Text, StringComparer.Ordinal).Select(n => Block(desk, n)).OfType<NoteBlock>()];

    // A note on a claim or document that is not in this brief is not in it either.
    private static NoteBlock? Block(BriefDesk desk, AnalystNote note)
    {
        var id = desk.Id("n", Id, note.Author, note.Text, note.On);
        if (note.On is not { } on) return new(id, note, []);
        if (desk.Snapshot.Documents.FirstOrDefault(d => d.Document.Id == on) is { } reading)
            return new(id, note with { About = PassageMaker.Label(reading.Document, desk.Day) }, []);
        var claims = desk.Snapshot.Claims.Where(c => c.Claim.Id.StartsWith(on, StringComparison.Ordinal)).Take(2).ToImmutableArray();
        return claims is [var claim] ? new(id, note, [desk.Line(Id, claim)]) : null;
    }
}
