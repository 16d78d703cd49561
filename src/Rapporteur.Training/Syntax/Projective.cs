namespace Rapporteur.Training;

/// <summary>Makes trees projective by lifting arcs (Nivre and Nilsson 2005).</summary>
internal static class Projective
{
    /// <summary>Lifts the shortest crossing arc to its head's head until none crosses.</summary>
    /// <param name="heads">Head of every word; the length of the array for the root, which stands behind the last word.</param>
    public static void Lift(int[] heads)
    {
        for (var rounds = 0; rounds < heads.Length * heads.Length; rounds++)
        {
            var shortest = -1;
            for (var i = 0; i < heads.Length; i++)
                if (Crosses(heads, i) && (shortest < 0 || Length(heads, i) < Length(heads, shortest))) shortest = i;
            if (shortest < 0) return;
            heads[shortest] = heads[heads[shortest]];
        }
    }

    private static int Length(int[] heads, int i) => Math.Abs(heads[i] - i);

    /// <summary>Whether a word between the two ends of the arc is not below its head.</summary>
    private static bool Crosses(int[] heads, int i)
    {
        if (heads[i] == heads.Length) return false;
        for (var j = Math.Min(i, heads[i]) + 1; j < Math.Max(i, heads[i]); j++)
        {
            var above = j;
            while (above != heads.Length && above != heads[i]) above = heads[above];
            if (above != heads[i]) return true;
        }

        return false;
    }
}
