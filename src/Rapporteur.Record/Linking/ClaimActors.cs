using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Which actors of the record a span of a document names.</summary>
internal sealed class ClaimActors
{
    private readonly Dictionary<string, (TextSpan Span, string Key)[]> _mentions;

    internal ClaimActors(IEnumerable<DocumentReading> readings, ActorResolution actors) =>
        _mentions = readings.ToDictionary(
            r => r.Document.TextId,
            r => r.Actors.SelectMany(a => a.Mentions.Select(m => (m, Key: actors.Key(r, a.Id)))).OrderBy(m => m.m).ToArray(),
            StringComparer.Ordinal);

    /// <summary>Keys of the actors named inside the span, sorted.</summary>
    internal ImmutableArray<string> In(string textId, TextSpan span) => _mentions.TryGetValue(textId, out var mentions)
        ? [.. mentions.Where(m => span.Contains(m.Span)).Select(m => m.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [];
}
