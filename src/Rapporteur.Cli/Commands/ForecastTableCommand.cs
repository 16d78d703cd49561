using System.CommandLine;
using Rapporteur.Analysis;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur forecast table PATH… | --record R</c>: positions of a record as a table of stakeholders, with their evidence and the analyst's numbers.</summary>
internal sealed class ForecastTableCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly SnapshotArguments _snapshots = new();
    private readonly Option<string?> _numbers = new("--numbers") { Description = "The analyst's capabilities and saliences, places of options and further positions (docs/formats/stakeholders.md).", HelpName = "FILE.csv" };

    private ForecastTableCommand(Terminal terminal, CommonOptions common) => (_terminal, _common) = (terminal, common);

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var table = new ForecastTableCommand(terminal, common);
        var command = new ExampleCommand("table", "Writes the positions of a record as a table of stakeholders, each with its evidence. Capability and salience are the analyst's and never invented: what is missing is left empty and named on standard error, with exit code 1.",
            "rapporteur forecast table samples/ukraine-2025 --dossier docs/guide/forecast/dossier.yaml",
            "rapporteur forecast table samples/ukraine-2025 --dossier docs/guide/forecast/dossier.yaml --numbers docs/guide/forecast/numbers.csv");
        table._snapshots.AddTo(command);
        command.Add(table._numbers);
        command.SetAction((call, cancel) => Task.FromResult(table.Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        var numbers = AnalystNumbers.None;
        if (call.GetValue(_numbers) is { } file)
        {
            (numbers, var faults) = AnalystNumbers.Read(StakeholderArguments.Text(_terminal, file));
            if (!faults.IsEmpty) throw new CallException(string.Join('\n', faults.Select(f => $"{CallFiles.NameOf(file)}, {f}")));
        }

        var messages = new Messages(_terminal, call, _common);
        var dossier = _snapshots.Dossier(call);
        var board = IssueBoard.Of(_snapshots.Take(call, _terminal, _common, messages, cancel), dossier);
        var draft = RecordTable.Of(board, numbers);
        StakeholderCsvText.Write(_terminal.Out, dossier?.Title ?? _snapshots.TitleOf(call, board), draft);
        foreach (var missing in draft.Missing) messages.LeaveOut($"missing: {missing}");
        return messages.Code;
    }
}
