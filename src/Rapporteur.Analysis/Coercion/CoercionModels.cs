using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>The models of war and coercion.</summary>
public static class CoercionModels
{
    /// <summary>Every model.</summary>
    public static ImmutableArray<CoercionModel> All { get; } = [new Fearon1995(), new Powell2006(), new FilsonWerner2002(), new Slantchev2003(), new SmithStam2004(), new FilsonWernerOffers(), new SlantchevOffers(), new SmithStamOffers(), new Fearon1994(), new Ultimatum()];

    /// <summary>The model of an id, or null.</summary>
    /// <param name="id">The id.</param>
    public static CoercionModel? Find(string id) => All.FirstOrDefault(model => model.Id == id);
}
