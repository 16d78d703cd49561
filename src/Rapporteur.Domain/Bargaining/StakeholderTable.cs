using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>A scale on which parties stand: one issue, from one extreme to the other.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end; above the lower.</param>
public sealed record Dimension(string Name, double Low, double High);

/// <summary>Where a stakeholder stands on a dimension, and how much it cares.</summary>
/// <param name="Position">Its position, in units of the dimension.</param>
/// <param name="Salience">How much it cares, in [0, 1].</param>
public sealed record Stake(Estimate Position, Estimate Salience)
{
    /// <summary>What the position rests on; empty where the analyst set it.</summary>
    public ImmutableArray<Citation> Evidence { get; init; } = [];

    /// <summary>Where the position comes from, in the analyst's words; null where nobody said.</summary>
    public string? Source { get; init; }

    /// <summary>Whether the stakeholder takes no part in the dimension: it has no position there, and no salience.</summary>
    public bool IsAbsent { get; private init; }

    /// <summary>The stake of somebody who takes no part in a dimension.</summary>
    /// <param name="dimension">The dimension, for a place that no model reads.</param>
    public static Stake Absent(Dimension dimension) => new(Estimate.Exactly(dimension.Low), Estimate.Exactly(0)) { IsAbsent = true };
}

/// <summary>Somebody with a say.</summary>
/// <param name="Name">Name, unique in its table.</param>
/// <param name="Capability">Its weight; not negative, in any unit that all share.</param>
/// <param name="Stakes">One for each dimension, in order.</param>
public sealed record Stakeholder(string Name, Estimate Capability, ImmutableArray<Stake> Stakes)
{
    /// <summary>What it is, in words; null where nobody said.</summary>
    public string? Description { get; init; }
}

/// <summary>Who wants what on which dimensions: the input of every model of positions.</summary>
public sealed record StakeholderTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="name">Name to show.</param>
    /// <param name="dimensions">At least one.</param>
    /// <param name="stakeholders">At least one, with a stake for each dimension.</param>
    /// <exception cref="ArgumentException">A name stands twice, a stake is missing, a weight is negative, a salience is outside [0, 1], or a dimension has no width; the message names the field.</exception>
    public StakeholderTable(string name, ImmutableArray<Dimension> dimensions, ImmutableArray<Stakeholder> stakeholders)
    {
        if (dimensions.IsDefaultOrEmpty) throw new ArgumentException("A table has at least one dimension.", nameof(dimensions));
        if (stakeholders.IsDefaultOrEmpty) throw new ArgumentException("A table has at least one stakeholder.", nameof(stakeholders));
        foreach (var dimension in dimensions)
            if (!(double.IsFinite(dimension.Low) && double.IsFinite(dimension.High) && dimension.High > dimension.Low))
                throw new ArgumentException($"The dimension {dimension.Name} has to end above where it begins, and has {dimension.Low} to {dimension.High}.", nameof(dimensions));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in stakeholders)
        {
            if (!names.Add(one.Name)) throw new ArgumentException($"The stakeholder {one.Name} stands twice.", nameof(stakeholders));
            if (one.Capability.Least < 0) throw new ArgumentException($"The capability of {one.Name} is {one.Capability}; it cannot be negative.", nameof(stakeholders));
            if (one.Stakes.Length != dimensions.Length) throw new ArgumentException($"{one.Name} has {one.Stakes.Length} positions, and there are {dimensions.Length} dimensions.", nameof(stakeholders));
            for (var i = 0; i < dimensions.Length; i++)
            {
                var (position, salience) = (one.Stakes[i].Position, one.Stakes[i].Salience);
                if (salience.Least < 0 || salience.Most > 1)
                    throw new ArgumentException($"The salience of {one.Name} on {dimensions[i].Name} is {salience}; it lies between 0 and 1.", nameof(stakeholders));
                if (position.Least < dimensions[i].Low || position.Most > dimensions[i].High)
                    throw new ArgumentException($"The position of {one.Name} on {dimensions[i].Name} is {position}; it lies between {dimensions[i].Low} and {dimensions[i].High}.", nameof(stakeholders));
            }
        }

        for (var i = 0; i < dimensions.Length; i++)
            if (stakeholders.All(s => s.Capability.Most * s.Stakes[i].Salience.Most <= 0))
                throw new ArgumentException($"Nobody has both capability and salience on {dimensions[i].Name}; at least one has to.", nameof(stakeholders));
        (Name, Dimensions, Stakeholders) = (name, dimensions, stakeholders);
    }

    /// <summary>The table of one dimension alone, with those who take part in it.</summary>
    /// <param name="dimension">Index of the dimension.</param>
    public StakeholderTable Only(int dimension) => new(Name, [Dimensions[dimension]],
        [.. Stakeholders.Where(s => !s.Stakes[dimension].IsAbsent).Select(s => s with { Stakes = [s.Stakes[dimension]] })]);

    /// <summary>Name to show.</summary>
    public string Name { get; }

    /// <summary>The dimensions.</summary>
    public ImmutableArray<Dimension> Dimensions { get; }

    /// <summary>The stakeholders, in the order of the file.</summary>
    public ImmutableArray<Stakeholder> Stakeholders { get; }
}
