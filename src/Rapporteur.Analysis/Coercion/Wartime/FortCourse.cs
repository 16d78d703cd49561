namespace Rapporteur.Analysis;

/// <summary>How a war over forts goes.</summary>
/// <param name="ByBattle">Probability of a settlement after so many battles.</param>
/// <param name="ByFort">Probability of a settlement where A holds so many forts.</param>
/// <param name="Battles">Battles on average.</param>
/// <param name="TakesAll">Probability that A takes the last fort.</param>
/// <param name="LosesAll">Probability that B does.</param>
/// <param name="Share">A's share by a settlement, on average; by the forts of the start where there is none.</param>
/// <param name="FortsHeld">Forts that A holds at a settlement, on average; those of the start where there is none.</param>
internal sealed record FortCourse(double[] ByBattle, double[] ByFort, double Battles, double TakesAll, double LosesAll, double Share, double FortsHeld)
{
    /// <summary>Probability of a settlement.</summary>
    internal double Agreement => ByBattle.Sum();
}
