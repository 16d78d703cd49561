using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Cli;

/// <summary>Prints findings of reasoning for a terminal.</summary>
internal sealed class PlainFindings(RecordSnapshot snapshot, ConditionGraph graph, Handles handles, TextWriter output)
{
    private const int LongestQuote = 160;
    private readonly FindingWords _words = new(snapshot, graph);

    /// <summary>Every deadlock with its conditions, their sources, and what would break it.</summary>
    public void Deadlocks(IReadOnlyList<Deadlock> deadlocks)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count(deadlocks.Count, "deadlock")}; {string.Join(", ", graph.Inputs.Select(i => $"{i.Name} {i.Value}"))}"));
        if (graph.Coverage is { } coverage) output.WriteLine(coverage.InWords);
        for (var i = 0; i < deadlocks.Count; i++) Deadlock(deadlocks[i], i + 1);
    }

    private void Deadlock(Deadlock deadlock, int number)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number}. {FindingWords.Heading(deadlock)}{(deadlock.IsInferred ? " (by inference)" : "")}"));
        if (deadlock.Issue is { } issue) Options(issue);
        else
            foreach (var edge in deadlock.Cycle) Edge(edge);
        foreach (var pledge in deadlock.Pledges)
        {
            output.WriteLine($"   waits: {_words.Party(pledge.Party)}: {_words.Node(pledge.Node)}");
            Cite(pledge.Claims.Take(1));
        }

        if (deadlock.Breaks.IsEmpty)
        {
            output.WriteLine(deadlock.AllBreaks ? "   Nothing that was said and could be dropped would break it." : "   What would break it was not looked for: too many others.");
            return;
        }

        output.WriteLine(deadlock.AllBreaks ? "   would break it:" : "   would break it (the smallest found; there are more):");
        foreach (var set in deadlock.Breaks)
            output.WriteLine("     - " + string.Join(", and ", set.Select(c => _words.Concession(c) + (handles.LabelOf(c.Stance) is { } label ? $" [drop {label}]" : ""))));
    }

    private void Edge(Condition edge)
    {
        output.WriteLine($"   {(edge.IsInferred ? "~" : "-")} {_words.Edge(edge)}{(handles.LabelOf(edge.Stance) is { } label ? $" [{label}]" : "")}");
        if (edge.Inference is { } inference) output.WriteLine($"       inferred ({inference.Rule}): {inference.Reason}");
        Cite(edge.Claims);
    }

    private void Options(Issue issue)
    {
        foreach (var option in issue.Options)
        {
            output.WriteLine($"   option “{FindingWords.Tidy(option.Name)}”, wanted or offered by {string.Join(", ", option.Positions.Select(p => snapshot.NameOf(p.Actor)).Distinct(StringComparer.Ordinal))}");
            Cite(option.Positions.Select(p => p.Claim));
            foreach (var exclusion in option.Exclusions)
            {
                var claim = exclusion.Claims[0];
                output.WriteLine($"     {(exclusion.Inference is null ? "x" : "~")} {_words.Party(exclusion.Party)} leaves no room for it: “{FindingWords.Tidy(claim.Words(claim.Claim.What ?? claim.Claim.If) ?? claim.Evidence.Quote)}”{(handles.LabelOf(exclusion.Stance) is { } label ? $" [{label}]" : "")}");
                if (exclusion.Inference is { } inference) output.WriteLine($"       inferred ({inference.Rule}): {inference.Reason}");
                Cite(exclusion.Claims);
            }
        }
    }

    /// <summary>What follows in a scenario.</summary>
    public void Outcome(ScenarioOutcome outcome)
    {
        output.WriteLine($"Supposed (nothing of this is recorded): {string.Join("; ", outcome.Facts.Select(f => f.Text))}");
        if (outcome.Effects.IsEmpty) output.WriteLine("Nothing that was read follows from it.");
        foreach (var group in outcome.Effects.GroupBy(e => e.Kind))
        {
            output.WriteLine();
            output.WriteLine(Title(group.Key));
            foreach (var effect in group)
            {
                output.WriteLine($"  - {(effect.Party is { } party ? _words.Party(party) + ": " : "")}{(effect.Deadlock is { } deadlock ? FindingWords.Heading(deadlock) + ": " : "")}“{FindingWords.Tidy(effect.Name)}”");
                Cite(effect.Claims);
            }
        }
    }

    /// <summary>What a scenario may name.</summary>
    public void Handles(IEnumerable<Handle> named)
    {
        foreach (var handle in named)
            output.WriteLine($"{handle.Label,-5} {handle.Kind.ToString().ToLowerInvariant(),-10} {(handle.Party is { } party && handle.Kind == HandleKind.Stance ? _words.Party(party) + ": " : "")}{FindingWords.Tidy(handle.Name)}");
    }

    private void Cite(IEnumerable<RecordedClaim> claims)
    {
        foreach (var claim in claims.DistinctBy(c => (c.Evidence.TextId, c.Evidence.Span)).Take(3))
        {
            var quote = FindingWords.Tidy(claim.Evidence.Quote);
            output.WriteLine($"       “{(quote.Length > LongestQuote ? quote[..quote.LastIndexOf(' ', LongestQuote)] + "…" : quote)}” ({FindingWords.Source(claim)})");
        }
    }

    /// <summary>The heading over effects of a kind.</summary>
    public static string Title(EffectKind kind) => kind switch
    {
        EffectKind.ConditionMet => "Conditions that would be met",
        EffectKind.MayFollow => "Nothing read would stand in the way of",
        EffectKind.CommitmentDue => "Promises that would fall due",
        EffectKind.ConsequenceDue => "Announced for this case",
        EffectKind.ConsequenceLapses => "Would fall away",
        EffectKind.DeadlineDue => "Deadlines that fall due by then",
        EffectKind.AssentRuledOut => "Assent that would be ruled out by",
        EffectKind.DeadlockBroken => "Deadlocks that would open",
        _ => "Deadlocks that would form",
    };

    private static string Count(int n, string noun) => n == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{n} {noun}s");
}
