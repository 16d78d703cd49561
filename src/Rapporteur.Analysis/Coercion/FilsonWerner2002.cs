using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Fighting teaches the attacker whether the defender is strong, and moves its demand.</summary>
public sealed class FilsonWerner2002 : CoercionModel
{
    // Beyond this many battles nobody waits.
    private const double Never = 1000;

    /// <inheritdoc/>
    public override string Id => "filson-werner";

    /// <inheritdoc/>
    public override string Name => "Learning from battles";

    /// <inheritdoc/>
    public override string Paper => "D. Filson and S. Werner, “A Bargaining Model of War and Peace: Anticipating the Onset, Duration, and Outcome of War”, American Journal of Political Science 46 (2002) 819–837.";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "The defender is strong or weak and knows which; the attacker does not.",
        "A battle is won by a strong defender more often than by a weak one, and battles do not depend on each other.",
        "The attacker learns from every battle by Bayes's rule.",
        "It can make a small demand, which both kinds accept, or a large one, which only a weak defender accepts.",
        "It makes the large one as long as what it expects of it is more.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("strong", "the attacker's belief before the war that the defender is strong", .3, .001, .999),
        new("win-strong", "probability that a strong defender wins a battle", .7, .001, .999),
        new("win-weak", "probability that a weak one does", .4, .001, .999),
        new("won", "battles that the defender won", 2, 0, 20, true),
        new("lost", "battles that it lost", 1, 0, 20, true),
        new("small-demand", "share that the attacker gets by the demand that both accept", .3, 0, 1),
        new("large-demand", "share that it gets by the demand that a weak defender accepts", .6, 0, 1),
        new("fight-strong", "what fighting a strong defender is worth to it", .1, 0, 1),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("belief", "belief that the defender is strong after these battles"),
        ("threshold", "belief above which the attacker makes the small demand"),
        ("small-demand-made", "1 where it makes the small demand, which ends the war; 0 where it makes the large one"),
        ("battles-to-settle", "further battles that the defender has to win in a row until the small demand is made; 1000 where none suffice"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var (ifStrong, ifWeak, small, large, fight) = (inputs[1], inputs[2], inputs[5], inputs[6], inputs[7]);
        var belief = Belief.After(inputs[0], ifStrong, ifWeak, inputs[3], inputs[4]);
        // (1−q) large + q fight < small
        var threshold = large <= small ? 0 : fight >= small ? 1 : (large - small) / (large - fight);
        var settled = belief >= threshold;
        var wins = settled ? 0 : threshold >= 1 || ifStrong <= ifWeak ? Never : Math.Ceiling(((Belief.LogOdds(threshold) - Belief.LogOdds(belief)) / Math.Log(ifStrong / ifWeak)) - 1e-9);
        return [belief, threshold, settled ? 1 : 0, Math.Min(Never, wins)];
    }
}
