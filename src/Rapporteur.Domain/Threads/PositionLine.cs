using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>How a step of a position differs from the one before.</summary>
public enum PositionMove
{
    /// <summary>It is the first that was read.</summary>
    First,
    /// <summary>An option that was wanted is refused now, or one that was refused is wanted.</summary>
    Reversed,
    /// <summary>Another option is wanted.</summary>
    Changed,
    /// <summary>An option further up the scale is wanted.</summary>
    Up,
    /// <summary>An option further down the scale is wanted.</summary>
    Down,
    /// <summary>The same option is held more firmly.</summary>
    Hardened,
    /// <summary>The same option is held less firmly.</summary>
    Softened,
}

/// <summary>What somebody holds of one option.</summary>
/// <param name="Option">Key of the option; null where the words fall under the issue and no option.</param>
/// <param name="Firmness">How firmly; a <see cref="Firmness.RedLine"/> refuses the option.</param>
public sealed record OptionStance(string? Option, Firmness Firmness);

/// <summary>What somebody held over some time.</summary>
/// <param name="Move">How it differs from the step before.</param>
/// <param name="Stances">What was held, by option.</param>
/// <param name="Positions">The evidence, by reported date; never empty.</param>
public sealed record PositionStep(PositionMove Move, ImmutableArray<OptionStance> Stances, ImmutableArray<Position> Positions)
{
    /// <summary>Day on which it was first reported.</summary>
    public Edtf? FirstSeen => Positions[0].Claim.Reported;

    /// <summary>Day on which it was last reported.</summary>
    public Edtf? LastSeen => Positions[^1].Claim.Reported;
}

/// <summary>Where one side stands on one issue and how it came there. It holds what the side itself wants, offers, accepts or refuses, never another's reading of its mind.</summary>
/// <param name="Party">Key of the side: the party of the actors, or the actor where no party is known.</param>
/// <param name="Issue">Key of the issue.</param>
/// <param name="Steps">Steps in time; empty where no document has a date.</param>
/// <param name="Undated">Positions of documents without a date, which stand in no order.</param>
public sealed record PositionLine(string Party, string Issue, ImmutableArray<PositionStep> Steps, ImmutableArray<Position> Undated)
{
    /// <summary>Day on which it was first reported; null where no document has a date.</summary>
    public Edtf? FirstSeen => Steps.IsEmpty ? null : Steps[0].FirstSeen;

    /// <summary>Day on which it was last reported; null where no document has a date.</summary>
    public Edtf? LastSeen => Steps.IsEmpty ? null : Steps[^1].LastSeen;

    /// <summary>Steps that differ from the one before.</summary>
    public IEnumerable<PositionStep> Moves => Steps.Where(s => s.Move != PositionMove.First);

    /// <summary>All evidence, steps first.</summary>
    public IEnumerable<Position> Positions => Steps.SelectMany(s => s.Positions).Concat(Undated);
}
