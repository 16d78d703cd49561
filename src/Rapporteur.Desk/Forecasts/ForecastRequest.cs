using System.Collections.Immutable;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Desk;

/// <summary>What is asked of a model of positions beside its single run.</summary>
public sealed record ForecastRequest
{
    /// <summary>How often every number with a range is drawn; 0, the default, for no draws.</summary>
    public int Draws { get; init; }

    /// <summary>Whether the draws are told after every round of the model, too.</summary>
    public bool ByRound { get; init; }

    /// <summary>Whether to tell what each range does alone.</summary>
    public bool Tornado { get; init; }

    /// <summary>Base draws of shares of variance; 0, the default, for none.</summary>
    public int SobolDraws { get; init; }

    /// <summary>What counts as flipped; null where the smallest changes are not asked for.</summary>
    public FlipSearch? Flip { get; init; }

    /// <summary>Stakeholders to report together.</summary>
    public ImmutableArray<StakeholderGroup> Groups { get; init; } = [];

    /// <summary>The tables on which a model runs: one for each issue where it takes one at a time.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">The table.</param>
    public static IEnumerable<StakeholderTable> Parts(BargainingModel model, StakeholderTable table)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(table);
        return model.TakesManyDimensions ? [table] : Enumerable.Range(0, table.Dimensions.Length).Select(table.Only);
    }

    /// <summary>Runs a model and answers what was asked.</summary>
    /// <param name="runner">Model and table.</param>
    /// <exception cref="ArgumentException">A group names nobody of the table; the message says whom.</exception>
    public PositionForecast Answer(ModelRunner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var run = runner.Model.Run(runner.Table, runner.Likeliest, runner.Chance(0));
        var issues = Enumerable.Range(0, runner.Table.Dimensions.Length).ToList();
        var simulation = Draws > 0 ? Simulate(runner) : null;
        var sensitivities = issues.Select(d => Sensitivity(runner, d)).Where(s => s.Tornado is not null || s.Sobol is not null || s.Flips is not null).ToList();
        var tried = simulation is not null || sensitivities.Count > 0 || runner.Table.Stakeholders.Length * issues.Count <= MedianLock.Most;
        var warnings = tried ? issues.Select(d => MedianLock.Warning(runner, d)).OfType<string>() : [];
        return new(run with { Warnings = [.. run.Warnings, .. warnings] })
        {
            Groups = Groups.IsEmpty ? [] : GroupReport.Of(run, Groups),
            Simulation = simulation,
            Sensitivities = [.. sensitivities],
        };
    }

    private Simulation Simulate(ModelRunner runner) =>
        ByRound ? MonteCarlo.Run(runner, Draws) with { Rounds = MonteCarlo.ByRound(runner, Draws) } : MonteCarlo.Run(runner, Draws);

    private DimensionSensitivity Sensitivity(ModelRunner runner, int dimension) => new(dimension)
    {
        Tornado = Tornado ? Analysis.Tornado.Of(runner, dimension) : null,
        Sobol = SobolDraws > 0 ? SobolIndices.Of(runner, dimension, SobolDraws) : null,
        SobolRuns = SobolDraws > 0 ? SobolIndices.Runs(runner.Table, SobolDraws) : 0,
        Flips = Flip?.Find(runner, dimension),
        FlipRule = Flip?.Rule,
    };
}
