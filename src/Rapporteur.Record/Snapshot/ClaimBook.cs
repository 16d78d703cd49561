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
        return Once([.. readings.OrderBy(r => r, ReadingOrder.Instance).Select(r => r.Claims.IsEmpty ? [] : One(r, keys(r)))]);
    }

    /// <summary>The claims of one reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="keys">Keys of its actors; null to leave them as they are read.</param>
    internal static RecordedClaim[] One(DocumentReading reading, ReadingKeys? keys)
    {
        var claims = new RecordedClaim[reading.Claims.Length];
        var (sorted, at) = (Sorted(reading.Claims), 0);
        foreach (var claim in sorted)
        {
            claims[at] = Beside(at == 0 ? null : claims[at - 1], keys is null ? claim : Keyed(claim, keys), reading);
            at++;
        }

        return claims;
    }

    /// <summary>The claims of readings in their order, each id once.</summary>
    internal static ImmutableArray<RecordedClaim> Once(RecordedClaim[][] parts)
    {
        var count = parts.Sum(part => part.Length);
        var seen = new HashSet<string>(count, StringComparer.Ordinal);
        var claims = ImmutableArray.CreateBuilder<RecordedClaim>(count);
        foreach (var part in parts)
            foreach (var claim in part)
                if (seen.Add(claim.Claim.Id)) claims.Add(claim);
        return claims.DrainToImmutable();
    }

    /// <summary>One claim of a reading as the record holds it.</summary>
    internal static RecordedClaim Recorded(Claim claim, DocumentReading reading, ReadingKeys actors) => Beside(null, Keyed(claim, actors), reading);

    /// <summary>A claim whose actor fields are keys, with its words; those of the claim before it where both stand in one sentence.</summary>
    internal static RecordedClaim Beside(RecordedClaim? last, Claim claim, DocumentReading reading, ClaimPlace place = default)
    {
        if (last is not null && last.Evidence.Span == claim.Evidence) return last with { Claim = claim, Place = place };
        var (before, after) = Neighbours(reading.Sentences, claim.Evidence);
        return new()
        {
            Claim = claim,
            Document = reading.Document,
            Evidence = new(reading.Document, claim.Evidence),
            Before = before,
            After = after,
            Place = place,
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

    /// <summary>Whether claims stand in the order in which the record holds them; readers give them so, rulings and other readers may not.</summary>
    internal static bool AreSorted(ImmutableArray<Claim> claims)
    {
        for (var i = 1; i < claims.Length; i++)
            if (Compare(claims[i - 1], claims[i]) > 0) return false;
        return true;
    }

    /// <summary>The places of claims in the order in which the record holds them.</summary>
    internal static int[] Order(ImmutableArray<Claim> claims)
    {
        var places = new int[claims.Length];
        for (var i = 0; i < places.Length; i++) places[i] = i;
        Array.Sort(places, (one, other) => Compare(claims[one], claims[other]) is var order && order != 0 ? order : one - other);
        return places;
    }

    private static IEnumerable<Claim> Sorted(ImmutableArray<Claim> claims) => AreSorted(claims) ? claims : Order(claims).Select(place => claims[place]);

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
