using System.Collections.Immutable;
using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>The notes of a brief: of the file that <c>--notes</c> names, of the dossier, and remarks by which people ruled on claims and documents.</summary>
internal sealed class NoteOption
{
    public Option<string?> Notes { get; } = new("--notes") { Description = "Notes of analysts that stand in the brief in their authors' names (docs/formats/notes.md).", HelpName = "FILE.yaml" };

    /// <summary>The notes of a call. Throws <see cref="CallException"/> for a file with mistakes; a remark of the record that says how likely something is in other words than those of the yardstick is left out and named.</summary>
    public ImmutableArray<AnalystNote> Of(ParseResult call, Dossier? dossier, RecordSnapshot shown, Messages messages) =>
        [.. File(call), .. dossier?.Notes ?? [], .. shown.Rulings.Where(r => r.Ruling.Verdict == Verdict.Note && r is { Standing: RulingStanding.Stands, Value: not null }).Select(r => Remark(r, shown, messages)).OfType<AnalystNote>()];

    private ImmutableArray<AnalystNote> File(ParseResult call)
    {
        if (call.GetValue(Notes) is not { } file) return [];
        var parse = NoteReader.Read(CallFiles.Text(file, "a file of notes (docs/formats/notes.md)"));
        return parse.Mistakes.IsEmpty ? parse.Notes : throw new CallException(string.Join('\n', parse.Mistakes.Select(m => $"{file}, {m}")));
    }

    // A remark has the marking of the document that it is on.
    private static AnalystNote? Remark(AppliedRuling ruling, RecordSnapshot shown, Messages messages)
    {
        var on = ruling.Ruling.Key;
        var document = shown.Claims.FirstOrDefault(c => c.Claim.Id == on)?.Document ?? shown.Documents.FirstOrDefault(d => d.Document.Id == on)?.Document;
        if (document is null) return null;
        var note = NoteWords.Settle(new(ruling.Value!, ruling.Ruling.Author, DateOnly.FromDateTime(ruling.Ruling.Time.UtcDateTime)) { On = on, Marking = document.Marking }, out var wrong);
        if (wrong is null) return note;
        messages.Amiss($"The remark of {ruling.Ruling.Author} on {document.Source} is left out of the brief. {wrong}");
        return null;
    }
}
