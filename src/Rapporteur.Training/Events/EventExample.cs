using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A sentence whose event is known.</summary>
/// <param name="Shared">Features that all classes share, by class.</param>
/// <param name="Own">Features that weigh by class.</param>
/// <param name="Class">Number of its class.</param>
internal sealed record EventExample(IReadOnlyList<List<ulong>> Shared, IReadOnlyList<ulong> Own, int Class)
{
    /// <summary>The keys of a class's features in the model's table.</summary>
    public IEnumerable<ulong> Keys(int type) => Shared[type].Concat(Own.Distinct().Select(feature => EventModel.Key(feature, type)));
}
