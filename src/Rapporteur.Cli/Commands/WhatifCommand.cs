using System.CommandLine;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur whatif PATH… | --record R --set FACT …</c>: what would follow if something happened. Nothing of it is recorded.</summary>
internal sealed class WhatifCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly SnapshotArguments _snapshots = new();
    private readonly Option<string[]> _facts = new("--set") { Description = "A fact to suppose, such as \"M1 held 2025-12-01\", \"drop C3\", \"deadline D2 lapsed\" or \"a ceasefire is agreed\". May be given several times.", HelpName = "FACT" };
    private readonly Option<string[]> _risks = new("--risk") { Description = "Suppose a risk that a text names, such as R1. --list names them.", HelpName = "R1" };
    private readonly Option<bool> _list = new("--list") { Description = "List what a fact may name, and the risks that texts name." };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON, one finding a line (docs/reasoning.md)." };

    private WhatifCommand(Terminal terminal, CommonOptions common) => (_terminal, _common) = (terminal, common);

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var whatif = new WhatifCommand(terminal, common);
        var command = new ExampleCommand("whatif", "Supposes that something happens and says what would follow: conditions met, promises and deadlines due, deadlocks opened or formed, lines of the brief that would change. Nothing of it is recorded.",
            "rapporteur whatif samples/ukraine-2025 --list",
            "rapporteur whatif samples/ukraine-2025 --set \"drop C1\"",
            "rapporteur whatif --record ukraine.db --set \"a ceasefire is agreed on 2025-12-01\" --json");
        whatif._snapshots.AddTo(command);
        command.Add(whatif._facts);
        command.Add(whatif._risks);
        command.Add(whatif._list);
        command.Add(whatif._json);
        command.SetAction((call, cancel) => Task.FromResult(whatif.Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        var (asked, named) = (call.GetValue(_facts) ?? [], call.GetValue(_risks) ?? []);
        var list = call.GetValue(_list);
        if (asked.Length + named.Length == 0 && !list) throw new CallException("Say what to suppose with --set FACT, or see what can be named with --list.");
        var messages = new Messages(_terminal, call, _common);
        var snapshot = _snapshots.Take(call, _terminal, _common, messages, cancel);
        var graph = ConditionGraphBuilder.Of(snapshot);
        var handles = Handles.Of(snapshot, graph);
        var risks = RiskPresets.Of(snapshot);
        var (plain, lines) = (new PlainFindings(snapshot, graph, handles, _terminal.Out), new JsonFindings(snapshot, graph, handles));
        if (list)
        {
            if (call.GetValue(_json))
                foreach (var line in handles.All.Select(lines.Line).Concat(risks.Select(JsonFindings.Line))) _terminal.Out.Write(line + "\n");
            else plain.Names(handles.All, risks);
            return messages.Code;
        }

        var scenario = new Scenario([.. Facts(asked, handles, snapshot), .. Risks(named, risks)]);
        var outcome = scenario.Play(snapshot, graph);
        // Both speak from the day of the scenario, so that a countdown alone is no difference.
        var (dossier, options) = (_snapshots.Dossier(call), new BriefOptions { MaxMarking = _snapshots.Record.Limit(call), AsOf = outcome.Snapshot.AsOf });
        var changes = BriefChange.Between(BriefMaking.Of(snapshot, DeadlockFinder.Find(graph), dossier, options), BriefMaking.Of(outcome.Snapshot, outcome.Deadlocks, dossier, options));
        if (call.GetValue(_json)) _terminal.Out.Write(lines.Line(outcome, changes) + "\n");
        else plain.Outcome(outcome, changes);
        return messages.Code;
    }

    private static IEnumerable<Fact> Facts(string[] asked, Handles handles, RecordSnapshot snapshot)
    {
        var parser = new FactParser(handles, snapshot.AsOf);
        foreach (var text in asked)
        {
            var read = parser.Read(text);
            yield return read.Fact ?? throw new CallException(string.Join('\n', read.Near.Select(h => $"  {h.Label,-5} {FindingWords.Name(h.Name)}").Prepend(read.Problem + (read.Near.IsEmpty ? " See what can be named with --list." : ""))));
        }
    }

    private static IEnumerable<Fact> Risks(string[] named, IReadOnlyList<RiskPreset> risks)
    {
        foreach (var label in named)
            yield return (risks.FirstOrDefault(r => r.Label.Equals(label, StringComparison.OrdinalIgnoreCase)) ?? throw new CallException($"There is no risk {label}; the texts name {risks.Count}. See --list.")).Scenario.Facts[0];
    }
}
