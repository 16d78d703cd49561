using System.CommandLine;
using Rapporteur.Analysis;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur deadlocks PATH… | --record R</c>: what waits for what, where it is stuck, and what would free it.</summary>
internal static class DeadlocksCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("deadlocks", "Finds what is stuck: conditions that wait for each other, issues on which no option is left to all, promises whose condition cannot come about. Lists the smallest concessions that would free each.",
            "rapporteur deadlocks samples/ukraine-2025",
            "rapporteur deadlocks --record ukraine.db --as-of 2025-10-22 --json");
        var snapshots = new SnapshotArguments();
        var json = new Option<bool>("--json") { Description = "Print one finding a line as JSON (docs/reasoning.md)." };
        snapshots.AddTo(command);
        command.Add(json);
        command.SetAction((call, cancel) => Task.FromResult(Run(call, terminal, common, snapshots, call.GetValue(json), cancel)));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, CommonOptions common, SnapshotArguments snapshots, bool json, CancellationToken cancel)
    {
        var messages = new Messages(terminal, call, common);
        var snapshot = snapshots.Take(call, terminal, common, messages, cancel);
        var graph = ConditionGraphBuilder.Of(snapshot);
        var (deadlocks, handles) = (DeadlockFinder.Find(graph), Handles.Of(snapshot, graph));
        if (json)
        {
            var lines = new JsonFindings(snapshot, graph, handles);
            foreach (var deadlock in deadlocks) terminal.Out.Write(lines.Line(deadlock) + "\n");
        }
        else new PlainFindings(snapshot, graph, handles, terminal.Out).Deadlocks(deadlocks);
        return messages.Code;
    }
}
