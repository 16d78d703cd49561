namespace Rapporteur.Publishing;

/// <summary>Orders nodes on a circle so that those with strong ties stand near each other: beginning with the given order, two are swapped as long as that shortens the ties. Without chance.</summary>
internal static class CircleOrder
{
    private const int MostRounds = 40;

    /// <summary>Indices in the order of the circle.</summary>
    /// <param name="count">Number of nodes.</param>
    /// <param name="weight">Strength of the tie of two nodes; symmetric.</param>
    public static int[] Of(int count, double[,] weight)
    {
        var order = Enumerable.Range(0, count).ToArray();
        var place = order.ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            var swapped = false;
            for (var a = 0; a < count; a++)
                for (var b = a + 1; b < count; b++)
                {
                    var before = Length(a, place, weight) + Length(b, place, weight);
                    (place[a], place[b]) = (place[b], place[a]);
                    if (Length(a, place, weight) + Length(b, place, weight) < before - 1e-9) swapped = true;
                    else (place[a], place[b]) = (place[b], place[a]);
                }

            if (!swapped) break;
        }

        for (var i = 0; i < count; i++) order[place[i]] = i;
        return order;
    }

    private static double Length(int node, int[] place, double[,] weight)
    {
        var sum = 0.0;
        for (var other = 0; other < place.Length; other++)
        {
            var apart = Math.Abs(place[node] - place[other]);
            sum += weight[node, other] * Math.Min(apart, place.Length - apart);
        }

        return sum;
    }
}
