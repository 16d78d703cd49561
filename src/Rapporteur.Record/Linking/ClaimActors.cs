using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Which actors of the record a span of a document names.</summary>
internal sealed class ClaimActors
{
    private readonly Dictionary<string, DocumentReading> _readings;
    private readonly ConcurrentDictionary<string, (TextSpan Span, string Key)[]> _mentions = new(StringComparer.Ordinal);
    private readonly ActorResolution _actors;

    internal ClaimActors(IEnumerable<DocumentReading> readings, ActorResolution actors) =>
        (_readings, _actors) = (readings.ToDictionary(r => r.Document.TextId, StringComparer.Ordinal), actors);

    /// <summary>Keys of the actors named inside the span, sorted.</summary>
    internal ImmutableArray<string> In(string textId, TextSpan span)
    {
        if (!_readings.TryGetValue(textId, out var reading)) return [];
        SortedSet<string>? several = null;
        string? one = null;
        foreach (var (mention, key) in Mentions(reading))
        {
            if (mention.Start >= span.End) break;
            if (!span.Contains(mention) || key == one) continue;
            if (one is null) one = key;
            else (several ??= new(StringComparer.Ordinal) { one }).Add(key);
        }

        return several is not null ? [.. several] : one is not null ? [one] : [];
    }

    /// <summary>The actor who is named last before an offset, where only white space stands between; null where none is.</summary>
    internal string? Before(string textId, int offset)
    {
        if (!_readings.TryGetValue(textId, out var reading)) return null;
        string? last = null;
        foreach (var (mention, key) in Mentions(reading))
            if (mention.End <= offset && reading.Document.Text.AsSpan(mention.End, offset - mention.End).IsWhiteSpace()) last = key;
        return last;
    }

    private (TextSpan Span, string Key)[] Mentions(DocumentReading reading) => _mentions.TryGetValue(reading.Document.TextId, out var known) ? known : _mentions.GetOrAdd(reading.Document.TextId, Sorted(reading));

    // By span; of one span, in the order of the actors.
    private (TextSpan Span, string Key)[] Sorted(DocumentReading reading)
    {
        var count = 0;
        foreach (var actor in reading.Actors) count += actor.Mentions.Length;
        var (mentions, order, at) = (new (TextSpan Span, string Key)[count], new (TextSpan Span, int At)[count], 0);
        foreach (var actor in reading.Actors)
        {
            var key = _actors.Key(reading, actor.Id);
            foreach (var mention in actor.Mentions)
            {
                order[at] = (mention, at);
                mentions[at++] = (mention, key);
            }
        }

        Array.Sort(order, mentions);
        return mentions;
    }
}
