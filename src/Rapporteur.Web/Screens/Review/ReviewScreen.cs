using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>The text on the left with its claims marked, the claims on the right: accept, correct, reject, add; those in doubt first.</summary>
internal static class ReviewScreen
{
    private const int Size = 50;

    /// <summary>Registers its pages and acts.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<ReviewListPage, ReviewListModel>("/review", "Documents with doubtful claims or rulings to settle, those with most to do first (page=).", List);
        routes.MapPage<ReviewPage, ReviewModel>("/review/{text}", "A document with its claims and how each was ruled (order=doubt|text).", Show);
        routes.MapPage<ClaimFormPage, ClaimFormModel>("/review/{text}/claim/{claim}", "A claim with the fields that can be corrected.", visit => Form(visit, null));
        routes.MapPage<ClaimFormPage, ClaimFormModel>("/review/{text}/add", "A claim to add: type=, words=.", visit => AddForm(visit, null));
        ReviewActs.Map(routes);
    }

    /// <summary>The document that the path names.</summary>
    internal static DocumentReading Reading(Visit visit) => visit.View.Document(visit.Route("text")) ?? throw PageException.NotThere("This text");

    /// <summary>A claim of the document, those that were rejected among them.</summary>
    internal static RecordedClaim ClaimOf(Visit visit, DocumentReading reading, string id) =>
        Claims(visit.View, reading.Document.TextId).FirstOrDefault(c => c.Claim.Id == id) ?? throw PageException.NotThere("This claim");

    /// <summary>The form of a claim to correct.</summary>
    internal static ClaimFormModel Form(Visit visit, string? wrong)
    {
        var reading = Reading(visit);
        var claim = ClaimOf(visit, reading, visit.Route("claim"));
        return new(SourceItem.Of(reading, visit.View), ClaimItem.Of(claim, visit.View), EnumSpelling.Of(claim.Claim.Type), "", ClaimForm.Fields(claim.Claim, reading.Document.Text, visit.View.Snapshot),
            visit.Room.Rulings(visit.View).Seen(Verdict.Correct, claim.Claim.Id), Names(reading), wrong);
    }

    /// <summary>The form of a claim to add.</summary>
    internal static ClaimFormModel AddForm(Visit visit, string? wrong)
    {
        var reading = Reading(visit);
        var type = EnumSpelling.TryParse<ClaimType>(visit.Query("type"), out var chosen) ? chosen : ClaimType.Demand;
        return new(SourceItem.Of(reading, visit.View), null, EnumSpelling.Of(type), visit.Query("words") ?? "", ClaimForm.Fields(type), "", Names(reading), wrong);
    }

    private static ImmutableArray<string> Names(DocumentReading reading) => [.. reading.Actors.Select(a => a.Name).Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Take(200)];

    private static ReviewListModel List(Visit visit)
    {
        var view = visit.View;
        return new(visit.Cut(view.Queue.Entries, e => new ReviewRow(SourceItem.Of(view.Document(e.Document.TextId)!, view), e.Doubtful, e.Ruled, e.Unsettled), Size), view.Queue.Doubtful);
    }

    private static ReviewModel Show(Visit visit)
    {
        var view = visit.View;
        var reading = Reading(visit);
        var textId = reading.Document.TextId;
        var order = visit.Choice("order", "doubt", "doubt", "text");
        var fresh = visit.Room.Rulings(view);
        var applied = view.Snapshot.Rulings.Where(r => r.Ruling.TextId == textId && Verdict.SortOf(r.Ruling.Verdict) == "claim").ToLookup(r => r.Ruling.Key, StringComparer.Ordinal);
        var numbered = Claims(view, textId).OrderBy(c => c.Claim.Trigger).ThenBy(c => c.Claim.Id, StringComparer.Ordinal).Select((claim, i) =>
        {
            var standing = fresh.Standing(Verdict.Accept, claim.Claim.Id);
            var state = State(claim, applied[claim.Claim.Id], standing);
            return (Claim: claim, Item: new ReviewClaim(i + 1, ClaimItem.Of(claim, view), state, FreshRulings.Seen(standing), [.. standing.Where(r => r.Verdict != Verdict.Undo).Select(RulingItem.Of)], applied[claim.Claim.Id].FirstOrDefault(r => !r.Fields.IsEmpty)?.Fields ?? [], null));
        }).ToList();
        if (order == "doubt") numbered = [.. numbered.OrderBy(c => Urgency(c.Item.State)).ThenBy(c => c.Claim.Claim.Confidence).ThenBy(c => c.Item.Number)];
        var claims = numbered.Select((c, i) => c.Item with { Next = numbered.Skip(i + 1).Concat(numbered.Take(i)).FirstOrDefault(n => IsOpen(n.Item.State)).Item?.Claim.Id }).ToImmutableArray();
        var at = view.Queue.Entries.ToList().FindIndex(e => e.Document.TextId == textId);
        var (previous, next) = at < 0 ? (null, view.Queue.Entries.FirstOrDefault()) : (view.Queue.Entries.ElementAtOrDefault(at - 1), view.Queue.Entries.ElementAtOrDefault(at + 1));
        return new(SourceItem.Of(reading, view), reading.Document.Text, claims, order, claims.Count(c => IsOpen(c.State)), Address(previous), Address(next),
            new(fresh.Seen(Verdict.Redate, reading.Document.Id), fresh.Seen(Verdict.Grade, reading.Document.Id)));

        static string? Address(ReviewEntry? entry) => entry is null ? null : ClaimItem.ReviewAddress(entry.Document.TextId);
    }

    // What was rejected stands beside the text too: it may be had back.
    private static IEnumerable<RecordedClaim> Claims(RecordView view, string textId)
    {
        var standing = view.ClaimsOf(textId);
        var there = standing.Select(c => c.Claim.Id).ToHashSet(StringComparer.Ordinal);
        var rejected = view.Snapshot.Rulings.Where(r => r.Claim is not null && r.Ruling.TextId == textId && Verdict.SortOf(r.Ruling.Verdict) == "claim").Select(r => r.Claim!).Where(c => there.Add(c.Claim.Id));
        return [.. standing, .. rejected];
    }

    private static string State(RecordedClaim claim, IEnumerable<AppliedRuling> applied, IReadOnlyList<Ruling> standing)
    {
        if (applied.Any(r => r.Standing == RulingStanding.Conflict) && standing.Count > 1) return "conflict";
        if (standing.LastOrDefault(r => r.Verdict != Verdict.Undo) is { } ruling)
            return applied.Any(r => r.Standing == RulingStanding.Disagrees) ? "disagrees" : ruling.Verdict switch { Verdict.Accept => "accepted", Verdict.Correct => "corrected", Verdict.Reject => "rejected", _ => "added" };
        return claim.Claim.Confidence < ReviewQueue.Sure ? "doubtful" : "open";
    }

    private static int Urgency(string state) => state switch { "conflict" => 0, "disagrees" => 1, "doubtful" => 2, "open" => 3, _ => 4 };

    private static bool IsOpen(string state) => state is "conflict" or "disagrees" or "doubtful" or "open";
}
