using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>One step of one stakeholder, with why.</summary>
/// <param name="Mover">Index of who moves.</param>
/// <param name="Toward">Index of whose offer or challenge it follows; -1 for nobody's.</param>
/// <param name="Kind">What sort of step it is, in the model's terms: <c>compromise</c>, <c>confrontation</c>, <c>capitulation</c>, <c>bargain</c>, <c>exchange</c>.</param>
/// <param name="From">Where it stood, by dimension; not a number on dimensions that the step leaves alone.</param>
/// <param name="To">Where it goes, by dimension; likewise.</param>
/// <param name="Reason">The numbers that decided it, in one sentence.</param>
public sealed record BargainingMove(int Mover, int Toward, string Kind, ImmutableArray<double> From, ImmutableArray<double> To, string Reason)
{
    /// <summary>Numbers that decided it, in the model's order: for a challenge what the mover expects of it and what the rival does, for an exchange what each side gains, for a bargain the initiator's odds and gain and the chance of the bargain; empty where the model gives none.</summary>
    public ImmutableArray<double> Stakes { get; init; } = [];
}

/// <summary>Where everybody stands after a round.</summary>
/// <param name="Positions">Positions, stakeholder by stakeholder, dimension by dimension.</param>
/// <param name="Mean">Mean weighted by capability and salience, by dimension.</param>
/// <param name="Median">What the model calls the round's outcome, by dimension: the Condorcet winner of one dimension, the mode of a distribution.</param>
/// <param name="Moves">The steps that led here; empty for the first.</param>
public sealed record BargainingRound(ImmutableArray<ImmutableArray<double>> Positions, ImmutableArray<double> Mean, ImmutableArray<double> Median, ImmutableArray<BargainingMove> Moves)
{
    /// <summary>How likely each stakeholder's position is to come out, where the model says so; who stand at one place have the same figure, which is that of the place.</summary>
    public ImmutableArray<double> Chances { get; init; } = [];
}

/// <summary>What a model makes of a table.</summary>
/// <param name="Model">Id of the model, with its variant.</param>
/// <param name="Table">The table.</param>
/// <param name="Rounds">The rounds; the first is where everybody stands before.</param>
/// <param name="Forecast">The model's outcome, by dimension.</param>
/// <param name="Compromise">Mean of the first positions, weighted by capability and salience: what no model reliably beats.</param>
/// <param name="Warnings">What a reader has to know of this run: a median that inputs cannot move, a cap that was met.</param>
public sealed record BargainingRun(string Model, StakeholderTable Table, ImmutableArray<BargainingRound> Rounds, ImmutableArray<double> Forecast, ImmutableArray<double> Compromise, ImmutableArray<string> Warnings);
