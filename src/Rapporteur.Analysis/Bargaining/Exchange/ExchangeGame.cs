namespace Rapporteur.Analysis;

/// <summary>How Decide settles which of two equally valuable exchanges is made.</summary>
internal enum Toss
{
    /// <summary>The first; the second stays where it is and is entered once more at the end.</summary>
    FirstAndSecondTwice,
    /// <summary>The second; the first goes to the end.</summary>
    Second,
    /// <summary>The first; the second goes to the end.</summary>
    First,
}

/// <summary>Rounds of position exchange: the most valuable exchange is made first, what it touches is worked out again, until none is left.</summary>
/// <param name="places">Positions from 0 to 100, stakeholder by stakeholder; the game moves them.</param>
/// <param name="saliences">Saliences, laid out alike.</param>
/// <param name="capabilities">Capabilities, by stakeholder.</param>
/// <param name="salienceWeight">Share of an exchanged position that an indifferent actor makes its own for the next round.</param>
/// <param name="fixedWeight">Share that everybody does.</param>
/// <param name="coin">Decides between equal gains as the program Decide does; null to take the first in the order of the board.</param>
internal sealed class ExchangeGame(double[] places, double[] saliences, double[] capabilities, double salienceWeight, double fixedWeight, Func<Toss>? coin = null)
{
    // Gains that differ by no more are equal: rounding decides nothing.
    private const double Equal = 1e-12;

    private readonly List<Swap> _made = [];
    private readonly int _issues = places.Length / capabilities.Length;

    /// <summary>Exchanges of the last round, in the order in which they were made.</summary>
    public IReadOnlyList<Swap> Made => _made;

    /// <summary>Positions now: after a round those that were exchanged for the vote.</summary>
    public double[] Places => places;

    /// <summary>Plays a round: afterwards the positions are the exchanged ones.</summary>
    /// <returns>Positions for the next round.</returns>
    public double[] Play()
    {
        var left = new ExchangeBoard((double[])places.Clone(), saliences, capabilities).Swaps();
        _made.Clear();
        while (left.Count > 0)
        {
            var swap = coin is null ? First(left) : Drawn(left, coin);
            if (!swap.IsValid) continue;
            _made.Add(swap);
            var kept = 0;
            for (var i = 0; i < left.Count; i++)
            {
                if (!left[i].IsValid) continue;
                left[i].Follow(swap);
                if (left[i].IsValid) left[kept++] = left[i];
            }

            left.RemoveRange(kept, left.Count - kept);
        }

        var next = (double[])places.Clone();
        foreach (var swap in _made)
            foreach (var side in (ReadOnlySpan<Swapper>)[swap.One, swap.Other])
            {
                var cell = (side.Actor * _issues) + side.Supply;
                var start = places[cell];
                var own = ((1 - side.SupplySalience) * salienceWeight) + fixedWeight;
                next[cell] = (own * side.Target) + ((1 - own) * start);
            }

        Settle();
        return next;
    }

    // Of equal gains the first in the order of the board, which does not depend on the file's.
    private static Swap First(List<Swap> swaps)
    {
        var best = 0;
        for (var i = 1; i < swaps.Count; i++)
            if (swaps[i].Gain > swaps[best].Gain + Equal) best = i;
        return Taken(swaps, best);
    }

    // As Decide does it: the list is put in order, and a coin falls between the first two.
    private static Swap Drawn(List<Swap> swaps, Func<Toss> coin)
    {
        for (var i = 1; i < swaps.Count; i++)
        {
            var (swap, at) = (swaps[i], i);
            for (; at > 0 && swaps[at - 1].Gain < swap.Gain - Equal; at--) swaps[at] = swaps[at - 1];
            swaps[at] = swap;
        }

        if (swaps.Count == 1 || swaps[0].Gain - swaps[1].Gain >= Equal) return Taken(swaps, 0);
        var toss = coin();
        var taken = Taken(swaps, toss == Toss.Second ? 1 : 0);
        swaps.Add(swaps[0]);
        if (toss != Toss.FirstAndSecondTwice) swaps.RemoveAt(0);
        return taken;
    }

    private static Swap Taken(List<Swap> swaps, int at)
    {
        var swap = swaps[at];
        swaps.RemoveAt(at);
        return swap;
    }

    private void Settle()
    {
        foreach (var swap in _made)
        {
            places[(swap.One.Actor * _issues) + swap.One.Supply] = swap.One.Target;
            places[(swap.Other.Actor * _issues) + swap.Other.Supply] = swap.Other.Target;
        }
    }
}
