using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>What waits for what, where it is stuck, and what would follow if something happened. Nothing of a scenario is recorded.</summary>
internal static class ConditionsScreen
{
    private const int MostFacts = 12;
    private const int Size = 100;

    /// <summary>Registers its page.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPage<ConditionsPage, ConditionsModel>("/conditions", "Conditions, deadlocks with what would break each, and a scenario (set=drop C1, several by lines; risk=R1; page= of what a scenario may name).", Show);

    private static ConditionsModel Show(Visit visit)
    {
        var reasoned = ReasonedRecord.Of(visit);
        var words = new FindingWords(reasoned.Snapshot, reasoned.Graph);
        var (asked, risk) = (visit.Query("set"), visit.Query("risk"));
        return new(
            [.. reasoned.Deadlocks.Select(d => Item(visit.View, reasoned, words, d))],
            visit.Cut(visit.View.Each("handles", view => ReasonedRecord.Of(view).Handles.All.Where(h => h.Kind != HandleKind.Thing || !h.Claims.IsEmpty).ToArray()), h => Named(visit.View, words, h), Size),
            [.. reasoned.Risks.Select(r => new RiskItem(r.Label, FindingWords.Name(r.If), FindingWords.Name(r.Then), [.. r.Claims.Take(2).Select(c => ClaimItem.Of(c, visit.View))]))],
            reasoned.Graph.Coverage?.InWords, asked, risk,
            asked is null && risk is null ? null : Play(visit.View, reasoned, words, asked, risk))
        { Chart = ReasonedRecord.Chart(visit, ChartKind.Named("conditions")!) };
    }

    private static DeadlockItem Item(RecordView view, ReasonedRecord reasoned, FindingWords words, Deadlock deadlock)
    {
        var steps = deadlock.Issue is { } issue
            ? issue.Options.SelectMany(o => o.Exclusions.Select(e => Step(view, reasoned, words.Bars(e, o), e.Stance, e.Inference, e.Claims)).Prepend(new StepItem(words.Wanted(o), null, null, Claims(view, o.Positions.Select(p => p.Claim)))))
            : deadlock.Cycle.Select((c, i) => Step(view, reasoned, words.Edge(c, i + 1), c.Stance, c.Inference, c.Claims));
        return new(deadlock.Key, FindingWords.Heading(deadlock),
            [.. steps, .. deadlock.Pledges.Select(p => new StepItem(words.Pledge(p), null, null, Claims(view, p.Claims)))],
            FindingWords.Breaks(deadlock),
            [.. deadlock.Breaks.Select(set => new BreakItem(string.Join(FindingWords.Of("and"), set.Select(words.Concession)), string.Join('\n', set.Select(c => reasoned.Handles.LabelOf(c.Stance)).OfType<string>().Select(l => "drop " + l))))]);
    }

    private static StepItem Step(RecordView view, ReasonedRecord reasoned, string text, string? stance, Inference? inference, IEnumerable<RecordedClaim> claims) =>
        new(text, reasoned.Handles.LabelOf(stance), inference is null ? null : FindingWords.Of("rule", ("rule", inference.Rule)), Claims(view, claims));

    private static ImmutableArray<ClaimItem> Claims(RecordView view, IEnumerable<RecordedClaim> claims) =>
        [.. claims.DistinctBy(c => (c.Evidence.TextId, c.Evidence.Span)).Take(3).Select(c => ClaimItem.Of(c, view))];

    private static HandleItem Named(RecordView view, FindingWords words, Handle handle) =>
        new(handle.Label, EnumSpelling.Of(handle.Kind), (handle.Party is { } party && handle.Kind == HandleKind.Stance ? words.Party(party) + ": " : "") + FindingWords.Name(handle.Name), Claims(view, handle.Claims));

    private static ScenarioItem Play(RecordView view, ReasonedRecord reasoned, FindingWords words, string? asked, string? risk)
    {
        var parser = new FactParser(reasoned.Handles, reasoned.Snapshot.AsOf);
        var (facts, problems) = (new List<Fact>(), new List<string>());
        var lines = (asked ?? "").Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > MostFacts) throw PageException.Wrong($"Suppose {MostFacts} facts at most.");
        foreach (var line in lines)
        {
            var read = parser.Read(line);
            if (read.Fact is { } fact) facts.Add(fact);
            else problems.Add(read.Problem + (read.Near.IsEmpty ? "" : " " + string.Join("; ", read.Near.Select(h => $"{h.Label} {FindingWords.Name(h.Name)}"))));
        }

