using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Turns the claims of readings into claims of the record: actor fields become keys, evidence a citation.</summary>
internal static class ClaimBook
{
    /// <summary>Every claim once, by reported date, then document, then span.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="keys">Keys of the actors of each.</param>
    internal static ImmutableArray<RecordedClaim> Of(IEnumerable<DocumentReading> readings, Func<DocumentReading, ReadingKeys> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var claims = ImmutableArray.CreateBuilder<RecordedClaim>();
        foreach (var reading in readings.OrderBy(r => r, ReadingOrder.Instance))
        {
            if (reading.Claims.IsEmpty) continue;
            var (actors, last) = (keys(reading), default(RecordedClaim));
            foreach (var claim in Sorted(reading.Claims))
            {
                if (!seen.Add(claim.Id)) continue;
                last = last?.Claim.Evidence == claim.Evidence ? last with { Claim = Keyed(claim, actors) } : Recorded(claim, reading, actors);
                claims.Add(last);
            }
        }

        return claims.DrainToImmutable();
    }

    /// <summary>One claim of a reading as the record holds it.</summary>
    internal static RecordedClaim Recorded(Claim claim, DocumentReading reading, ReadingKeys actors)
    {
        var (before, after) = Neighbours(reading.Sentences, claim.Evidence);
        return new()
        {
            Claim = Keyed(claim, actors),
            Document = reading.Document,
            Evidence = new(reading.Document.TextId, claim.Evidence, claim.Evidence.Slice(reading.Document.Text)),
            Before = before,
            After = after,
        };
    }

    private static Claim Keyed(Claim claim, ReadingKeys actors) => claim with
    {
        By = claim.By is { } by ? actors[by] : null,
        Holder = claim.Holder is { } holder ? actors[holder] : null,
        To = actors.Of(claim.To),
        Participants = actors.Of(claim.Participants),
        About = actors.Of(claim.About),
    };

    // Readers give them sorted; rulings and other readers may not.
    private static IEnumerable<Claim> Sorted(ImmutableArray<Claim> claims)
    {
        for (var i = 1; i < claims.Length; i++)
            if (Compare(claims[i - 1], claims[i]) > 0)
                return claims.OrderBy(c => c.Evidence).ThenBy(c => c.Trigger).ThenBy(c => c.Type).ThenBy(c => c.Id, StringComparer.Ordinal);
        return claims;
    }

    private static int Compare(Claim one, Claim other)
    {
        var order = one.Evidence.CompareTo(other.Evidence);
        if (order == 0) order = one.Trigger.CompareTo(other.Trigger);
        if (order == 0) order = (int)one.Type - (int)other.Type;
        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }

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
