namespace Rapporteur.Analysis;

/// <summary>How a war over forts goes.</summary>
/// <param name="ByBattle">Probability of a settlement after so many battles.</param>
/// <param name="ByFort">Probability of a settlement where A holds so many forts.</param>
internal sealed record FortCourse(double[] ByBattle, double[] ByFort)
{
    /// <summary>Battles on average.</summary>
    internal double Battles { get; set; }

    /// <summary>Probability of a settlement.</summary>
    internal double Agreement { get; set; }

    /// <summary>Probability that A takes the last fort.</summary>
    internal double TakesAll { get; set; }

    /// <summary>Probability that B does.</summary>
    internal double LosesAll { get; set; }

    /// <summary>A's share by a settlement, on average.</summary>
    internal double Share { get; set; }

    /// <summary>Forts that A holds at a settlement, on average.</summary>
    internal double FortsHeld { get; set; }
}
