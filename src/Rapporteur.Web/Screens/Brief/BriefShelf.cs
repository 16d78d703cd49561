using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>A brief, or what is missing for it.</summary>
/// <param name="Brief">The brief; null where something is missing.</param>
/// <param name="Missing">What is missing; null where nothing is.</param>
/// <param name="Near">Names that may be meant.</param>
/// <param name="Notes">Remarks of the record within the marking, those among them that cannot stand in a brief.</param>
internal sealed record MadeBrief(Brief? Brief, string? Missing, ImmutableArray<string> Near, ImmutableArray<RecordNote> Notes);

/// <summary>Makes briefs and keeps the last of them, so that looking at one and loading it down are one piece of work. Thread-safe.</summary>
/// <param name="room">The record.</param>
/// <param name="gate">Lets few at a time work.</param>
/// <param name="options">What is served.</param>
internal sealed class BriefShelf(RecordRoom room, WorkGate gate, WorkbenchOptions options)
{
    private const int Kept = 8;
    private readonly Lock _lock = new();
    private readonly List<(string Stamp, BriefRequest Request, MadeBrief Made)> _kept = [];

    /// <summary>The brief that is asked for.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="request">What for.</param>
    /// <param name="current">Whether to wait for the record as it stands this moment, where the pages still show it from before: a file that goes out says nothing old.</param>
    public async Task<MadeBrief> TakeAsync(Visit visit, BriefRequest request, bool current = false)
    {
        var day = request.AsOf;
        var view = day is { } asOf ? await room.AsOfAsync(asOf) : visit.View;
        var before = request.Form(options)?.Needs.Contains(TemplateNeed.Since) == true ? await room.AsOfAsync(request.Since!.Value) : null;
        // Notes are taken as they stand this moment, also where the record is still being folded behind the page.
        var rulings = room.Rulings(visit.View);
        var behind = current && view.Stamp != rulings.Stamp;
        var stamp = $"{(behind ? rulings.Stamp : view.Stamp)} {rulings.Stamp}";
        if (Known(stamp, request) is { } known) return known;
        return await gate.RunAsync(_ =>
        {
            if (Known(stamp, request) is { } meanwhile) return meanwhile;
            var made = Make(visit, request, Look(view), before is null ? null : Look(before), rulings.All);
            lock (_lock)
            {
                _kept.Add((stamp, request, made));
                if (_kept.Count > Kept) _kept.RemoveAt(0);
            }

            return made;
        }, visit.Cancel);

        RecordSnapshot Look(RecordView of) => behind ? Folded(of, request.Limit) : Within(of, request.Limit);
    }

    /// <summary>The record of a view without what lies above a marking. Where that is below the server's, the record is folded anew, so that nothing that is withheld has left a trace in it.</summary>
    /// <param name="view">The record as the pages show it.</param>
    /// <param name="limit">Strictest marking.</param>
    public RecordSnapshot Within(RecordView view, Marking limit) => options.MaxMarking.IsWithin(limit) ? view.Snapshot : Folded(view, limit);

    private RecordSnapshot Folded(RecordView view, Marking limit) => room.Read((ledger, _, _) => ledger.Snapshot(view.Snapshot.AsOf, limit: limit, dossier: options.Dossier));

    private MadeBrief? Known(string stamp, BriefRequest request)
    {
        lock (_lock) return _kept.Find(k => k.Stamp == stamp && k.Request == request).Made;
    }

    private MadeBrief Make(Visit visit, BriefRequest request, RecordSnapshot snapshot, RecordSnapshot? before, IReadOnlyList<Ruling> rulings)
    {
        var template = request.Form(options);
        // What the pages show has its issues already.
        var board = ReferenceEquals(snapshot, visit.View.Snapshot) ? ReasonedRecord.Of(visit).Snapshot : BriefMaking.Board(snapshot, options.Dossier, request.Limit);
        var remarks = RecordNotes.Of(board, rulings);
        string? actor = null, issue = null;
        if (template?.Needs.Contains(TemplateNeed.Actor) == true)
        {
            var found = request.Actor is { } name ? SubjectFinder.Actor(board, name) : null;
            if (found?.Key is null) return new(null, request.Actor is null ? "Name the state, body or person that the brief is about." : $"“{request.Actor}” is not one actor of what was read.", found?.Near ?? [], remarks);
            actor = found.Key;
        }

        if (template?.Needs.Contains(TemplateNeed.Issue) == true)
        {
            var found = request.Issue is { } name ? SubjectFinder.Issue(board, name) : null;
            if (found?.Key is null) return new(null, request.Issue is null ? "Choose the issue that the brief is about." : $"“{request.Issue}” is not one issue of what was read.", found?.Near ?? [], remarks);
            issue = found.Key;
        }

        var made = new BriefOptions
        {
            Title = options.Title,
            Watch = options.Dossier?.Watch ?? [],
            AsOf = snapshot.AsOf,
            Since = request.Since,
            MaxMarking = request.Limit,
            Template = template,
            Actor = actor,
            Issue = issue,
            Changes = before is null ? [] : [.. SnapshotDiff.Between(before, snapshot)],
            Notes = [.. options.Dossier?.Notes ?? [], .. remarks.Select(r => r.Note).OfType<AnalystNote>()],
        };
        return new(BriefMaking.Of(snapshot, board, DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot)), made), null, [], remarks);
    }
}
