namespace Rapporteur.Analysis;

/// <summary>A war over forts that both sides know all about: each battle moves the front by one, and whoever holds all forts has everything (Slantchev 2003, after the gambler's ruin).</summary>
/// <param name="Forts">Forts in all, at least 2.</param>
/// <param name="Win">Probability that the first side wins a battle, in (0, 1).</param>
/// <param name="Discount">Worth of the next period, in (0, 1).</param>
/// <param name="First">What a period of war is worth to the first side, as a share of a period of the whole.</param>
/// <param name="Second">The same for the second.</param>
internal readonly record struct FrontLine(int Forts, double Win, double Discount, double First, double Second)
{
    /// <summary>What fighting to the end is worth to the first side, by the forts that it holds.</summary>
    internal double[] FightFirst()
    {
        var each = (1 - Discount) * First;
        return Along(1, _ => each, 0, 1);
    }

    /// <summary>What fighting to the end is worth to the second side, by the forts of the first.</summary>
    internal double[] FightSecond()
    {
        var each = (1 - Discount) * Second;
        return Along(1, _ => each, 1, 0);
    }

    /// <summary>What the proposer has where the two make offers in turn and every refusal brings a battle: the first side's share where it proposes, the second's where that does.
    /// Each leaves the other what waiting is worth to it: 1 − x(k) = (1 − δ)b + δ(p y(k+1) + (1 − p) y(k−1)), and the same with x and y exchanged.</summary>
    internal (double[] First, double[] Second) Offers()
    {
        // x(k) hangs on y(k ± 1) alone, so that there are two chains: x1, y2, x3, … and y1, x2, y3, ….
        var (first, second, war) = (new double[Forts + 1], new double[Forts + 1], (First: (1 - Discount) * First, Second: (1 - Discount) * Second));
        for (var parity = 0; parity < 2; parity++)
        {
            bool IsFirst(int k) => k % 2 == parity;
            var chain = Along(-1, k => 1 - (IsFirst(k) ? war.Second : war.First), IsFirst(0) ? 0 : 1, IsFirst(Forts) ? 1 : 0);
            for (var k = 0; k <= Forts; k++) (IsFirst(k) ? first : second)[k] = chain[k];
        }

        return (first, second);
    }

    // v(k) = rest(k) + sign·δ(p v(k+1) + (1 − p) v(k−1)) with given ends, by elimination.
    private double[] Along(int sign, Func<int, double> rest, double none, double all)
    {
        var (up, down) = (sign * Discount * Win, sign * Discount * (1 - Win));
        var (values, slopes, parts) = (new double[Forts + 1], new double[Forts + 1], new double[Forts + 1]);
        (values[0], values[Forts], parts[0]) = (none, all, none);
        for (var k = 1; k < Forts; k++)
        {
            var pivot = 1 - (down * slopes[k - 1]);
            (slopes[k], parts[k]) = (up / pivot, (rest(k) + (down * parts[k - 1])) / pivot);
        }

        for (var k = Forts - 1; k > 0; k--) values[k] = parts[k] + (slopes[k] * values[k + 1]);
        return values;
    }
}
