namespace Rapporteur.Analysis;

/// <summary>When an expected utility model stops.</summary>
internal enum RoundStop
{
    /// <summary>After the cap of rounds.</summary>
    Cap,
    /// <summary>When nobody moves, or the cap is met.</summary>
    Still,
    /// <summary>When the median moved by less than a thousandth of the first range, from the second round on, or the cap is met.</summary>
    Median,
}

/// <summary>Where the variants of the expected utility model differ.</summary>
internal sealed record ExpectedUtilityRules
{
    /// <summary>The formulas that the paper prints.</summary>
    public static ExpectedUtilityRules Printed { get; } = new()
    {
        PairOdds = true,
        OwnViews = true,
        UnchallengedMoves = true,
        LeastOfAll = true,
        LeastCompromise = true,
        Capitulation = true,
        RangeOfNow = true,
    };

    /// <summary>P divides by the votes that this pair of positions moves, so that P and its opposite add up to 1; otherwise by all votes over all pairs of actors.</summary>
    public bool PairOdds { get; init; }

    /// <summary>Distances in votes are raised to each voter's risk exponent.</summary>
    public bool RiskyVotes { get; init; }

    /// <summary>The rival's expectation is worked out with the rival's own risk exponent; otherwise with that of the actor that ponders.</summary>
    public bool OwnViews { get; init; }

    /// <summary>What the rival would do unchallenged counts with 1 − Q.</summary>
    public bool UnchallengedMoves { get; init; }

    /// <summary>Of several offers the one that asks for the least move is taken, whatever its kind.</summary>
    public bool LeastOfAll { get; init; }

    /// <summary>Of several compromises the one that asks for the least move is taken; otherwise the one with the lowest weighted position.</summary>
    public bool LeastCompromise { get; init; }

    /// <summary>Who expects to lose more than the rival gains gives in.</summary>
    public bool Capitulation { get; init; }

    /// <summary>The range is that of the positions now, not of the first.</summary>
    public bool RangeOfNow { get; init; }

    /// <summary>Risk compares an actor's danger with what it would be at the other positions (Bueno de Mesquita 1985), not with the danger of others.</summary>
    public bool DangerElsewhere { get; init; }

    /// <summary>Numbers are summed in the order of the file, as the code does; otherwise in an order that does not depend on the file.</summary>
    public bool FileOrder { get; init; }

    /// <summary>Probability that the status quo stays when nobody challenges.</summary>
    public double StatusQuo { get; init; } = 1;

    /// <summary>Most rounds.</summary>
    public int Rounds { get; init; } = 10;

    /// <summary>When to stop.</summary>
    public RoundStop Stop { get; init; }
}
