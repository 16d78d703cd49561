using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What a file of KTAB's spatial model says: a table, and how the model is to run on it.</summary>
/// <param name="Table">Who wants what: positions from 0 to 100, saliences as shares of 1.</param>
/// <param name="Description">What the scenario is, in words; empty where nobody said.</param>
/// <param name="Options">Options of the model; the defaults where the file has none.</param>
/// <param name="Accommodation">How ideals follow positions, stakeholder by stakeholder; empty where they are one's own positions.</param>
/// <param name="Seed">Seed of chance that the file gives; null where it gives none. KTAB's threads draw in no fixed order, so that its draws cannot be had again by seed.</param>
public sealed record KtabScenario(StakeholderTable Table, string Description, SpatialOptions Options, ImmutableArray<double> Accommodation, ulong? Seed)
{
    /// <summary>The model as the file sets it.</summary>
    public SpatialModel Model => new(Options, Accommodation);
}

/// <summary>A scenario, or everything that is wrong with its file.</summary>
/// <param name="Scenario">The scenario; null where there are mistakes.</param>
/// <param name="Faults">The mistakes, by row (of XML: by line).</param>
public sealed record KtabReading(KtabScenario? Scenario, ImmutableArray<TableFault> Faults);
