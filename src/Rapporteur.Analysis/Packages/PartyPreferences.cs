using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What an analyst puts in for a party: how much each issue weighs, and what each option is worth within its issue. All of it may be known as ranges only, and the weights only in order.</summary>
public sealed record PartyPreferences
{
    /// <summary>Makes the preferences of a party.</summary>
    /// <param name="space">The issues and options.</param>
    /// <param name="name">Name of the party.</param>
    /// <param name="weights">Weights, issue by issue, not negative; in any unit, for they are scaled to sum to one. Empty where <paramref name="order"/> is given.</param>
    /// <param name="order">Issues from the one that weighs most to the one that weighs least; empty where weights are given.</param>
    /// <param name="values">What options are worth within their issue, not negative; each issue is scaled so that the best has 1.</param>
    /// <exception cref="ArgumentException">Weights, order and values do not fit the issues, or a number is negative; the message names the field.</exception>
    public PartyPreferences(OutcomeSpace space, string name, ImmutableArray<Estimate> weights, ImmutableArray<int> order, ImmutableArray<ImmutableArray<Estimate>> values)
    {
        ArgumentNullException.ThrowIfNull(space);
        var count = space.Issues.Length;
        if (weights.IsEmpty == order.IsEmpty) throw new ArgumentException($"{name} has either weights or an order of issues.", nameof(weights));
        if (!weights.IsEmpty && weights.Length != count) throw new ArgumentException($"{name} has weights of {weights.Length} issues, and there are {count}.", nameof(weights));
        if (!order.IsEmpty && !order.Order().SequenceEqual(Enumerable.Range(0, count))) throw new ArgumentException($"The order of {name} has to name each issue once.", nameof(order));
        for (var i = 0; i < weights.Length; i++)
            if (weights[i].Least < 0) throw new ArgumentException($"The weight of “{space.Issues[i].Name}” for {name} is {weights[i]}; it cannot be negative.", nameof(weights));
        if (!weights.IsEmpty && weights.Sum(w => w.Least) <= 0 && weights.Sum(w => w.Likeliest) <= 0) throw new ArgumentException($"The weights of {name} are all 0.", nameof(weights));
        if (values.Length != count) throw new ArgumentException($"{name} values options of {values.Length} issues, and there are {count}.", nameof(values));
        for (var i = 0; i < count; i++)
        {
            if (values[i].Length != space.Issues[i].Options.Length) throw new ArgumentException($"{name} values {values[i].Length} options of “{space.Issues[i].Name}”, and there are {space.Issues[i].Options.Length}.", nameof(values));
            for (var o = 0; o < values[i].Length; o++)
                if (values[i][o].Least < 0) throw new ArgumentException($"The value of “{space.Issues[i].Options[o]}” on “{space.Issues[i].Name}” for {name} is {values[i][o]}; it cannot be negative.", nameof(values));
        }

        (Space, Name, Weights, Order, Values) = (space, name, weights, order, values);
    }

    /// <summary>The issues and options.</summary>
    public OutcomeSpace Space { get; }

    /// <summary>Name of the party.</summary>
    public string Name { get; }

    /// <summary>Weights, issue by issue; empty where only their order is known.</summary>
    public ImmutableArray<Estimate> Weights { get; }

    /// <summary>Issues from the one that weighs most to the one that weighs least; empty where weights are known.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>What options are worth within their issue.</summary>
    public ImmutableArray<ImmutableArray<Estimate>> Values { get; }

    /// <summary>What options are worth together, as shares of the best that the party could get without it.</summary>
    public ImmutableArray<Interaction> Interactions { get; init; } = [];

    /// <summary>Least utility that the party takes, as a share of the best it could get; 0 by default.</summary>
    public double Reservation { get; init; }

    /// <summary>Whether every number is exact.</summary>
    public bool IsExact => Order.IsEmpty && Weights.All(w => w.IsExact) && Values.All(v => v.All(e => e.IsExact));

    /// <summary>The function at the likeliest numbers. Weights of which only the order is known are the middle of all that keep it: the centroid, (1/n)(1/k + … + 1/n) for rank k (Barron and Barrett 1996).</summary>
    public UtilityFunction Likeliest() => With(LikeliestWeights(), Numbers(e => e.Likeliest));

    /// <summary>The function with these weights and values.</summary>
    /// <param name="weights">Weights, issue by issue, that sum to one.</param>
    /// <param name="values">Values, issue by issue, option by option.</param>
    internal UtilityFunction With(double[] weights, double[][] values)
    {
        var terms = ImmutableArray.CreateBuilder<ImmutableArray<double>>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var best = values[i].Max();
            var weight = weights[i];
            terms.Add([.. values[i].Select(v => best > 0 ? weight * v / best : 0)]);
        }

        var function = new UtilityFunction(Space, Name, terms.MoveToImmutable(), Interactions, Reservation);
        var unit = function.UpperBound;
        return unit > 0 ? function.In(unit, Reservation) : function;
    }

    /// <summary>Weights for one draw: each drawn apart and scaled to sum to one; under an order, evenly among all weights that keep it.</summary>
    internal double[] DrawnWeights(ChanceStream chance)
    {
        var weights = new double[Space.Issues.Length];
        if (Order.IsEmpty)
            for (var i = 0; i < weights.Length; i++) weights[i] = Weights[i].Quantile(chance.Unit());
        else
        {
            var drawn = new double[weights.Length];
            for (var i = 0; i < drawn.Length; i++) drawn[i] = -Math.Log(1 - chance.Unit());
            Array.Sort(drawn);
            for (var k = 0; k < drawn.Length; k++) weights[Order[k]] = drawn[^(k + 1)];
        }

        return Scaled(weights);
    }

    /// <summary>Values for one draw, each drawn apart.</summary>
    internal double[][] DrawnValues(ChanceStream chance) => Numbers(e => e.IsExact ? e.Likeliest : e.Quantile(chance.Unit()));

    private double[] LikeliestWeights()
    {
        if (Order.IsEmpty) return Scaled([.. Weights.Select(w => w.Likeliest)]);
        var weights = new double[Order.Length];
        for (var k = 0; k < Order.Length; k++)
            for (var j = k; j < Order.Length; j++) weights[Order[k]] += 1.0 / (j + 1) / Order.Length;
        return weights;
    }

    private double[][] Numbers(Func<Estimate, double> number) => [.. Values.Select(v => v.Select(number).ToArray())];

    private static double[] Scaled(double[] weights)
    {
        var sum = weights.Sum();
        if (sum > 0)
            for (var i = 0; i < weights.Length; i++) weights[i] /= sum;
        return weights;
    }
}
