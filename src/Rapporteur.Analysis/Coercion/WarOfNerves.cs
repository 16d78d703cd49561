namespace Rapporteur.Analysis;

/// <summary>The equilibrium of a crisis in which audience costs grow evenly and the cost of war is evenly spread over [0, worst] (Fearon 1994, propositions 1 and 2).
/// The side that runs out first, with horizon t*, gains nothing by holding on; the other has k = u(t*) ≥ 0 for certain, because the first gives way at once with probability k/v.
/// Those who back down do so at a rate that leaves the other indifferent: Q(t) = (k + a t)/(v + a t) with the other's a, and k = 0 for the side that does not give way at once.</summary>
internal readonly struct WarOfNerves
{
    private readonly double _prize;
    private readonly (double One, double Two) _audience;
    private readonly (double One, double Two) _head;

    /// <summary>The crisis.</summary>
    /// <param name="audience1">Growth of side 1's audience cost.</param>
    /// <param name="audience2">Growth of side 2's.</param>
    /// <param name="prize">Worth of the prize.</param>
    /// <param name="worst1">The greatest cost of war of side 1.</param>
    /// <param name="worst2">That of side 2.</param>
    internal WarOfNerves(double audience1, double audience2, double prize, double worst1, double worst2)
    {
        (_prize, _audience) = (prize, (audience1, audience2));
        var (out1, out2) = (RunsOut(audience1, audience2, worst2, prize), RunsOut(audience2, audience1, worst1, prize));
        Horizon = Math.Min(out1, out2);
        // What each gains by holding on to the horizon: for the side that runs out first nothing, up to rounding.
        _head = (out1 <= out2 ? 0 : Math.Max(0, Gain(audience1, audience2, worst2)), out2 <= out1 ? 0 : Math.Max(0, Gain(audience2, audience1, worst1)));
    }

    /// <summary>When nobody is left who would back down.</summary>
    internal double Horizon { get; }

    /// <summary>Length on average once it has begun: the integral of the chance that both still stand.</summary>
    internal double Length
    {
        get
        {
            var (one, two) = _audience;
            var z = (one - two) * Horizon / (_prize + (two * Horizon));
            // ∫ v²/((v + a t)(v + b t)) dt
            return _prize * (Math.Abs(z) < 1e-9 ? Horizon / (_prize + (two * Horizon)) : double.LogP1(z) / (one - two));
        }
    }

    /// <summary>What a side expects that would back down, whenever it plans to.</summary>
    /// <param name="side">1 or 2.</param>
    internal double Worth(int side) => side == 1 ? _head.One : _head.Two;

    /// <summary>Probability that a side has backed down by then.</summary>
    /// <param name="side">1 or 2.</param>
    /// <param name="time">Time, up to the horizon.</param>
    internal double Quit(int side, double time)
    {
        var (head, audience) = Other(side);
        return (head + (audience * time)) / (_prize + (audience * time));
    }

    /// <summary>Rate at which it backs down then, if it has not.</summary>
    /// <param name="side">1 or 2.</param>
    /// <param name="time">Time, up to the horizon.</param>
    internal double Hazard(int side, double time)
    {
        var audience = Other(side).Audience;
        return audience / (_prize + (audience * time));
    }

    /// <summary>Probability in a crisis that a side is one that would back down.</summary>
    /// <param name="side">1 or 2.</param>
    internal double BacksDown(int side)
    {
        var audience = Other(side).Audience;
        return audience * Horizon / (_prize + (audience * Horizon));
    }

    private (double Head, double Audience) Other(int side) => side == 1 ? (_head.Two, _audience.Two) : (_head.One, _audience.One);

    // The time at which u(t) = F v − (1 − F) a t is 0, with F = 1 − b t/W the share of the others that would back down by t: a b t² + b v t − v W = 0.
    private static double RunsOut(double own, double other, double worst, double prize)
    {
        var product = other * prize;
        return 2 * prize * worst / (product + Math.Sqrt((product * product) + (4 * own * other * prize * worst)));
    }

    private double Gain(double own, double other, double worst)
    {
        var yields = Math.Max(0, 1 - (other * Horizon / worst));
        return (yields * _prize) - ((1 - yields) * own * Horizon);
    }
}
