using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A small model of war or coercion whose solution is written down. It says what follows from its assumptions, not what will be.</summary>
public abstract class CoercionModel
{
    private const int Points = 21;

    /// <summary>Id, as a command takes it.</summary>
    public abstract string Id { get; }

    /// <summary>Name to show.</summary>
    public abstract string Name { get; }

    /// <summary>Where it was published.</summary>
    public abstract string Paper { get; }

    /// <summary>What it takes for granted, a sentence each.</summary>
    public abstract ImmutableArray<string> Assumptions { get; }

    /// <summary>What it takes.</summary>
    public abstract ImmutableArray<CoercionInput> Inputs { get; }

    /// <summary>What it gives: name and meaning.</summary>
    public abstract ImmutableArray<(string Name, string Meaning)> Results { get; }

    /// <summary>The results for inputs that were checked.</summary>
    /// <param name="inputs">A value for each input, in order.</param>
    /// <returns>A value for each result, in order.</returns>
    protected abstract ImmutableArray<double> Solve(ReadOnlySpan<double> inputs);

    /// <summary>How what is modelled goes, over battles, forts or time; none where a model has no course.</summary>
    /// <param name="inputs">A value for each input, in order.</param>
    protected virtual ImmutableArray<ComparativeStatics> Courses(ReadOnlySpan<double> inputs) => [];

    /// <summary>The results for given inputs.</summary>
    /// <param name="inputs">A value for each input, in order.</param>
    /// <exception cref="ArgumentException">A value is not a number or outside what makes sense; the message names the input.</exception>
    public ImmutableArray<double> Solution(params ReadOnlySpan<double> inputs)
    {
        if (inputs.Length != Inputs.Length) throw new ArgumentException($"{Id} takes {Inputs.Length} inputs, not {inputs.Length}.", nameof(inputs));
        for (var i = 0; i < inputs.Length; i++) Check(Inputs[i], inputs[i]);
        return Solve(inputs);
    }

    /// <summary>Runs the model with ranges, and every series of its comparative statics.</summary>
    /// <param name="values">What inputs are set to; those that are not named stand as in the example.</param>
    /// <param name="draws">How often inputs with a range are drawn.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <exception cref="ArgumentException">A name is unknown, or a value is outside what makes sense; the message names the input.</exception>
    public CoercionRun Run(IReadOnlyDictionary<string, Estimate> values, int draws = 10_000, ulong seed = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        if (values.Keys.FirstOrDefault(name => Inputs.All(input => input.Name != name)) is { } unknown)
            throw new ArgumentException($"{Id} has no input {unknown}; it takes {string.Join(", ", Inputs.Select(input => input.Name))}.");
        ImmutableArray<Estimate> set = [.. Inputs.Select(input => values.TryGetValue(input.Name, out var value) ? value : Estimate.Exactly(input.Example))];
        for (var i = 0; i < set.Length; i++)
        {
            Check(Inputs[i], set[i].Least);
            Check(Inputs[i], set[i].Most);
        }

        var likeliest = set.Select((value, i) => Whole(Inputs[i], value.Likeliest)).ToArray();
        var (solution, drawn) = (Solve(likeliest), set.All(value => value.IsExact) ? [] : Draw(set, draws, seed));
        return new(Id, [.. Inputs.Zip(set)], [.. Results.Select((result, r) => new CoercionResult(result.Name, result.Meaning, solution[r], Quantile(drawn, r, .05) ?? solution[r], Quantile(drawn, r, .95) ?? solution[r]))],
            Statics(set, likeliest), drawn.Length, seed)
        { Courses = Courses(likeliest) };
    }

    private ImmutableArray<double>[] Draw(ImmutableArray<Estimate> set, int draws, ulong seed)
    {
        var solutions = new ImmutableArray<double>[draws];
        var inputs = new double[set.Length];
        for (var draw = 0; draw < draws; draw++)
        {
            var chance = new ChanceStream(seed, (ulong)draw);
            for (var i = 0; i < inputs.Length; i++) inputs[i] = Whole(Inputs[i], set[i].Quantile(chance.Unit()));
            solutions[draw] = Solve(inputs);
        }

        return solutions;
    }

    // Over the range that was given, or where there is none over all that makes sense.
    private ImmutableArray<ComparativeStatics> Statics(ImmutableArray<Estimate> set, double[] likeliest)
    {
        var all = ImmutableArray.CreateBuilder<ComparativeStatics>();
        for (var i = 0; i < set.Length; i++)
        {
            var (least, most) = set[i].IsExact ? (Inputs[i].Least, Inputs[i].Most) : (set[i].Least, set[i].Most);
            var series = Results.Select(_ => ImmutableArray.CreateBuilder<SeriesPoint>(Points)).ToArray();
            var (inputs, last) = (likeliest.ToArray(), double.NaN);
            for (var point = 0; point < Points; point++)
            {
                inputs[i] = Whole(Inputs[i], least + ((most - least) * point / (Points - 1)));
                if (inputs[i] == last) continue;
                last = inputs[i];
                var solution = Solve(inputs);
                for (var r = 0; r < series.Length; r++) series[r].Add(new(inputs[i], solution[r]));
            }

            for (var r = 0; r < series.Length; r++) all.Add(new(Inputs[i].Name, Results[r].Name, series[r].ToImmutable()));
        }

        return all.ToImmutable();
    }

    private static double? Quantile(ImmutableArray<double>[] solutions, int result, double share)
    {
        if (solutions.Length == 0) return null;
        var values = new double[solutions.Length];
        for (var i = 0; i < values.Length; i++) values[i] = solutions[i][result];
        Array.Sort(values);
        return values[Math.Clamp((int)Math.Ceiling(share * values.Length) - 1, 0, values.Length - 1)];
    }

    /// <summary>The value that is used of an input: a whole number where it counts something.</summary>
    internal static double Whole(CoercionInput input, double value) => input.IsWhole ? Math.Round(value, MidpointRounding.AwayFromZero) : value;

    private static void Check(CoercionInput input, double value)
    {
        if (!(value >= input.Least && value <= input.Most))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{input.Name} ({input.Meaning}) lies between {input.Least} and {input.Most}, and is {value}."));
        if (input.IsWhole && value != Math.Round(value)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{input.Name} ({input.Meaning}) is a whole number, not {value}."));
    }
}