        if (risk is not null)
        {
            if (reasoned.Risks.FirstOrDefault(r => r.Label.Equals(risk, StringComparison.OrdinalIgnoreCase)) is { } preset) facts.AddRange(preset.Scenario.Facts);
            else problems.Add($"There is no risk {risk}.");
        }

        if (facts.Count == 0) return new([], [], [.. problems], 0);
        var outcome = new Scenario([.. facts]).Play(reasoned.Snapshot, reasoned.Graph);
        return new(
            [.. outcome.Facts.Select(f => f.Text)],
            [.. outcome.Effects.Select(e => new EffectItem(EnumSpelling.Of(e.Kind), FindingWords.Effect(e.Kind), (e.Party is { } party ? words.Party(party) + ": " : "") + (e.Deadlock is { } deadlock ? FindingWords.Heading(deadlock) + ": " + FindingWords.Name(e.Name) : FindingWords.Quote(e.Name)), Claims(view, e.Claims)))],
            [.. problems], outcome.Deadlocks.Length);
    }
}

/// <summary>A step of a deadlock.</summary>
/// <param name="Text">What waits for what, or who wants or bars what.</param>
/// <param name="Label">What a scenario calls it; null where it cannot be dropped.</param>
/// <param name="Inferred">By which rule it was inferred; null where it is stated.</param>
/// <param name="Claims">What it rests on.</param>
public sealed record StepItem(string Text, string? Label, string? Inferred, ImmutableArray<ClaimItem> Claims);

/// <summary>Concessions that would break a deadlock.</summary>
/// <param name="Text">The concessions.</param>
/// <param name="Set">The same as facts of a scenario, one a line.</param>
public sealed record BreakItem(string Text, string Set);

/// <summary>A deadlock.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Breaks">What stands over what would break it.</param>
/// <param name="Ways">The smallest sets of concessions.</param>
public sealed record DeadlockItem(string Key, string Name, ImmutableArray<StepItem> Steps, string Breaks, ImmutableArray<BreakItem> Ways);

/// <summary>What a scenario may name.</summary>
/// <param name="Label">Such as C1.</param>
/// <param name="Kind">Meeting, deadline, commitment, stance or thing.</param>
/// <param name="Name">What it is.</param>
/// <param name="Claims">What it rests on.</param>
public sealed record HandleItem(string Label, string Kind, string Name, ImmutableArray<ClaimItem> Claims);

/// <summary>A risk that a text names.</summary>
/// <param name="Label">Such as R1.</param>
/// <param name="If">What would happen.</param>
/// <param name="Then">What is feared.</param>
/// <param name="Claims">Where it is told.</param>
public sealed record RiskItem(string Label, string If, string Then, ImmutableArray<ClaimItem> Claims);

/// <summary>Something that would follow.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Heading">The sort in words.</param>
/// <param name="Text">What follows.</param>
/// <param name="Claims">What it rests on.</param>
public sealed record EffectItem(string Kind, string Heading, string Text, ImmutableArray<ClaimItem> Claims);

/// <summary>A scenario. Nothing of it is recorded.</summary>
/// <param name="Facts">What was supposed.</param>
/// <param name="Effects">What would follow.</param>
/// <param name="Problems">What was not understood.</param>
/// <param name="Deadlocks">How many deadlocks there would be.</param>
public sealed record ScenarioItem(ImmutableArray<string> Facts, ImmutableArray<EffectItem> Effects, ImmutableArray<string> Problems, int Deadlocks);

/// <summary>Conditions, deadlocks and a scenario.</summary>
/// <param name="Deadlocks">Where it is stuck.</param>
/// <param name="Names">One page of what a scenario may name.</param>
/// <param name="Risks">Risks that texts name.</param>
/// <param name="Coverage">How much was read; null where nothing depends on it.</param>
/// <param name="Set">Facts as they were asked; null for none.</param>
/// <param name="Risk">The risk that was supposed; null for none.</param>
/// <param name="Scenario">What would follow; null where nothing was supposed.</param>
public sealed record ConditionsModel(ImmutableArray<DeadlockItem> Deadlocks, Paged<HandleItem> Names, ImmutableArray<RiskItem> Risks, string? Coverage, string? Set, string? Risk, ScenarioItem? Scenario)
{
    /// <summary>The graph as a chart.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public DrawnChart? Chart { get; init; }
}
