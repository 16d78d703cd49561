using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>A note of a person: no source says it, and it is shown apart from what sources say.</summary>
/// <param name="Id">Id of its ruling.</param>
/// <param name="Text">What it says.</param>
/// <param name="Author">Who signed it.</param>
/// <param name="Date">The day.</param>
/// <param name="Likelihood">How likely the author holds it, in the words of the yardstick with their range; null for none.</param>
/// <param name="Confidence">How much the author trusts the basis; null where none is given.</param>
/// <param name="Marking">Its marking, which is that of its document.</param>
/// <param name="On">What it is on.</param>
/// <param name="Address">Where that can be opened.</param>
/// <param name="Wrong">Why it cannot stand in a brief; null where it can.</param>
/// <param name="MayEdit">Whether who asks may change it.</param>
/// <param name="MayRemove">Whether who asks may remove it.</param>
public sealed record NoteItem(string Id, string Text, string Author, DateOnly Date, string? Likelihood, string? Confidence, string Marking, string On, string? Address, string? Wrong, bool MayEdit, bool MayRemove)
{
    /// <summary>A note of the record.</summary>
    internal static NoteItem Of(RecordNote note, Visit visit)
    {
        var (ruling, view) = (note.Ruling, visit.View);
        var claim = view.ClaimsOf(note.Document.TextId).FirstOrDefault(c => c.Claim.Id == ruling.Key);
        var own = visit.MayRule && ruling.Author == visit.Name;
        return new(
            ruling.Id, note.Note?.Text ?? RulingPayload.Parse(ruling.Payload)?.Value ?? "", ruling.Author, DateOnly.FromDateTime(ruling.Time.UtcDateTime),
            note.Note?.Likelihood is { } likely ? Told(likely) : null, note.Note?.Confidence is { } trust ? EnumSpelling.Of(trust) : null,
            EnumSpelling.Of(note.Document.Marking), claim is null ? HeaderWords.Title(note.Document) : view.Listing.Told(claim),
            claim is not null ? ClaimItem.Of(claim, view).Address : note.Document.TextId.Length > 0 ? ClaimItem.SourceAddress(note.Document.TextId) : null,
            note.Wrong, own, own || (visit.MayRule && visit.Role == Role.Editor));
    }

    /// <summary>A range of the yardstick as it is shown.</summary>
    internal static string Told(Likelihood likelihood) => $"{Yardstick.Of(likelihood).Words[0]} ({Yardstick.Of(likelihood).Range})";
}
