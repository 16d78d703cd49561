using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A scenario while its file is read: it takes numbers, notes what is wrong with them, and makes the table in the end.</summary>
internal sealed class KtabDraft
{
    private const double Whole = 100;

    private readonly List<Stakeholder> _stakeholders = [];
    private readonly List<string> _dimensions = [];

    public List<TableFault> Faults { get; } = [];

    public int Dimensions => _dimensions.Count;

    public IReadOnlyList<Stakeholder> Stakeholders => _stakeholders;

    public void Fault(int row, string column, string expected, string found) => Faults.Add(new(row, column, expected, found));

    public void Dimension(int row, string column, string name)
    {
        if (name.Length == 0) Fault(row, column, "the name of a dimension", "");
        if (_dimensions.Contains(name)) Fault(row, column, "a name that no other dimension has", name);
        _dimensions.Add(name);
    }

    /// <summary>Reads a number, with its range where it has one.</summary>
    public Estimate? Number(int row, string column, string text, double most = double.PositiveInfinity)
    {
        if (Estimate.TryParse(text, out var estimate) && estimate.Least >= 0 && estimate.Most <= most) return estimate;
        Fault(row, column, double.IsFinite(most) ? string.Create(CultureInfo.InvariantCulture, $"a number from 0 to {most}") : "a number that is not negative", text);
        return null;
    }

    /// <summary>Adds a stakeholder whose numbers were all read.</summary>
    public void Stakeholder(int row, string column, string name, string description, Estimate? capability, ReadOnlySpan<Estimate?> positions, ReadOnlySpan<Estimate?> saliences)
    {
        if (name.Length == 0) Fault(row, column, "the name of an actor", "");
        else if (_stakeholders.Exists(other => other.Name == name)) Fault(row, column, "a name that no other actor has", name);
        var total = 0.0;
        foreach (var salience in saliences) total += salience?.Likeliest ?? 0;
        if (total > Whole) Fault(row, "salience", $"saliences of {name} that add up to 100 at most", total.ToString(CultureInfo.InvariantCulture));
        var stakes = ImmutableArray.CreateBuilder<Stake>();
        for (var d = 0; d < positions.Length; d++)
            if (positions[d] is { } position && saliences[d] is { } salience) stakes.Add(new(position, Share(salience)));
        if (capability is { } weight && stakes.Count == _dimensions.Count && Faults.Count == 0)
            _stakeholders.Add(new(name, weight, stakes.DrainToImmutable()) { Description = description.Length > 0 ? description : null });
    }

    public KtabReading Make(string name, string description, SpatialOptions options, ImmutableArray<double> accommodation, ulong? seed)
    {
        if (Faults.Count > 0) return new(null, [.. Faults.OrderBy(fault => fault.Row)]);
        try
        {
            var table = new StakeholderTable(name, [.. _dimensions.Select(dimension => new Dimension(dimension, 0, Whole))], [.. _stakeholders]);
            return new(new(table, description, options, accommodation, seed), []);
        }
        catch (ArgumentException wrong)
        {
            return new(null, [new(0, "", "a table that a model can take", wrong.Message)]);
        }
    }

    private static Estimate Share(Estimate percent) => percent.Shape switch
    {
        EstimateShape.Exact => Estimate.Exactly(percent.Likeliest / Whole),
        EstimateShape.Uniform => Estimate.Between(percent.Least / Whole, percent.Most / Whole),
        _ => Estimate.Around(percent.Least / Whole, percent.Likeliest / Whole, percent.Most / Whole),
    };
}
