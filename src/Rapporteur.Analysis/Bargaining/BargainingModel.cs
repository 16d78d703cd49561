using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>An option of a model.</summary>
/// <param name="Name">Name, as a command takes it.</param>
/// <param name="Values">What it may be; the first is the default.</param>
/// <param name="Meaning">What it does, in one sentence.</param>
public sealed record ModelOption(string Name, ImmutableArray<string> Values, string Meaning);

/// <summary>A model that says where positions go. It holds no state: a run depends on its table, its options and its stream of chance alone.</summary>
public abstract class BargainingModel
{
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

    /// <summary>The same model with an option set otherwise; names and values are compared without regard to case.</summary>
    /// <param name="option">Name of one of its <see cref="Options"/>.</param>
    /// <param name="value">One of the option's values.</param>
    /// <exception cref="ArgumentException">There is no such option, or it has no such value.</exception>
    public BargainingModel With(string option, string value)
    {
        foreach (var known in Options)
        {
            if (!known.Name.Equals(option, StringComparison.OrdinalIgnoreCase)) continue;
            foreach (var possible in known.Values)
                if (possible.Equals(value, StringComparison.OrdinalIgnoreCase)) return Set(known.Name, possible);
            throw new ArgumentException($"The option {known.Name} of {Id} is one of {string.Join(", ", known.Values)}, and not {value}.", nameof(value));
        }

        throw new ArgumentException($"The model {Id} has no option {option}; it has {(Options.IsEmpty ? "none" : string.Join(", ", Options.Select(known => known.Name)))}.", nameof(option));
    }

    /// <summary>Sets an option that it has to a value that the option has.</summary>
    /// <param name="option">Its name, as the option spells it.</param>
    /// <param name="value">The value, as the option spells it.</param>
    protected virtual BargainingModel Set(string option, string value) => throw new NotSupportedException($"{Id} lists the option {option} and does not take it.");

    /// <summary>Whether it takes tables of more than one dimension.</summary>
    public virtual bool TakesManyDimensions => false;

    /// <summary>The model's outcome alone, by dimension: what simulations ask thousands of times.</summary>
    /// <param name="table">The table, for its dimensions.</param>
    /// <param name="at">Its numbers.</param>
    /// <param name="chance">Where the model draws; models without chance leave it alone.</param>
    public abstract ImmutableArray<double> Outcome(StakeholderTable table, Standpoints at, ChanceStream chance);

    /// <summary>A run with every round and the reason of every move.</summary>
    /// <param name="table">The table, for names and dimensions.</param>
    /// <param name="at">Its numbers.</param>
    /// <param name="chance">Where the model draws.</param>
    /// <exception cref="ArgumentException">The table has more dimensions than the model takes.</exception>
    public abstract BargainingRun Run(StakeholderTable table, Standpoints at, ChanceStream chance);
}
