using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>Every model of positions.</summary>
public static class BargainingModels
{
    /// <summary>The models with their options at the defaults; the compromise, which no model reliably beats, comes first.</summary>
    public static ImmutableArray<BargainingModel> All { get; } =
    [
        new WeightedMean(),
        new WeightedMedian(),
        new NashBargaining(),
        new ScholzCode(),
        new ScholzPaper(),
        new CorrectedExpectedUtility(),
        new CondorcetModel(),
        new SpatialModel(),
        new PositionExchange(),
    ];

    /// <summary>A model by its id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The model; null where there is none.</returns>
    public static BargainingModel? Find(string id) => All.FirstOrDefault(m => m.Id == id);
}
