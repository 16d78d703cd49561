using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Two readers of one document side by side. Claims agree when their types are equal and their evidence overlaps by half
/// (intersection over union); each claim agrees with at most one other.</summary>
/// <param name="Agreed">Pairs of a claim of the reader that ships and one of a second reader.</param>
/// <param name="FirstOnly">What only the reader that ships has.</param>
/// <param name="SecondOnly">What only a second reader has.</param>
public sealed record ReaderComparison(ImmutableArray<(Claim First, Claim Second)> Agreed, ImmutableArray<Claim> FirstOnly, ImmutableArray<Claim> SecondOnly)
{
    private const double LeastOverlap = 0.5;

    /// <summary>Compares the claims of a reading by their <see cref="Claim.Origin"/>.</summary>
    /// <param name="reading">A reading with claims of both.</param>
    public static ReaderComparison Of(DocumentReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var first = reading.Claims.Where(claim => claim.Origin is null).ToList();
        var second = reading.Claims.Where(claim => claim.Origin is not null).ToList();
        var pairs = from f in Enumerable.Range(0, first.Count)
                    from s in Enumerable.Range(0, second.Count)
                    where first[f].Type == second[s].Type && first[f].Evidence.IntersectionOverUnion(second[s].Evidence) >= LeastOverlap
                    orderby Closeness(first[f], second[s]) descending, f, s
                    select (First: f, Second: s);
        var (ofFirst, ofSecond) = (new int[first.Count], new bool[second.Count]);
        Array.Fill(ofFirst, -1);
        foreach (var pair in pairs)
        {
            if (ofFirst[pair.First] >= 0 || ofSecond[pair.Second]) continue;
            ofFirst[pair.First] = pair.Second;
            ofSecond[pair.Second] = true;
        }

        return new(
            [.. first.Select((claim, i) => (claim, i)).Where(c => ofFirst[c.i] >= 0).Select(c => (c.claim, second[ofFirst[c.i]]))],
            [.. first.Where((_, i) => ofFirst[i] < 0)],
            [.. second.Where((_, i) => !ofSecond[i])]);
    }

    // Of several claims of a type in one sentence those go together whose words and actor do.
    private static double Closeness(Claim first, Claim second) =>
        first.Evidence.IntersectionOverUnion(second.Evidence) + (first.Trigger.Overlaps(second.Trigger) ? 2 : 0) + (first.By == second.By ? 1 : 0)
        + (first.What is { } what && second.What is { } other ? what.IntersectionOverUnion(other) : 0);
}
