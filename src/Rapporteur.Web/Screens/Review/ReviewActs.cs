using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>What can be decided about a document and its claims. Each form carries the mark of the rulings that it was shown; where they have changed, nothing is written and both are shown.</summary>
internal static class ReviewActs
{
    private const string Seen = "seen";

    /// <summary>Registers the acts.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapAct("/review/{text}/rule", Role.Analyst, RuleAsync);
        routes.MapAct("/review/{text}/claim/{claim}", Role.Analyst, CorrectAsync);
        routes.MapAct("/review/{text}/add", Role.Analyst, AddAsync);
        routes.MapAct("/review/{text}/document", Role.Analyst, DocumentAsync);
    }

    // The button that was pressed names the verdict; its value the claim, and the mark of what was shown.
    private static Task<IResult> RuleAsync(Visit visit, IFormCollection form)
    {
        var reading = ReviewScreen.Reading(visit);
        var verdict = new[] { Verdict.Accept, Verdict.Reject, Verdict.Undo }.FirstOrDefault(form.ContainsKey) ?? throw PageException.Wrong("Say what is decided: accept, reject or undo.");
        if (form[verdict].ToString().Split(' ') is not [var id, var seen, .. var rest]) throw PageException.Wrong("The form names no claim.");
        var claim = ReviewScreen.ClaimOf(visit, reading, id);
        var back = $"{ClaimItem.ReviewAddress(reading.Document.TextId)}?order={(form["order"] == "text" ? "text" : "doubt")}";
        return DecideAsync(visit, reading, new(verdict, id, seen, Verdict.Accept, $"{verdict}: {visit.View.Listing.Told(claim)}", [(verdict, id), ("order", form["order"].ToString())], $"{back}#c-{rest.FirstOrDefault() ?? id}"), standing =>
        {
            if (verdict != Verdict.Undo) return new RulingRequest { Verdict = verdict, Author = visit.Name!, Of = [id], Reason = Reason(form) };
            var last = standing.LastOrDefault(r => r.Verdict != Verdict.Undo) ?? throw PageException.Wrong("Nobody ruled on this claim; there is nothing to take back.");
            if (last.Author != visit.Name && visit.Role < Role.Editor) throw new PageException(StatusCodes.Status403Forbidden, $"{last.Author} ruled this; only an editor takes back what others ruled.");
            return new RulingRequest { Verdict = Verdict.Undo, Author = visit.Name!, Of = [last.Id], Reason = Reason(form) };
        });
    }

    private static async Task<IResult> CorrectAsync(Visit visit, IFormCollection form)
    {
        var reading = ReviewScreen.Reading(visit);
        var claim = ReviewScreen.ClaimOf(visit, reading, visit.Route("claim"));
        var changed = Changed(form, ClaimForm.Fields(claim.Claim, reading.Document.Text, visit.View.Snapshot));
        if (changed.IsEmpty) return ScreenRoutes.Page<ClaimFormPage>(visit, ReviewScreen.Form(visit, "No field was changed. Accept the claim if it is right as it stands."), StatusCodes.Status422UnprocessableEntity);
        var id = claim.Claim.Id;
        try
        {
            return await DecideAsync(visit, reading, new(Verdict.Correct, id, form[Seen].ToString(), Verdict.Correct, "correct: " + string.Join(", ", changed.Select(c => $"{c.Field} = {c.Value}")), Kept(form), $"{ClaimItem.ReviewAddress(reading.Document.TextId)}#c-{id}"),
                _ => new RulingRequest { Verdict = Verdict.Correct, Author = visit.Name!, Of = [id], Set = changed, Reason = Reason(form) });
        }
        catch (RulingException wrong)
        {
            var shown = ReviewScreen.Form(visit, wrong.Message);
            return ScreenRoutes.Page<ClaimFormPage>(visit, shown with { Fields = Filled(form, shown.Fields), Seen = form[Seen].ToString() }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> AddAsync(Visit visit, IFormCollection form)
    {
        var reading = ReviewScreen.Reading(visit);
        if (!EnumSpelling.TryParse<ClaimType>(form["type"].ToString(), out var type)) throw PageException.Wrong("Say which type of claim it is.");
        var fields = ClaimForm.Fields(type);
        try
        {
            var ruling = await visit.Room.WriteAsync((ledger, limit, unmarked) => Append(ledger, Desk(visit, ledger, reading, limit, unmarked).Make(
                new() { Verdict = Verdict.Add, Author = visit.Name!, Of = [reading.Document.TextId], Type = form["type"].ToString(), Words = form["words"].ToString().Trim(), Set = Changed(form, fields), Reason = Reason(form) }, Now(visit))), visit.Cancel);
            return ScreenRoutes.SeeOther($"{ClaimItem.ReviewAddress(reading.Document.TextId)}#c-{ruling.Key}");
        }
        catch (RulingException wrong)
        {
            var shown = ReviewScreen.AddForm(visit, wrong.Message);
            return ScreenRoutes.Page<ClaimFormPage>(visit, shown with { Type = EnumSpelling.Of(type), Words = form["words"].ToString(), Fields = Filled(form, fields) }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    // The day of publication, and the grade of the source.
    private static Task<IResult> DocumentAsync(Visit visit, IFormCollection form)
    {
        var reading = ReviewScreen.Reading(visit);
        var verdict = new[] { Verdict.Redate, Verdict.Grade }.FirstOrDefault(form.ContainsKey) ?? throw PageException.Wrong("Say what is decided: redate or grade.");
        var value = form[verdict].ToString().Trim();
        return DecideAsync(visit, reading, new(verdict, reading.Document.Id, form[Seen].ToString(), verdict, $"{verdict}: {value}", [(verdict, value)], ClaimItem.ReviewAddress(reading.Document.TextId)),
            _ => new RulingRequest { Verdict = verdict, Author = visit.Name!, Of = [reading.Document.Id], Value = value, Reason = Reason(form) });
    }

    private static async Task<IResult> DecideAsync(Visit visit, DocumentReading reading, Decision decision, Func<IReadOnlyList<Ruling>, RulingRequest> request)
    {
        var meanwhile = await visit.Room.WriteAsync((ledger, limit, unmarked) =>
        {
            var desk = Desk(visit, ledger, reading, limit, unmarked);
            var standing = desk.Standing(decision.Sort, decision.Key);
            if (FreshRulings.Seen(standing) != decision.Seen) return standing;
            if (standing.Count > 1 && visit.Role < Role.Editor) throw new PageException(StatusCodes.Status403Forbidden, "Rulings on this contradict each other; an editor settles them.");
            Append(ledger, desk.Make(request(standing), Now(visit)));
            return null;
        }, visit.Cancel);
        if (meanwhile is null) return ScreenRoutes.SeeOther(decision.After);
        var seen = FreshRulings.Seen(meanwhile);
        ImmutableArray<(string, string)> kept = decision.Sort == Verdict.Accept ? [.. decision.Form.Select(f => f.Name == decision.Verdict ? (f.Name, $"{f.Value} {seen}") : f)] : [.. decision.Form.Where(f => f.Name != Seen), (Seen, seen)];
        return ScreenRoutes.Page<MeanwhilePage>(visit, new MeanwhileModel(SourceItem.Of(reading, visit.View), decision.Wanted, [.. meanwhile.Where(r => r.Verdict != Verdict.Undo).Select(RulingItem.Of)], visit.Path, kept, ClaimItem.ReviewAddress(reading.Document.TextId)), StatusCodes.Status409Conflict);
    }

    private static RulingDesk Desk(Visit visit, Ledger ledger, DocumentReading reading, Marking limit, Marking unmarked) =>
        new(visit.View.Snapshot, ledger.ReadingsOf(reading.Document.TextId, limit, unmarked), ledger.Rulings(null, limit, unmarked));

    private static Ruling Append(Ledger ledger, Ruling ruling) =>
        ledger.Append(ruling) == Appended.Withdrawn ? throw new RulingException("The text was withdrawn; nothing is ruled on it any more.") : ruling;

    private static DateTimeOffset Now(Visit visit) => visit.Options.Clock.GetUtcNow();

    private static string? Reason(IFormCollection form) => form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null;

    private static ImmutableArray<(string Field, string Value)> Changed(IFormCollection form, ImmutableArray<ClaimField> fields) =>
        [.. Filled(form, fields).Zip(fields).Where(f => f.First.Value != f.Second.Value.Trim()).Select(f => (f.First.Name, f.First.Value))];

    private static ImmutableArray<ClaimField> Filled(IFormCollection form, ImmutableArray<ClaimField> fields) => [.. fields.Select(f => form.TryGetValue("field-" + f.Name, out var value) ? f with { Value = value.ToString().Trim() } : f)];

    private static ImmutableArray<(string, string)> Kept(IFormCollection form) => [.. form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).Select(f => (f.Key, f.Value.ToString()))];

    private sealed record Decision(string Verdict, string Key, string Seen, string Sort, string Wanted, ImmutableArray<(string Name, string Value)> Form, string After);
}
