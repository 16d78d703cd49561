using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>What changed, what is due, and what waits for somebody.</summary>
internal static class TodayScreen
{
    private const int Most = 200;
    private const int Lately = -7;
    private const int Ahead = 30;
    private const int Back = 14;

    /// <summary>Registers its page.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPage<TodayPage, TodayModel>("/today", "What changed since a day (since=2025-10-01, a week ago by default), what is due, and what waits to be reviewed.", ShowAsync);

    private static async Task<TodayModel> ShowAsync(Visit visit)
    {
        var (view, today) = (visit.View, visit.View.Today);
        var since = visit.Day("since") ?? today.AddDays(Lately);
        if (since > today) throw PageException.Wrong("The day since which changes are told lies before today.");
        var changes = since == today ? [] : (await ChangesAsync(view, since)).Items;
        var upcoming = view.Each("today-due", Due);
        return new(
            today, since,
            [.. changes.Take(Most)], changes.Length,
            upcoming.Deadlines, upcoming.Lapsed, upcoming.Meetings,
            [.. view.Snapshot.Rulings.Where(r => r.Standing is RulingStanding.Conflict or RulingStanding.Disagrees).Select(r => RulingItem.Of(r))],
            view.Queue.Doubtful, view.Queue.Entries.Length,
            view.Snapshot.Documents.Count(d => d.Error is null), view.Snapshot.Claims.Length);
    }

    /// <summary>Works out what the page shows of a record before anybody asks.</summary>
    /// <param name="view">The record.</param>
    internal static async Task PrepareAsync(RecordView view)
    {
        _ = (view.Each("today-due", Due), view.Queue);
        await ChangesAsync(view, view.Today.AddDays(Lately));
    }

    private static Task<ChangeList> ChangesAsync(RecordView view, DateOnly since) => view.Each($"changes {since:yyyy-MM-dd}", async now =>
    {
        var before = await now.AsOf(since);
        return new ChangeList([.. now.Listing.Changes(SnapshotDiff.Between(before.Snapshot, now.Snapshot).Where(c => c.Kind != ChangeKind.Mentioned)).Select(e => EntryItem.Of(e, now, 2))]);
    });

    private static DueLists Due(RecordView view)
    {
        var today = view.Today;
        var deadlines = view.Listing.Deadlines().ToList();
        var near = view.Snapshot.Deadlines.Where(d => d.State == DeadlineState.Pending && d.Due?.Latest is { } due && due >= today && due <= today.AddDays(Ahead)).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var gone = view.Snapshot.Deadlines.Where(d => d.State is DeadlineState.Lapsed or DeadlineState.Unknown && d.Due?.Latest is { } due && due < today && due >= today.AddDays(-Back)).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var meet = view.Snapshot.Meetings.Where(m => m.State is not (ClaimStatus.Cancelled or ClaimStatus.Held) && m.When?.Latest is { } day && day >= today && day <= today.AddDays(Ahead)).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        return new(
            Pick(deadlines, near),
            Pick(deadlines, gone),
            [.. Pick(view.Listing.Meetings(), meet).OrderBy(m => m.Code("when"), StringComparer.Ordinal)]);

        ImmutableArray<EntryItem> Pick(IEnumerable<Entry> entries, HashSet<string> keys) => [.. entries.Where(e => keys.Contains(e.Key)).Select(e => EntryItem.Of(e, view, 2))];
    }

    private sealed record DueLists(ImmutableArray<EntryItem> Deadlines, ImmutableArray<EntryItem> Lapsed, ImmutableArray<EntryItem> Meetings);

    private sealed record ChangeList(ImmutableArray<EntryItem> Items);
}

/// <summary>The first page.</summary>
/// <param name="Today">The day.</param>
/// <param name="Since">Since when changes are told.</param>
/// <param name="Changes">What changed, the first of it.</param>
/// <param name="ChangeCount">How much changed.</param>
/// <param name="Due">Deadlines of the next thirty days.</param>
/// <param name="Lapsed">Deadlines whose day passed in the last fourteen days without a reported act.</param>
/// <param name="Meetings">Meetings of the next thirty days.</param>
/// <param name="ToSettle">Rulings that contradict each other, or a later reading.</param>
/// <param name="Doubtful">How many claims the reader is not sure of, and nobody ruled on.</param>
/// <param name="DoubtfulSources">In how many documents they stand.</param>
/// <param name="Documents">How many documents were read.</param>
/// <param name="Claims">How many claims there are.</param>
public sealed record TodayModel(
    DateOnly Today, DateOnly Since, ImmutableArray<EntryItem> Changes, int ChangeCount, ImmutableArray<EntryItem> Due, ImmutableArray<EntryItem> Lapsed, ImmutableArray<EntryItem> Meetings,
    ImmutableArray<RulingItem> ToSettle, int Doubtful, int DoubtfulSources, int Documents, int Claims);
