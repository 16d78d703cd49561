using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A model that says where positions go. It holds no state: a run depends on its table, its options and its stream of chance alone.</summary>
public abstract class BargainingModel
{
    private readonly ModelChoices? _choices;

    /// <summary>A model with its options at their defaults, or as chosen.</summary>
    /// <param name="choices">Values of its options; null for the defaults.</param>
    protected BargainingModel(ModelChoices? choices = null) => _choices = choices;

    /// <summary>Id, as a command takes it.</summary>
    public abstract string Id { get; }

    /// <summary>Name to show.</summary>
    public abstract string Name { get; }

    /// <summary>Where it was published.</summary>
    public abstract string Paper { get; }

    /// <summary>What it takes for granted, a sentence each.</summary>
    public abstract ImmutableArray<string> Assumptions { get; }

    /// <summary>Its options.</summary>
    public virtual ImmutableArray<ModelOption> Options => [];

    /// <summary>Values of its options.</summary>
    public ModelChoices Choices => _choices ?? ModelChoices.Usual(Options);

    /// <summary>The id, with the options that differ from their defaults: <c>scholz-code offer=least</c>.</summary>
    public string Label => Choices.ToString() is { Length: > 0 } chosen ? $"{Id} {chosen}" : Id;

    /// <summary>The same model with some options set.</summary>
    /// <param name="options">Name and value of each.</param>
    /// <exception cref="ArgumentException">There is no such option, or it does not take the value; the message says what there is.</exception>
    public BargainingModel With(params IEnumerable<KeyValuePair<string, string>> options) => Chosen(Choices.With(Id, options));

    /// <summary>Whether it takes tables of more than one dimension.</summary>
    public virtual bool TakesManyDimensions => false;

    /// <summary>The model's outcome alone, by dimension.</summary>
    /// <param name="table">The table, for its dimensions.</param>
    /// <param name="at">Its numbers.</param>
    /// <param name="chance">Where the model draws; models without chance leave it alone.</param>
    public abstract ImmutableArray<double> Outcome(StakeholderTable table, Standpoints at, ChanceStream chance);

    /// <summary>The outcome of numbers that were drawn, which simulations ask for thousands of times: that of <see cref="Outcome"/>, where a model has a quicker arithmetic but for the last of its digits.</summary>
    /// <param name="table">The table, for its dimensions.</param>
    /// <param name="at">Its numbers.</param>
    /// <param name="chance">Where the model draws.</param>
    public virtual ImmutableArray<double> DrawnOutcome(StakeholderTable table, Standpoints at, ChanceStream chance) => Outcome(table, at, chance);

    /// <summary>The outcome of numbers that were drawn if the model stopped after each of its rounds, the first before any: the last is that of <see cref="DrawnOutcome"/>. A model without rounds has that alone.</summary>
    /// <param name="table">The table, for its dimensions.</param>
    /// <param name="at">Its numbers.</param>
    /// <param name="chance">Where the model draws.</param>
    public virtual ImmutableArray<ImmutableArray<double>> DrawnRounds(StakeholderTable table, Standpoints at, ChanceStream chance) => [DrawnOutcome(table, at, chance)];

    /// <summary>A run with every round and the reason of every move.</summary>
    /// <param name="table">The table, for names and dimensions.</param>
    /// <param name="at">Its numbers.</param>
    /// <param name="chance">Where the model draws.</param>
    /// <exception cref="ArgumentException">The table has more dimensions than the model takes.</exception>
    public abstract BargainingRun Run(StakeholderTable table, Standpoints at, ChanceStream chance);

    /// <summary>The same model with other values of its options; models without options are themselves.</summary>
    /// <param name="choices">The values.</param>
    protected virtual BargainingModel Chosen(ModelChoices choices) => this;

    /// <summary>Refuses a table that the model cannot take.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="ArgumentException">It has more dimensions than the model takes.</exception>
    protected void Check(StakeholderTable table)
    {
        if (!TakesManyDimensions && table.Dimensions.Length > 1)
            throw new ArgumentException($"The model {Id} takes one issue at a time, and the table has {table.Dimensions.Length}: {string.Join(", ", table.Dimensions.Select(d => d.Name))}.", nameof(table));
    }
}
