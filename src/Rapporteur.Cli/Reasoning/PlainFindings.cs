using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>Prints findings of reasoning for a terminal.</summary>
internal sealed class PlainFindings(RecordSnapshot snapshot, ConditionGraph graph, Handles handles, TextWriter output)
{
    private const int MostCited = 3;
    private readonly FindingWords _words = new(snapshot, graph);

    /// <summary>Every deadlock with its conditions, their sources, and what would break it.</summary>
    public void Deadlocks(IReadOnlyList<Deadlock> deadlocks)
    {
        output.WriteLine($"{FindingWords.Count("deadlocks", deadlocks.Count)}; {string.Join(", ", graph.Inputs.Select(i => $"{i.Name} {i.Value}"))}");
        if (graph.Coverage is { } coverage) output.WriteLine(coverage.InWords);
        for (var i = 0; i < deadlocks.Count; i++) Deadlock(deadlocks[i], i + 1);
    }

    /// <summary>What follows in a scenario, and the lines of the brief that would change.</summary>
    public void Outcome(ScenarioOutcome outcome, IReadOnlyList<BriefChange> changes)
    {
        output.WriteLine(FindingWords.Of("supposed", ("facts", string.Join("; ", outcome.Facts.Select(f => f.Text)))));
        if (outcome.Effects.IsEmpty) output.WriteLine(FindingWords.Of("nothing-follows"));
        foreach (var group in outcome.Effects.GroupBy(e => e.Kind))
        {
            output.WriteLine();
            output.WriteLine(FindingWords.Effect(group.Key));
            foreach (var effect in group)
            {
                output.WriteLine($"  - {(effect.Party is { } party ? _words.Party(party) + ": " : "")}{(effect.Deadlock is { } deadlock ? $"{FindingWords.Heading(deadlock)}: {FindingWords.Name(effect.Name)}" : FindingWords.Quote(effect.Name))}");
                Cite(effect.Claims);
            }
        }

        output.WriteLine();
        output.WriteLine(FindingWords.Of(changes.Count == 0 ? "brief-same" : "brief"));
        foreach (var section in changes.GroupBy(c => c.Section))
        {
            output.WriteLine($"  {section.Key}");
            foreach (var change in section) output.WriteLine($"    {(change.IsNew ? "+" : "-")} {change.Text}");
        }
    }

    /// <summary>What a scenario may name.</summary>
    public void Names(IEnumerable<Handle> named, IEnumerable<RiskPreset> risks)
    {
        foreach (var handle in named)
            Named(handle.Label, EnumSpelling.Of(handle.Kind), (handle.Party is { } party && handle.Kind == HandleKind.Stance ? _words.Party(party) + ": " : "") + FindingWords.Name(handle.Name));
        foreach (var risk in risks) Named(risk.Label, "risk", Told(risk));
    }

    private static string Told(RiskPreset risk) => risk.Then.Contains(risk.If, StringComparison.Ordinal) ? FindingWords.Name(risk.Then)
        : FindingWords.Of("risk", ("then", FindingWords.Name(risk.Then)), ("if", FindingWords.Name(risk.If)));

    private void Named(string label, string kind, string name) => output.WriteLine($"{label,-5} {kind,-10} {name}");

    private void Deadlock(Deadlock deadlock, int number)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number}. {FindingWords.Heading(deadlock)}"));
        if (deadlock.Issue is { } issue) Options(issue);
        else
            for (var i = 0; i < deadlock.Cycle.Length; i++) Stated(_words.Edge(deadlock.Cycle[i], i + 1), deadlock.Cycle[i].Stance, deadlock.Cycle[i].Inference, deadlock.Cycle[i].Claims);
        foreach (var pledge in deadlock.Pledges)
        {
            output.WriteLine($"   {_words.Pledge(pledge)}");
            Cite(pledge.Claims.Take(1));
        }

        output.WriteLine($"   {FindingWords.Breaks(deadlock)}");
        foreach (var set in deadlock.Breaks)
            output.WriteLine("     - " + string.Join(FindingWords.Of("and"), set.Select(c => _words.Concession(c) + (handles.LabelOf(c.Stance) is { } label ? $" [{FindingWords.Of("drop", ("label", label))}]" : ""))));
    }

    private void Options(Issue issue)
    {
        foreach (var option in issue.Options)
        {
            output.WriteLine($"   {_words.Wanted(option)}");
            Cite(option.Positions.Select(p => p.Claim));
            foreach (var exclusion in option.Exclusions) Stated(_words.Bars(exclusion, option), exclusion.Stance, exclusion.Inference, exclusion.Claims);
        }
    }

    private void Stated(string line, string? stance, Inference? inference, IEnumerable<RecordedClaim> claims)
    {
        output.WriteLine($"   {line}{(handles.LabelOf(stance) is { } label ? $" [{label}]" : "")}");
        if (inference is not null) output.WriteLine($"       {FindingWords.Of("rule", ("rule", inference.Rule))}");
        Cite(claims);
    }

    private void Cite(IEnumerable<RecordedClaim> claims)
    {
        foreach (var claim in claims.DistinctBy(c => (c.Evidence.TextId, c.Evidence.Span)).Take(MostCited)) output.WriteLine($"       {FindingWords.Citation(claim)}");
    }
}
