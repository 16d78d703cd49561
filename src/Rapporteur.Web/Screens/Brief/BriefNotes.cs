using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>Notes of people, added, changed and removed. Each is a ruling on a claim or document: signed, with the marking of the document, never taken for what a source says.</summary>
internal static partial class BriefNotes
{
    private const int LongestText = 2_000;
    private const int MostDocuments = 200;

    /// <summary>Registers the pages and acts.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<NotePage, NoteForm>("/brief/note", "The form of a new note (on= a claim or document).", visit => New(visit));
        routes.MapPage<NotePage, NoteForm>("/brief/note/{note}", "The form of a note that stands.", Standing);
        routes.MapAct("/brief/note", Role.Analyst, AddAsync);
        routes.MapAct("/brief/note/{note}", Role.Analyst, ChangeAsync);
    }

    private static NoteForm New(Visit visit) => Form(visit, visit.Query("on"), DoorScreen.Inside(visit.Query("back") ?? "/brief"));

    private static NoteForm Form(Visit visit, string? on, string back)
    {
        if (!visit.MayRule) throw new PageException(StatusCodes.Status403Forbidden, "Analysts write notes; your account reads.");
        var about = on is null ? null : Target(visit, on);
        var documents = about is null ? visit.View.Snapshot.Documents.Reverse().Where(d => d.Error is null).Take(MostDocuments).Select(d => new NoteTarget(d.Document.Id, $"{HeaderWords.Title(d.Document)} ({DateWords.Of(d.Document.Published.Value)})", EnumSpelling.Of(d.Document.Marking))) : [];
        return new(null, about, [.. documents], "", null, null, [.. Yardstick.Rows.Select(r => new NoteWord(EnumSpelling.Of(r.Likelihood), NoteItem.Told(r.Likelihood)))], [.. EnumSpelling.All<AnalyticalConfidence>()], back.StartsWith("/brief", StringComparison.Ordinal) ? back : "/brief", null);
    }

    private static NoteForm Standing(Visit visit)
    {
        var id = "sha256:" + visit.Route("note");
        var rulings = visit.Room.Rulings(visit.View).All;
        var note = rulings.FirstOrDefault(r => r.Id == id && r.Verdict == Verdict.Note && Stands(rulings, id)) ?? throw PageException.NotThere("This note");
        var form = Form(visit, note.Key, DoorScreen.Inside(visit.Query("back") ?? "/brief"));
        if (note.Author != visit.Name) throw new PageException(StatusCodes.Status403Forbidden, $"{note.Author} signed this note; add one of your own.");
        var payload = RulingPayload.Parse(note.Payload);
        var settled = NoteWords.Settle(new(payload?.Value ?? "", note.Author, visit.View.Today) { Likelihood = payload?.Likelihood, Confidence = payload?.Confidence }, out _);
        return form with { Replaces = visit.Route("note"), Text = settled.Text, Likelihood = Spelled(settled.Likelihood), Confidence = Spelled(settled.Confidence) };
    }

    private static Task<IResult> AddAsync(Visit visit, IFormCollection form) => SaveAsync(visit, form, null);

    private static Task<IResult> ChangeAsync(Visit visit, IFormCollection form) => form.ContainsKey("remove") ? RemoveAsync(visit, form, "sha256:" + visit.Route("note")) : SaveAsync(visit, form, "sha256:" + visit.Route("note"));

    private static async Task<IResult> SaveAsync(Visit visit, IFormCollection form, string? replaces)
    {
        var back = DoorScreen.Inside(form["back"].ToString());
        var on = form["on"].ToString();
        var text = Spaces().Replace(form["text"].ToString().Trim(), " ");
        Likelihood? likelihood = EnumSpelling.TryParse<Likelihood>(form["likelihood"].ToString(), out var likely) ? likely : null;
        AnalyticalConfidence? confidence = EnumSpelling.TryParse<AnalyticalConfidence>(form["confidence"].ToString(), out var trust) ? trust : null;
        var settled = NoteWords.Settle(new(text, visit.Name!, visit.View.Today) { Likelihood = likelihood, Confidence = confidence }, out var wrong);
        if (text.Length == 0) wrong = "Write what the note says.";
        if (text.Length > LongestText) wrong = $"A note has {LongestText} characters at most; this one has {text.Length}.";
        if (wrong is not null) return Again(wrong, StatusCodes.Status422UnprocessableEntity, replaces);
        var target = Target(visit, on);
        var saved = await visit.Room.WriteAsync((ledger, limit, unmarked) =>
        {
            var rulings = ledger.Rulings(null, limit, unmarked);
            if (replaces is not null && !Stands(rulings, replaces)) return false;
            var desk = new RulingDesk(visit.View.Snapshot, [.. visit.View.Snapshot.Documents.Where(d => d.Document.Id == target.Id)], rulings);
            var ruling = desk.Make(new() { Verdict = Verdict.Note, Author = visit.Name!, Of = [target.Id], Value = text, Likelihood = settled.Likelihood, Confidence = settled.Confidence, Replaces = replaces }, visit.Options.Clock.GetUtcNow());
            return ledger.Append(ruling) == Appended.Withdrawn ? throw new RulingException("The text was withdrawn; nothing is written on it any more.") : true;
        }, visit.Cancel);
        return saved ? ScreenRoutes.SeeOther(back) : Again("This note was changed or removed meanwhile, and nothing was written. What you wrote is kept below: save it as a new note, or leave it.", StatusCodes.Status409Conflict, null);

        IResult Again(string message, int status, string? note) => ScreenRoutes.Page<NotePage>(visit,
            Form(visit, on.Length > 0 ? on : null, back) with { Replaces = note?["sha256:".Length..], Text = text, Likelihood = Spelled(likelihood), Confidence = Spelled(confidence), Wrong = message }, status);
    }

    private static async Task<IResult> RemoveAsync(Visit visit, IFormCollection form, string id)
    {
        await visit.Room.WriteAsync((ledger, limit, unmarked) =>
        {
            var rulings = ledger.Rulings(null, limit, unmarked);
            var note = rulings.FirstOrDefault(r => r.Id == id && r.Verdict == Verdict.Note) ?? throw PageException.NotThere("This note");
            if (note.Author != visit.Name && visit.Role < Role.Editor) throw new PageException(StatusCodes.Status403Forbidden, $"{note.Author} signed this note; only an editor removes those of others.");
            if (!Stands(rulings, id)) throw new PageException(StatusCodes.Status409Conflict, "This note was changed or removed meanwhile; nothing was written.");
            return ledger.Append(new RulingDesk(visit.View.Snapshot, [], rulings).Make(new() { Verdict = Verdict.Undo, Author = visit.Name!, Of = [id] }, visit.Options.Clock.GetUtcNow()));
        }, visit.Cancel);
        return ScreenRoutes.SeeOther(DoorScreen.Inside(form["back"].ToString()));
    }

    private static bool Stands(IReadOnlyList<Ruling> rulings, string id) => rulings.Any(r => r.Id == id) && !rulings.Any(r => r.Follows.Contains(id));

    private static NoteTarget Target(Visit visit, string on)
    {
        if (visit.View.Snapshot.Claims.FirstOrDefault(c => c.Claim.Id == on) is { } claim) return new(on, visit.View.Listing.Told(claim), EnumSpelling.Of(claim.Document.Marking));
        var document = visit.View.Snapshot.Documents.FirstOrDefault(d => d.Document.Id == on)?.Document ?? throw PageException.NotThere("What the note is on");
        return new(document.Id, HeaderWords.Title(document), EnumSpelling.Of(document.Marking));
    }

    private static string? Spelled<T>(T? value) where T : struct, Enum => value is { } known ? EnumSpelling.Of(known) : null;

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}

