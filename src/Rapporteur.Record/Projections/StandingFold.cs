namespace Rapporteur.Record;

/// <summary>One event about a document, as far as it matters which one counts.</summary>
/// <param name="Event">Id of the event.</param>
/// <param name="Recorded">When its ledger recorded it.</param>
internal sealed record DocumentVersion(string Event, string Recorded);

/// <summary>From when until when an event counts for its document.</summary>
/// <param name="Event">Id of the event.</param>
/// <param name="Since">Recorded time from which on it counts.</param>
/// <param name="Until">Recorded time from which on another counts; <see cref="Open"/> where none does.</param>
internal sealed record StandingSpan(string Event, string Since, string Until)
{
    /// <summary>After every recorded time.</summary>
    internal const string Open = "~";
}

/// <summary>Which event about a document counts when: of those known at the time the one that no known event follows; where two ledgers recorded different ones, the later, then the
/// smaller id. Depends on the set of events only.</summary>
internal static class StandingFold
{
    /// <summary>The spans of recorded time, in order, without gaps after the first; recorded times are compared as spelled.</summary>
    /// <param name="versions">Events about the document whose contents are there.</param>
    /// <param name="successions">Which of them another event follows, and when that one was recorded.</param>
    internal static List<StandingSpan> Of(IReadOnlyList<DocumentVersion> versions, IReadOnlyList<(string Earlier, string Recorded)> successions)
    {
        var times = versions.Select(v => v.Recorded).Concat(successions.Select(s => s.Recorded)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var followed = successions.GroupBy(s => s.Earlier, s => s.Recorded, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(StringComparer.Ordinal)!, StringComparer.Ordinal);
        var spans = new List<StandingSpan>();
        foreach (var time in times)
        {
            var best = Best(versions, followed, time);
            var last = spans.Count > 0 && spans[^1].Until == StandingSpan.Open ? spans[^1] : null;
            if (last?.Event == best) continue;
            if (last is not null) spans[^1] = last with { Until = time };
            if (best is not null) spans.Add(new(best, time, StandingSpan.Open));
        }

        return spans;
    }

    private static string? Best(IReadOnlyList<DocumentVersion> versions, Dictionary<string, string> followed, string time)
    {
        DocumentVersion? best = null;
        foreach (var version in versions)
        {
            if (string.CompareOrdinal(version.Recorded, time) > 0 || (followed.TryGetValue(version.Event, out var since) && string.CompareOrdinal(since, time) <= 0)) continue;
            if (best is not null && string.CompareOrdinal(version.Recorded, best.Recorded) is var later && (later < 0 || (later == 0 && string.CompareOrdinal(version.Event, best.Event) > 0))) continue;
            best = version;
        }

        return best?.Event;
    }
}
