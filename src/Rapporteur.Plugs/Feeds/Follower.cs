using System.Globalization;
using Rapporteur.Reading;

namespace Rapporteur.Plugs;

/// <summary>A page that a feed led to.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Page">The page.</param>
/// <param name="Fetched">How it was fetched; null where it is the words in the feed itself.</param>
public sealed record FollowedPage(FollowedFeed Feed, PageSource Page, FetchedPage? Fetched);

/// <summary>What came of one look at a feed.</summary>
/// <param name="Feed">The feed.</param>
/// <param name="Message">One sentence; what went wrong where something did.</param>
/// <param name="IsFault">Whether something went wrong.</param>
public sealed record FollowNote(FollowedFeed Feed, string Message, bool IsFault);

/// <summary>Looks at feeds that are due, one after the other, and hands over what is new. A feed that fails is left alone for a while and stops no other.</summary>
/// <param name="list">The feeds.</param>
/// <param name="state">What is remembered; changed by every look.</param>
/// <param name="fetcher">Fetches.</param>
/// <param name="clock">The clock.</param>
/// <param name="take">Takes a page; gives the hash of its text, the one that is named where the text is the same, null where there is no text. Called in order.</param>
public sealed class Follower(FollowList list, FollowState state, PoliteFetcher fetcher, TimeProvider clock, Func<FollowedPage, string?, string?> take)
{
    private const int MostTries = 3;

    /// <summary>When the next feed is due; null where none will ever be.</summary>
    public DateTimeOffset? Next => list.Feeds.Select(f => state[f.Address]).Where(s => !s.IsGone).Select(s => (DateTimeOffset?)s.NotBefore).Min();

