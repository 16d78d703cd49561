using System.Collections.Immutable;
using System.CommandLine;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>The notes of a brief: of the file that <c>--notes</c> names, of the dossier, and remarks by which people ruled on claims and documents.</summary>
internal sealed class NoteOption
{
    public Option<string?> Notes { get; } = new("--notes") { Description = "Notes of analysts that stand in the brief in their authors' names (docs/formats/notes.md).", HelpName = "FILE.yaml" };

    /// <summary>The notes of a call. Throws <see cref="CallException"/> for a file with mistakes; a remark of the record that says how likely something is in other words than those of the yardstick is left out and named.</summary>
    public ImmutableArray<AnalystNote> Of(ParseResult call, Dossier? dossier, RecordSnapshot shown, Messages messages)
    {
        var remarks = RecordNotes.Of(shown);
        foreach (var remark in remarks)
            if (remark.Wrong is { } wrong) messages.Amiss($"The remark of {remark.Ruling.Author} on {remark.Document.Source} is left out of the brief. {wrong}");
        return [.. File(call), .. dossier?.Notes ?? [], .. remarks.Select(r => r.Note).OfType<AnalystNote>()];
    }

    private ImmutableArray<AnalystNote> File(ParseResult call)
    {
        if (call.GetValue(Notes) is not { } file) return [];
        var parse = NoteReader.Read(CallFiles.Text(file, "a file of notes (docs/formats/notes.md)"));
        return parse.Mistakes.IsEmpty ? parse.Notes : throw new CallException(string.Join('\n', parse.Mistakes.Select(m => $"{file}, {m}")));
    }
}
