using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>The bargaining range, and what is risked to learn how costly war is to the other.</summary>
public sealed class Fearon1995 : CoercionModel
{
    /// <inheritdoc/>
    public override string Id => "fearon";

    /// <inheritdoc/>
    public override string Name => "Bargaining range and screening";

    /// <inheritdoc/>
    public override string Paper => "J. D. Fearon, “Rationalist Explanations for War”, International Organization 49 (1995) 379–414.";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "A and B divide something worth 1 that can be divided at will.",
        "War is a lottery that gives A all of it with probability p, and costs both.",
        "Both are neutral towards risk and know p.",
        "B knows its own cost of war; A only that it is as likely to be any value from 0 to the greatest.",
        "A makes one demand; B takes it or fights.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("p", "probability that A wins a war", .5, 0, 1),
        new("cost-a", "A's cost of war, as a share of what is divided", .1, 0, 1),
        new("cost-b", "B's cost of war, the same", .2, 0, 1),
        new("greatest-cost-b", "greatest cost of B that A thinks possible", .4, .001, 1),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("range-from", "least share of A that it prefers to war"),
        ("range-to", "greatest share of A that B prefers to war"),
        ("demand", "share that A demands when it does not know B's cost"),
        ("war", "probability that B fights this demand"),
        ("worth-to-a", "what A expects of the demand"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var (p, costA, costB, greatest) = (inputs[0], inputs[1], inputs[2], inputs[3]);
        // Marginal gain of demanding more meets marginal risk where x = p + (greatest − costA)/2; never less than what every B takes.
        var demand = Math.Min(1, p + Math.Max(0, (greatest - costA) / 2));
        var war = Math.Clamp((demand - p) / greatest, 0, 1);
        return [Math.Max(0, p - costA), Math.Min(1, p + costB), demand, war, ((1 - war) * demand) + (war * (p - costA))];
    }
}
