using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>War as a walk over forts, one battle at a time, until one side has none: the gambler's ruin.</summary>
public sealed class SmithStam2004 : CoercionModel
{
    /// <inheritdoc/>
    public override string Id => "smith-stam";

    /// <inheritdoc/>
    public override string Name => "War as a random walk over forts";

    /// <inheritdoc/>
    public override string Paper => "A. Smith and A. C. Stam, “Bargaining and the Nature of War”, Journal of Conflict Resolution 48 (2004) 783–813.";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "There are so many forts; whoever takes the last one has won.",
        "In each battle one fort changes hands, and A wins it with the same probability every time.",
        "The sides may differ in what they think that probability is; here it is one of them.",
        "Nothing but forts changes: nobody gets tired, and nobody comes to help.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("p", "probability that A wins a battle", .55, .001, .999),
        new("held", "forts that A holds", 5, 0, 100, true),
        new("forts", "forts in all", 10, 1, 100, true),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("win", "probability that A wins the war if it is fought to the end"),
        ("battles", "battles that this takes on average"),
        ("next-battle", "difference of A's chance of the war between winning and losing the next battle"),
    ];

    /// <summary>Probability of winning the war.</summary>
    /// <param name="p">Probability of winning a battle, in (0, 1).</param>
    /// <param name="held">Forts that are held.</param>
    /// <param name="forts">Forts in all.</param>
    public static double Win(double p, double held, double forts)
    {
        if (held <= 0) return 0;
        if (held >= forts) return 1;
        var step = Math.Log((1 - p) / p);
        // (1 − rⁿ)/(1 − rᴺ) with r = (1 − p)/p, by hyperbolic sines: exact near one half and finite far from it.
        return Math.Abs(step * forts) < 1e-12 ? held / forts : Math.Exp(step * (held - forts) / 2) * Math.Sinh(step * held / 2) / Math.Sinh(step * forts / 2);
    }

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var (p, forts) = (inputs[0], inputs[2]);
        var held = Math.Min(inputs[1], forts);
        var (win, drift) = (Win(p, held, forts), (2 * p) - 1);
        var battles = Math.Abs(drift) < 1e-6 ? held * (forts - held) : ((forts * win) - held) / drift;
        return [win, Math.Max(0, battles), held > 0 && held < forts ? Win(p, held + 1, forts) - Win(p, held - 1, forts) : 0];
    }
}
