using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>When an ultimatum is believed, what audience costs do for it, and what extensions take from it.</summary>
public sealed class Ultimatum : CoercionModel
{
    /// <inheritdoc/>
    public override string Id => "ultimatum";

    /// <inheritdoc/>
    public override string Name => "Ultimatum with audience costs and extensions";

    /// <inheritdoc/>
    public override string Paper => "J. D. Fearon, “Domestic Political Audiences and the Escalation of International Disputes”, American Political Science Review 88 (1994) 577–592; the hazard of extension is an addition of ours: a deadline that is extended with the same chance each time (geometric distribution).";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "Who sets the ultimatum can carry it out, which is worth its chance of winning less its cost, or back down.",
        "Backing down leaves it what it concedes then, less what its own audience makes it pay for having threatened.",
        "It carries out a threat that is at least as good as backing down, and everybody knows that.",
        "At every deadline it may grant an extension instead, with the same probability each time, whatever happened before.",
        "The audience cost does not grow with extensions.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("p", "probability of prevailing if it is carried out", .6, 0, 1),
        new("cost", "cost of carrying it out, as a share of what is at stake", .3, 0, 1),
        new("concession", "what is left to the one who backs down", .4, 0, 1),
        new("audience-cost", "what the own audience makes one pay for backing down", .15, 0, 1),
        new("extension", "probability that a deadline is extended", .4, 0, .99),
        new("deadlines", "deadlines that are looked at", 3, 1, 20, true),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("credible", "1 where carrying out is at least as good as backing down, else 0"),
        ("margin", "by how much carrying out is better"),
        ("least-audience-cost", "audience cost from which the threat is credible"),
        ("acted-on", "probability that it is carried out by the last of these deadlines, if demands are not met"),
        ("deadlines-expected", "deadlines until it is acted on or dropped, on average"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var (act, concession, audience, extension) = (inputs[0] - inputs[1], inputs[2], inputs[3], inputs[4]);
        var margin = act - (concession - audience);
        // What adds up to nothing in decimals does not always do so in binary.
        var credible = margin >= -1e-12 ? 1 : 0;
        return [credible, margin, Math.Max(0, concession - act), credible * (1 - Math.Pow(extension, inputs[5])), 1 / (1 - extension)];
    }
}
