namespace Rapporteur.Training;

/// <summary>Precision, recall and F1 of a clustering, in [0, 1].</summary>
/// <param name="Items">Number of items compared.</param>
/// <param name="Precision">How much of what was put together belongs together.</param>
/// <param name="Recall">How much of what belongs together was put together.</param>
public sealed record ClusterScore(int Items, double Precision, double Recall)
{
    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
}

/// <summary>Extended B-cubed for items that may lie in several clusters (Amigó, Gonzalo, Artiles, Verdejo 2009).</summary>
public static class BCubed
{
    /// <summary>Compares two clusterings over the items of the first; an item that the second leaves out stands alone in it.</summary>
    /// <param name="gold">Clusters of each item as they should be.</param>
    /// <param name="found">Clusters of each item as they were found.</param>
    public static ClusterScore Score(IReadOnlyDictionary<string, IReadOnlySet<string>> gold, IReadOnlyDictionary<string, IReadOnlySet<string>> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var items = gold.Keys.Order(StringComparer.Ordinal).ToList();
        IReadOnlySet<string> Found(string item) => found.TryGetValue(item, out var clusters) && clusters.Count > 0 ? clusters : new HashSet<string>(StringComparer.Ordinal) { "alone " + item };
        double precision = 0, recall = 0;
        foreach (var one in items)
        {
            double together = 0, belong = 0, right = 0, covered = 0;
            foreach (var other in items)
            {
                var foundShared = Found(one).Count(Found(other).Contains);
                var goldShared = gold[one].Count(gold[other].Contains);
                if (foundShared > 0) (together, right) = (together + 1, right + ((double)Math.Min(foundShared, goldShared) / foundShared));
                if (goldShared > 0) (belong, covered) = (belong + 1, covered + ((double)Math.Min(foundShared, goldShared) / goldShared));
            }

            precision += right / together;
            recall += covered / belong;
        }

        return items.Count == 0 ? new(0, 0, 0) : new(items.Count, precision / items.Count, recall / items.Count);
    }
}
