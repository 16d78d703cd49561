using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Sides that differ in how often they expect to win battles bargain before each of them, and come closer with every battle.</summary>
public sealed class SmithStamOffers : CoercionModel
{
    /// <inheritdoc/>
    public override string Id => "smith-stam-offers";

    /// <inheritdoc/>
    public override string Name => "Bargaining over forts with beliefs that differ";

    /// <inheritdoc/>
    public override string Paper => "A. Smith and A. C. Stam, “Bargaining and the Nature of War”, Journal of Conflict Resolution 48 (2004) 783–813.";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "In each battle one fort changes hands; whoever holds them all has everything. A battle costs both sides.",
        "Each side has its own belief about how often A wins a battle, a beta distribution; the two know each other's and agree to differ.",
        "Both learn from every battle by Bayes's rule.",
        "Before every battle they settle where some division gives each at least what it expects of fighting on by its own belief; what is left over is split in a given proportion.",
        "Either may yield everything at any time. After a greatest number of battles peace follows the forts.",
        "How a war goes is reckoned with a true probability, which neither side knows.",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("belief-a", "how often A expects to win a battle, before the war", .65, .001, .999),
        new("belief-b", "how often B expects A to win", .35, .001, .999),
        new("weight", "how many battles a belief weighs before the war", 4, .01, 1000),
        new("p", "how often A really wins", .5, .001, .999),
        new("held", "forts that A holds; at most one fewer than there are", 5, 1, 39, true),
        new("forts", "forts in all", 10, 2, 40, true),
        new("cost-a", "what a battle costs A, as a share of what is divided", .02, 0, .5),
        new("cost-b", "what it costs B", .02, 0, .5),
        new("surplus-a", "A's share of what a settlement spares", .5, 0, 1),
        new("most-battles", "battles after which peace follows the forts", 200, 1, 400, true),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("optimism", "what the two expect of fighting together, less what there is to divide; above 0 they fight"),
        ("war", "1 where they fight at first, 0 where they settle at once"),
        ("battles", "battles on average"),
        ("agreement", "probability that a settlement ends the war"),
        ("a-takes-all", "probability that A takes the last fort"),
        ("b-takes-all", "probability that B does"),
        ("share", "A's share by a settlement, on average; by the forts where there is none"),
        ("forts-at-settlement", "forts that A then holds, on average; those of the start where there is none"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var war = new FortWar(inputs);
        var course = war.Course(inputs[3]);
        return [war.Optimism, war.Settles(0, war.Held) ? 0 : 1, course.Battles, course.Agreement, course.TakesAll, course.LosesAll, course.Share, course.FortsHeld];
    }

    /// <inheritdoc/>
    protected override ImmutableArray<ComparativeStatics> Courses(ReadOnlySpan<double> inputs)
    {
        var course = new FortWar(inputs).Course(inputs[3]);
        return
        [
            new("battles", "settled-after", [.. course.ByBattle.Select((chance, battle) => new SeriesPoint(battle, chance))]),
            new("forts-held", "settled-there", [.. course.ByFort.Select((chance, fort) => new SeriesPoint(fort, chance))]),
        ];
    }
}
