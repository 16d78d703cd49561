using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What packages are worth to a party: a sum over issues, weight times value of the option (Keeney and Raiffa 1976), and what options are worth together.</summary>
public sealed class UtilityFunction
{
    private readonly double[][] _terms;

    /// <summary>Makes a function.</summary>
    /// <param name="space">The issues and options.</param>
    /// <param name="party">Name of the party.</param>
    /// <param name="terms">What each option adds, issue by issue; finite.</param>
    /// <param name="interactions">What options add together.</param>
    /// <param name="reservation">Least utility that the party takes, in the same unit as the terms.</param>
    /// <exception cref="ArgumentException">A term is missing or not finite, or the reservation value is not finite; the message names party, issue and option.</exception>
    public UtilityFunction(OutcomeSpace space, string party, ImmutableArray<ImmutableArray<double>> terms, ImmutableArray<Interaction> interactions, double reservation)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (terms.Length != space.Issues.Length) throw new ArgumentException($"{party} values {terms.Length} issues, and there are {space.Issues.Length}.", nameof(terms));
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Length != space.Issues[i].Options.Length) throw new ArgumentException($"{party} values {terms[i].Length} options of “{space.Issues[i].Name}”, and there are {space.Issues[i].Options.Length}.", nameof(terms));
            for (var o = 0; o < terms[i].Length; o++)
                if (!double.IsFinite(terms[i][o])) throw new ArgumentException($"The value of “{space.Issues[i].Options[o]}” on “{space.Issues[i].Name}” to {party} is {terms[i][o]}; it has to be a finite number.", nameof(terms));
        }

        foreach (var interaction in interactions)
            if (!double.IsFinite(interaction.Utility)) throw new ArgumentException($"What options add together for {party} is {interaction.Utility}; it has to be a finite number.", nameof(interactions));
        if (!double.IsFinite(reservation)) throw new ArgumentException($"The reservation value of {party} is {reservation}; it has to be a finite number.", nameof(reservation));
        (Space, Party, Interactions, Reservation) = (space, party, interactions, reservation);
        _terms = [.. terms.Select(t => t.ToArray())];
    }

    /// <summary>The issues and options.</summary>
    public OutcomeSpace Space { get; }

    /// <summary>Name of the party.</summary>
    public string Party { get; }

    /// <summary>What options add together.</summary>
    public ImmutableArray<Interaction> Interactions { get; }

    /// <summary>Least utility that the party takes.</summary>
    public double Reservation { get; }

    /// <summary>Whether issues count apart from each other.</summary>
    public bool IsAdditive => Interactions.IsEmpty;

    /// <summary>What the options of an issue add.</summary>
    /// <param name="issue">Index of the issue.</param>
    public ReadOnlySpan<double> Terms(int issue) => _terms[issue];

    /// <summary>Utility of a package.</summary>
    /// <param name="options">Index of the option, issue by issue.</param>
    public double Of(ReadOnlySpan<int> options)
    {
        var sum = 0.0;
        for (var i = 0; i < _terms.Length; i++) sum += _terms[i][options[i]];
        foreach (var interaction in Interactions)
            if (interaction.Holds(options)) sum += interaction.Utility;
        return sum;
    }

    /// <summary>A bound that no package exceeds: the best option on each issue, and every gain that options add together.</summary>
    public double UpperBound => _terms.Sum(t => t.Max()) + Interactions.Sum(i => Math.Max(0, i.Utility));

    /// <summary>The function in another unit.</summary>
    /// <param name="unit">How much of the old unit is one of the new; above 0.</param>
    /// <param name="reservation">The reservation value in the new unit; null for the old one divided.</param>
    public UtilityFunction In(double unit, double? reservation = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(unit);
        return new(Space, Party, [.. _terms.Select(t => t.Select(v => v / unit).ToImmutableArray())], [.. Interactions.Select(i => i with { Utility = i.Utility / unit })], reservation ?? (Reservation / unit));
    }
}
