namespace Rapporteur.Publishing;

/// <summary>What joins two sides.</summary>
public enum TieKind
{
    /// <summary>They are named for one meeting; it has no direction.</summary>
    Meets,
    /// <summary>One demands something of the other.</summary>
    Demands,
    /// <summary>One blames the other.</summary>
    Blames,
}

/// <summary>What joins two sides, and how often it was read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Name of the side that does it; of either where it has no direction.</param>
/// <param name="To">Name of the other side.</param>
/// <param name="Count">Number of meetings, demands or accusations.</param>
/// <param name="Mark">The newest of them.</param>
public sealed record ActorTie(TieKind Kind, string From, string To, int Count, ChartMark Mark);
