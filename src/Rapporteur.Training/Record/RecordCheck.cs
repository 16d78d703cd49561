using System.Collections.Immutable;

namespace Rapporteur.Training;

/// <summary>One thing of the annotation, and whether it came out.</summary>
/// <param name="Group">What it is: dispute, position, condition, deadline or deadlock.</param>
/// <param name="Id">Its id in the annotation.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Missed">Why it did not come out, in words that many misses share; null where it did.</param>
public sealed record RecordCheck(string Group, string Id, string Name, string? Missed)
{
    /// <summary>Whether it came out.</summary>
    public bool CameOut => Missed is null;
}

/// <summary>A mechanism of the list that the program follows, and whether it comes out.</summary>
/// <param name="Group">Pair, deadlock, or number of the row.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rests">What it is measured by.</param>
/// <param name="CameOut">Whether it comes out.</param>
public sealed record MechanismCheck(string Group, string Name, string Rests, bool CameOut);

/// <summary>What came out of one set of claims.</summary>
/// <param name="Checks">Everything that the annotation holds.</param>
/// <param name="Mechanisms">The mechanisms that rest on it.</param>
/// <param name="Issues">How well positions are grouped by issue: of those that stand under an issue in both.</param>
/// <param name="DisputesFound">How many disputes were found.</param>
public sealed record RecordFigures(ImmutableArray<RecordCheck> Checks, ImmutableArray<MechanismCheck> Mechanisms, ClusterScore Issues, int DisputesFound)
{
    /// <summary>How many of a group came out, and of how many.</summary>
    /// <param name="group">Name of the group.</param>
    public (int CameOut, int Of) Share(string group) => (Checks.Count(c => c.Group == group && c.CameOut), Checks.Count(c => c.Group == group));
}
