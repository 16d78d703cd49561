using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A public crisis as a war of nerves: the longer it lasts, the more an own audience makes a leader pay for backing down.</summary>
public sealed class Fearon1994 : CoercionModel
{
    private const int Steps = 20;

    /// <inheritdoc/>
    public override string Id => "audience-costs";

    /// <inheritdoc/>
    public override string Name => "War of nerves with audience costs that grow";

    /// <inheritdoc/>
    public override string Paper => "J. D. Fearon, “Domestic Political Audiences and the Escalation of International Disputes”, American Political Science Review 88 (1994) 577–592.";

    /// <inheritdoc/>
    public override ImmutableArray<string> Assumptions { get; } =
    [
        "Two sides dispute a prize. At every moment each may attack, back down or let the crisis go on.",
        "Who backs down gives the other the prize and pays an audience cost that grows evenly from the start of the crisis; backing down at once costs nothing.",
        "War is worth less than nothing to both; each knows how much less for itself, and of the other only that it is as likely to be any value down to the worst.",
        "There is no cost of time and no bargain: the prize goes to one side whole.",
        "Both do what is best for them given what the other does and what they have seen (perfect Bayesian equilibrium).",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<CoercionInput> Inputs { get; } =
    [
        new("audience-1", "how fast side 1's audience cost grows", 1, .01, 10),
        new("audience-2", "how fast side 2's does", .5, .01, 10),
        new("prize", "worth of the prize", 1, .01, 10),
        new("worst-war-1", "the most that side 2 thinks war may cost side 1", 2, .01, 10),
        new("worst-war-2", "the most that side 1 thinks war may cost side 2", 2, .01, 10),
        new("known-war-1", "what war costs side 1, where both know it", 1, .001, 10),
        new("known-war-2", "what it costs side 2, where both know it", 1, .001, 10),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Meaning)> Results { get; } =
    [
        ("horizon", "time by which everybody who backs down has done so; who is left attacks"),
        ("yields-at-once-1", "probability that side 1 gives way before a crisis begins"),
        ("yields-at-once-2", "the same of side 2"),
        ("crisis", "probability that a crisis begins"),
        ("backs-down-1", "probability in a crisis that side 1 is one that would back down before the horizon"),
        ("backs-down-2", "the same of side 2"),
        ("war", "probability of war"),
        ("war-in-crisis", "probability of war once a crisis has begun"),
        ("length", "length of a crisis on average"),
        ("worth-weak-1", "what side 1 expects of the dispute if it is one that would back down"),
        ("worth-weak-2", "the same of side 2"),
        ("known-yields", "side that gives way at once where both know what war costs both: 1 or 2; 0 where neither is the first to be bound"),
        ("known-bound-at", "time at which the other side would rather fight than back down, where both know all"),
    ];

    /// <inheritdoc/>
    protected override ImmutableArray<double> Solve(ReadOnlySpan<double> inputs)
    {
        var crisis = new WarOfNerves(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]);
        var (bound1, bound2) = (inputs[5] / inputs[0], inputs[6] / inputs[1]);
        var (yields1, yields2) = (crisis.Quit(1, 0), crisis.Quit(2, 0));
        var begins = (1 - yields1) * (1 - yields2);
        var war = (1 - crisis.Quit(1, crisis.Horizon)) * (1 - crisis.Quit(2, crisis.Horizon));
        return
        [
            crisis.Horizon, yields1, yields2, begins, crisis.BacksDown(1), crisis.BacksDown(2), war, war / begins, crisis.Length, crisis.Worth(1), crisis.Worth(2),
            bound1 == bound2 ? 0 : bound1 < bound2 ? 2 : 1, Math.Min(bound1, bound2),
        ];
    }

    /// <inheritdoc/>
    protected override ImmutableArray<ComparativeStatics> Courses(ReadOnlySpan<double> inputs)
    {
        var crisis = new WarOfNerves(inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]);
        return
        [
            new("time", "backed-down-1", Over(t => crisis.Quit(1, t))), new("time", "backed-down-2", Over(t => crisis.Quit(2, t))),
            new("time", "hazard-1", Over(t => crisis.Hazard(1, t))), new("time", "hazard-2", Over(t => crisis.Hazard(2, t))),
        ];

        ImmutableArray<SeriesPoint> Over(Func<double, double> value) => [.. Enumerable.Range(0, Steps + 1).Select(step => crisis.Horizon * step / Steps).Select(t => new SeriesPoint(t, value(t)))];
    }
}
