using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Turns the claims of readings into claims of the record: actor fields become keys, evidence a citation.</summary>
internal static class ClaimBook
{
    /// <summary>Every claim once, by reported date, then document, then span.</summary>
    internal static ImmutableArray<RecordedClaim> Of(IEnumerable<DocumentReading> readings, ActorResolution actors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var claims = ImmutableArray.CreateBuilder<RecordedClaim>();
        foreach (var reading in readings.OrderBy(r => r, ReadingOrder.Instance))
            foreach (var claim in reading.Claims.OrderBy(c => c.Evidence).ThenBy(c => c.Trigger).ThenBy(c => c.Type).ThenBy(c => c.Id, StringComparer.Ordinal))
                if (seen.Add(claim.Id)) claims.Add(Recorded(claim, reading, actors));
        return claims.DrainToImmutable();
    }

    /// <summary>One claim of a reading as the record holds it.</summary>
    internal static RecordedClaim Recorded(Claim claim, DocumentReading reading, ActorResolution actors)
    {
        var (before, after) = Neighbours(reading.Sentences, claim.Evidence);
        return new()
        {
            Claim = claim with
            {
                By = claim.By is { } by ? actors.Key(reading, by) : null,
                Holder = claim.Holder is { } holder ? actors.Key(reading, holder) : null,
                To = Keys(claim.To, reading, actors),
                Participants = Keys(claim.Participants, reading, actors),
                About = Keys(claim.About, reading, actors),
            },
            Document = reading.Document,
            Evidence = new(reading.Document.TextId, claim.Evidence, claim.Evidence.Slice(reading.Document.Text)),
            Before = before,
            After = after,
        };
    }

    private static ImmutableArray<string> Keys(ImmutableArray<string> ids, DocumentReading reading, ActorResolution actors) =>
        ids.IsDefaultOrEmpty ? [] : [.. ids.Select(id => actors.Key(reading, id)).Distinct(StringComparer.Ordinal)];

    /// <summary>The sentences on either side of one.</summary>
    internal static (TextSpan? Before, TextSpan? After) Neighbours(ImmutableArray<TextSpan> sentences, TextSpan evidence)
    {
        if (sentences.IsDefaultOrEmpty) return (null, null);
        int low = 0, high = sentences.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].End <= evidence.Start) low = middle + 1;
            else high = middle;
        }

        var next = low;
        while (next < sentences.Length && sentences[next].Start < evidence.End) next++;
        return (low > 0 ? sentences[low - 1] : null, next < sentences.Length ? sentences[next] : null);
    }
}