/// <summary>What a note may be on.</summary>
/// <param name="Id">Id of the claim or document.</param>
/// <param name="Told">The claim in a line, or the title of the document.</param>
/// <param name="Marking">Its marking, which the note takes over.</param>
public sealed record NoteTarget(string Id, string Told, string Marking);

/// <summary>Words that can be chosen.</summary>
/// <param name="Code">As files spell them.</param>
/// <param name="Told">As they are shown.</param>
public sealed record NoteWord(string Code, string Told);

/// <summary>The form of a note.</summary>
/// <param name="Replaces">Id of the note that is changed, without its prefix; null for a new one.</param>
/// <param name="On">What it is on; null where a document is to be chosen.</param>
/// <param name="Documents">Documents to choose from, the latest first.</param>
/// <param name="Text">What it says.</param>
/// <param name="Likelihood">How likely the author holds it; null for no judgement.</param>
/// <param name="Confidence">How much the author trusts the basis; null where none is given.</param>
/// <param name="Likelihoods">The yardstick.</param>
/// <param name="Confidences">Levels of confidence.</param>
/// <param name="Back">Where to go then.</param>
/// <param name="Wrong">What is wrong; null for nothing.</param>
public sealed record NoteForm(
    string? Replaces, NoteTarget? On, ImmutableArray<NoteTarget> Documents, string Text, string? Likelihood, string? Confidence, ImmutableArray<NoteWord> Likelihoods, ImmutableArray<string> Confidences, string Back, string? Wrong);
