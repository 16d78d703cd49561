using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Numbers of a table that are drawn together, by a Gaussian copula (Iman and Conover 1982 for the ranks; Kruskal 1958 for 2 sin(πr/6)): each keeps its own range and shape, and the pairs have the rank correlations that were asked for. Numbers that no correlation names are drawn as if there were none.</summary>
public sealed class RankCorrelations
{
    // A pivot below this counts as none: the numbers would follow from each other.
    private const double LeastPivot = 1e-9;

    private readonly StakeholderTable _table;
    private readonly int[] _numbers;
    private readonly double[,] _factor;

    private RankCorrelations(StakeholderTable table, ImmutableArray<NumberCorrelation> pairs)
    {
        (_table, Pairs) = (table, pairs);
        var all = TableNumbers.Of(table);
        _numbers = [.. Enumerable.Range(0, all.Length).Where(i => pairs.Any(p => p.One == all[i] || p.Other == all[i]))];
        var place = _numbers.Select((number, i) => (all[number], i)).ToDictionary(p => p.Item1, p => p.i);
        _factor = Identity(_numbers.Length);
        foreach (var pair in pairs) _factor[place[pair.One], place[pair.Other]] = _factor[place[pair.Other], place[pair.One]] = 2 * Math.Sin(Math.PI * pair.Rank / 6);
        var wanted = (double[,])_factor.Clone();
        if (Decompose(_factor) is { } fails) throw new ArgumentException(Contradiction(wanted, all[_numbers[fails]].In(table)), nameof(pairs));
    }

    /// <summary>The pairs, in the order of the table's numbers.</summary>
    public ImmutableArray<NumberCorrelation> Pairs { get; }

    /// <summary>What was said of the numbers of a table; null where nothing was.</summary>
    /// <param name="table">The table.</param>
    /// <param name="statements">What was said.</param>
    /// <param name="groups">Groups that statements may name.</param>
    /// <exception cref="ArgumentException">A name is not there, a set has no number with a range, a pair is named twice with different numbers, or the correlations cannot hold together (their matrix is not positive definite).</exception>
    public static RankCorrelations? Of(StakeholderTable table, ImmutableArray<CorrelationStatement> statements, ImmutableArray<StakeholderGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(table);
        var pairs = CorrelatedPairs.Of(table, statements, groups);
        return pairs.IsEmpty ? null : new(table, pairs);
    }

    /// <summary>What of it concerns a part of the table, such as one issue; null where nothing does.</summary>
    /// <param name="part">The part; its stakeholders and issues have the names that they have in the table.</param>
    public RankCorrelations? In(StakeholderTable part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var pairs = ImmutableArray.CreateBuilder<NumberCorrelation>();
        foreach (var pair in Pairs)
            if (In(part, pair.One) is { } one && In(part, pair.Other) is { } other) pairs.Add(pair with { One = one, Other = other });
        return pairs.Count == 0 ? null : new(part, pairs.DrainToImmutable());
    }

    /// <summary>Turns shares that were drawn apart into shares that go together.</summary>
    /// <param name="shares">A share in [0, 1) for each number of the table.</param>
    public ImmutableArray<double> Apply(ImmutableArray<double> shares)
    {
        var (normal, together) = (new double[_numbers.Length], shares.ToBuilder());
        for (var i = 0; i < normal.Length; i++) normal[i] = NormalDistribution.Quantile(Math.Clamp(shares[_numbers[i]], 1e-16, 1 - 1e-16));
        for (var i = 1; i < normal.Length; i++)
        {
            // The first of the numbers stays as it was drawn.
            var sum = 0.0;
            for (var k = 0; k <= i; k++) sum += _factor[i, k] * normal[k];
            together[_numbers[i]] = NormalDistribution.Below(sum);
        }

        return together.MoveToImmutable();
    }

    private TableNumber? In(StakeholderTable part, TableNumber number)
    {
        var stakeholder = part.Stakeholders.Select(s => s.Name).ToList().IndexOf(_table.Stakeholders[number.Stakeholder].Name);
        var dimension = number.Quantity == TableQuantity.Capability ? 0 : part.Dimensions.Select(d => d.Name).ToList().IndexOf(_table.Dimensions[number.Dimension].Name);
        return stakeholder < 0 || dimension < 0 ? null : new(stakeholder, number.Quantity, dimension);
    }

    // Cholesky's factor in place of the matrix; the row at which there is none.
    private static int? Decompose(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= matrix[i, k] * matrix[j, k];
                if (i != j) matrix[i, j] = sum / matrix[j, j];
                else if (sum < LeastPivot) return i;
                else matrix[i, i] = Math.Sqrt(sum);
            }

        return null;
    }

    private static string Contradiction(double[,] wanted, string number)
    {
        var (holds, fails) = (0.0, 1.0);
        for (var i = 0; i < 30; i++)
        {
            var middle = (holds + fails) / 2;
            var less = Identity(wanted.GetLength(0));
            for (var row = 0; row < less.GetLength(0); row++)
                for (var column = 0; column < less.GetLength(0); column++)
                    if (row != column) less[row, column] = middle * wanted[row, column];
            if (Decompose(less) is null) holds = middle;
            else fails = middle;
        }

        return string.Create(CultureInfo.InvariantCulture, $"These correlations cannot hold together (their matrix is not positive definite): {number} cannot go with the numbers before it as they go with each other. At {Math.Floor(holds * 100) / 100:0.##} of their size they could.");
    }

    private static double[,] Identity(int size)
    {
        var matrix = new double[size, size];
        for (var i = 0; i < size; i++) matrix[i, i] = 1;
        return matrix;
    }
}
