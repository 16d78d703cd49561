namespace Rapporteur.Analysis;

/// <summary>An exchange that two stakeholders could make: each gives way on the issue that it cares less about, so far that both gain the same.</summary>
internal sealed class Swap
{
    private readonly ExchangeBoard _board;
    private readonly double[] _seen;

    /// <summary>Works out an exchange.</summary>
    /// <param name="board">Positions, saliences and weights of the round.</param>
    /// <param name="first">One stakeholder.</param>
    /// <param name="second">The other.</param>
    /// <param name="p">One issue.</param>
    /// <param name="q">The other.</param>
    public Swap(ExchangeBoard board, int first, int second, int p, int q)
    {
        _board = board;
        _seen = new double[2 * board.Count];
        Array.Fill(_seen, double.NaN);
        // Who cares relatively more about p demands it and supplies q.
        var swapped = board.Salience(first, p) / board.Salience(first, q) < board.Salience(second, p) / board.Salience(second, q);
        One = Side(swapped ? second : first, q, p);
        Other = Side(swapped ? first : second, p, q);
        Work();
    }

    /// <summary>The side that demands the first issue.</summary>
    public Swapper One { get; }

    /// <summary>The side that supplies it.</summary>
    public Swapper Other { get; }

    /// <summary>What each side gains: distance of the outcome times salience.</summary>
    public double Gain { get; private set; }

    /// <summary>Whether it can be made.</summary>
    public bool IsValid { get; private set; }

    /// <summary>Works the exchange out again where one that was made touches it.</summary>
    /// <param name="made">The exchange that was made.</param>
    public void Follow(Swap made)
    {
        var again = Supplied(One, made) | Supplied(Other, made);
        if (again) Withdraw();
        again |= Demanded(made.Other, made.One, again);
        again |= Demanded(made.One, made.Other, again);
        if (again) Work();
    }

    private static bool Supplied(Swapper side, Swap made)
    {
        var by = side.Supplies(made.One) ? made.One : side.Supplies(made.Other) ? made.Other : null;
        if (by is not null) side.Follow(by);
        return by is not null;
    }

    // Somebody else gave one of us what we demand: the outcome has moved.
    private bool Demanded(Swapper demander, Swapper supplier, bool again)
    {
        if (!demander.Demands(One) && !demander.Demands(Other)) return false;
        ref var seen = ref Seen(demander.Demand, supplier.Actor);
        seen = double.IsNaN(seen) ? supplier.Target
            : _board.Place(supplier.Actor, supplier.Supply) <= seen ? Math.Min(seen, supplier.Target) : Math.Max(seen, supplier.Target);
        if (!again) Withdraw();
        return true;
    }

    private ref double Seen(int issue, int actor) => ref _seen[(issue == One.Supply ? 0 : _board.Count) + actor];

    private void Withdraw()
    {
        One.Withdraw();
        Other.Withdraw();
    }

    // One side goes all the way to the other's position, if the other can pay for it; else the other does.
    private void Work()
    {
        var (far, near) = (Math.Abs(One.Wanted - Other.Place), Math.Abs(Other.Wanted - One.Place));
        Other.Shift = _board.Shift(Other, far);
        One.Shift = Price(Other, One) * Other.Shift;
        var pays = _board.Distance(One, One.Shift);
        if (pays > near)
        {
            (pays, One.Shift) = (near, _board.Shift(One, near));
            Other.Shift = Price(One, Other) * One.Shift;
            far = _board.Distance(Other, Other.Shift);
        }

        One.Propose(pays, Other.Wanted);
        Other.Propose(far, One.Wanted);
        Gain = Gained(One);
        IsValid = One.IsValid && Other.IsValid && Gain >= 1e-10;
        if (!IsValid) return;
        Stop(One, Other);
        Stop(Other, One);
        IsValid = One.IsValid && Other.IsValid;
    }

    // The outcome is not pushed beyond the position of the one who demands it.
    private void Stop(Swapper giver, Swapper taker)
    {
        var seen = _seen.AsSpan(giver == One ? 0 : _board.Count, _board.Count);
        var (before, after, wanted) = (_board.Outcome(giver, giver.Place, seen), _board.Outcome(giver, giver.Target, seen), taker.Wanted);
        const double Slack = ExchangeBoard.Slack;
        if ((wanted >= before - Slack && wanted >= after - Slack) || (wanted <= before + Slack && wanted <= after + Slack)) return;
        var distance = Math.Abs(_board.Needed(giver, wanted, seen));
        giver.Shift = _board.Shift(giver, distance);
        taker.Shift = Price(giver, taker) * giver.Shift;
        Withdraw();
        taker.Propose(Math.Abs(_board.Distance(taker, taker.Shift)), giver.Wanted);
        giver.Propose(distance, taker.Wanted);
        Gain = Gained(taker);
    }

    // How much of the taker's issue a unit of the giver's costs when both gain the same.
    private static double Price(Swapper giver, Swapper taker) => (giver.SupplySalience + taker.DemandSalience) / (giver.DemandSalience + taker.SupplySalience);

    private double Gained(Swapper side)
    {
        var other = side == One ? Other : One;
        return Math.Abs((side.Shift * side.SupplySalience) - (other.Shift * side.DemandSalience));
    }

    private Swapper Side(int actor, int supply, int demand) => new()
    {
        Actor = actor,
        Supply = supply,
        Demand = demand,
        Place = _board.Place(actor, supply),
        Wanted = _board.Place(actor, demand),
        SupplySalience = _board.Salience(actor, supply),
        DemandSalience = _board.Salience(actor, demand),
        Weight = _board.Weight(actor, supply),
    };
}