    /// <summary>One round over the feeds that are due. After each note the state is as it should be kept.</summary>
    /// <param name="cancel">Ends it with <see cref="OperationCanceledException"/>.</param>
    public async IAsyncEnumerable<FollowNote> RoundAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var feed in list.Feeds)
        {
            cancel.ThrowIfCancellationRequested();
            var known = state[feed.Address];
            if (known.IsGone || known.NotBefore > clock.GetUtcNow()) continue;
            await foreach (var note in feed.IsPage ? PageAsync(feed, known, cancel) : FeedAsync(feed, known, cancel)) yield return note;
        }
    }

    private async IAsyncEnumerable<FollowNote> PageAsync(FollowedFeed feed, FeedState known, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var fetched = await fetcher.FetchAsync(feed.Address, known.Tag, known.Modified, cancel);
        if (fetched.Fault is { } fault)
        {
            yield return Failed(feed, known, fault);
            yield break;
        }

        var before = known.Entries.GetValueOrDefault("")?.TextId;
        var text = fetched.IsNotModified ? before : take(new(feed, Page(feed, fetched, null, feed.Name), fetched), before);
        state[feed.Address] = Well(feed, fetched, keeps: true, known) with { Entries = new Dictionary<string, EntryState>(StringComparer.Ordinal) { [""] = new("", text, 0) } };
        yield return new(feed, fetched.IsNotModified ? "not modified" : text == before ? "the same text" : "read", false);
    }

    private async IAsyncEnumerable<FollowNote> FeedAsync(FollowedFeed feed, FeedState known, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var fetched = await fetcher.FetchAsync(feed.Address, known.Tag, known.Modified, cancel);
        if (fetched.Fault is { } fault)
        {
            yield return Failed(feed, known, fault);
            yield break;
        }

        if (fetched.IsNotModified)
        {
            state[feed.Address] = Well(feed, fetched, keeps: true, known);
            yield return new(feed, "not modified", false);
            yield break;
        }

        FeedDocument? document = null;
        FetchFault? broken = null;
        try
        {
            document = FeedReader.Read(fetched.Body, new PageSource([], "") { ContentType = fetched.Header("Content-Type") }.Charset, fetched.Final);
        }
        catch (FormatException wrong)
        {
            broken = new("broken", wrong.Message);
        }

        if (document is null)
        {
            yield return Failed(feed, known, broken!);
            yield break;
        }

        if (fetched.MovedForGood) yield return new(feed, $"it has moved for good to {fetched.Final}; write that address into the list", false);
        var entries = new Dictionary<string, EntryState>(StringComparer.Ordinal);
        // Of what the feed no longer lists, nothing needs to be remembered but what it listed last.
        foreach (var entry in document.Entries)
            if (known.Entries.TryGetValue(entry.Key, out var old)) entries[entry.Key] = old;
        var (taken, left, faults) = (0, 0, new List<FollowNote>());
        FetchFault? busy = null;
        foreach (var entry in document.Entries.DistinctBy(e => e.Key).Take(feed.Most))
        {
            var old = entries.GetValueOrDefault(entry.Key);
            if (old is not null && old.Stamp == entry.Stamp && old.Tries is 0 or >= MostTries) continue;
            if (busy is not null)
            {
                left++;
                continue;
            }

            var (text, wrong) = await TakeAsync(feed, document, entry, fetched.Final, old?.TextId, cancel);
            if (wrong is { Code: "busy" or "robots-unreachable" })
            {
                busy = wrong;
                left++;
                faults.Add(new(feed, $"{entry.Link}: {wrong.Message}", true));
                continue;
            }

            var tries = wrong is null ? 0 : old is not null && old.Stamp == entry.Stamp ? old.Tries + 1 : wrong.Code is "robots" or "private-address" or "address" or "too-large" or "gone" or "no-words" ? MostTries : 1;
            entries[entry.Key] = new(entry.Stamp, text ?? old?.TextId, tries);
            if (wrong is not null) faults.Add(new(feed, $"{entry.Link?.AbsoluteUri ?? entry.Key}: {wrong.Message}", true));
            else taken++;
            if (tries is > 0 and < MostTries) left++;
            // What was taken stays known, whatever comes next.
            state[feed.Address] = known with { Entries = new Dictionary<string, EntryState>(entries, StringComparer.Ordinal) };
        }

        // Where entries are left, the whole feed is asked for again, or a "not modified" would hide them.
        state[feed.Address] = Well(feed, fetched, keeps: left == 0, known) with { Entries = entries };
        if (busy is not null) state[feed.Address] = state[feed.Address] with { NotBefore = clock.GetUtcNow() + BackOff.Wait(feed.Every, 1, busy.RetryAfter, list.Seed, feed.Address) };
        foreach (var note in faults) yield return note;
        yield return new(feed, string.Create(CultureInfo.InvariantCulture, $"{document.Entries.Length} entries, {taken} of them new or changed{(left > 0 ? $", {left} to be tried again" : "")}{(document.Entries.Length > feed.Most ? $"; only the first {feed.Most} are looked at" : "")}"), false);
    }

    private async Task<(string? Text, FetchFault? Fault)> TakeAsync(FollowedFeed feed, FeedDocument document, FeedEntry entry, Uri at, string? known, CancellationToken cancel)
    {
        var publisher = feed.Name ?? document.Title;
        if (feed.TakesFeedText)
        {
            return PageFiles.OfEntry(entry, publisher, $"{at.AbsoluteUri}#{entry.Key}") is { } words ? (take(new(feed, words, null), known), null)
                : (null, new("no-words", "The feed carries no words of this entry; leave out 'text: feed'."));
        }

        if (entry.Link is not { } link) return (null, new("no-words", "The entry names no page; write 'text: feed' to take the words in the feed."));
        var fetched = await fetcher.FetchAsync(link, null, null, cancel);
        return fetched.Fault is { } fault ? (null, fault) : (take(new(feed, Page(feed, fetched, entry, publisher), fetched), known), null);
    }

    private static PageSource Page(FollowedFeed feed, FetchedPage fetched, FeedEntry? entry, string? publisher) => new(fetched.Body, (entry is null ? feed.Address : fetched.Address).AbsoluteUri)
    {
        ContentType = fetched.Header("Content-Type"),
        Published = entry?.Published,
        Title = entry?.Title,
        Publisher = publisher,
    };

    private FollowNote Failed(FollowedFeed feed, FeedState known, FetchFault fault)
    {
        var failures = known.Failures + 1;
        var wait = BackOff.Wait(feed.Every, failures, fault.RetryAfter, list.Seed, feed.Address);
        state[feed.Address] = known with { Failures = failures, NotBefore = clock.GetUtcNow() + wait, IsGone = fault.Code == "gone" };
        return new(feed, fault.Code == "gone" ? fault.Message : string.Create(CultureInfo.InvariantCulture, $"{fault.Message} It is left alone for {Words(wait)}. [{fault.Code}]"), true);
    }

    private FeedState Well(FollowedFeed feed, FetchedPage fetched, bool keeps, FeedState known) => known with
    {
        Tag = keeps ? fetched.Header("ETag") ?? (fetched.IsNotModified ? known.Tag : null) : null,
        Modified = keeps ? fetched.Header("Last-Modified") ?? (fetched.IsNotModified ? known.Modified : null) : null,
        Failures = 0,
        NotBefore = clock.GetUtcNow() + feed.Every,
    };

    private static string Words(TimeSpan wait) => wait.TotalMinutes < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(wait.TotalMinutes):0} minutes")
        : string.Create(CultureInfo.InvariantCulture, $"{wait.TotalHours:0.#} hours");
}
