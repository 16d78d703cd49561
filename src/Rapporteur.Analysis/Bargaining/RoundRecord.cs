using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>Turns a model's flat arrays into what a round shows.</summary>
internal static class RoundRecord
{
    /// <summary>Positions, stakeholder by stakeholder.</summary>
    public static ImmutableArray<ImmutableArray<double>> Rows(ReadOnlySpan<double> positions, int dimensions)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<double>>(positions.Length / dimensions);
        for (var i = 0; i < positions.Length; i += dimensions) rows.Add([.. positions.Slice(i, dimensions)]);
        return rows.MoveToImmutable();
    }
}
