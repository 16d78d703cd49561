using System.CommandLine;
using System.Text;
using Rapporteur.Desk;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur chart KIND PATH… | --record R</c>: one chart of a record, as SVG or as a page with its data.</summary>
internal sealed class ChartCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly ChartKind _kind;
    private readonly SnapshotArguments _snapshot = new();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file: FILE.svg, or FILE.html for a page with the chart and its data as a table. Default: the SVG on standard output.", HelpName = "FILE" };

    private ChartCommand(Terminal terminal, CommonOptions common, ChartKind kind) => (_terminal, _common, _kind) = (terminal, common, kind);

    /// <summary>The command with a command below it for each kind.</summary>
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("chart", "Draws what a record holds as a picture that needs no script, in colours that stay apart for every sight, with a link to its source on every mark. Lists the kinds where none is named.",
            "rapporteur chart timeline samples/ukraine-2025 -o timeline.svg",
            "rapporteur chart conditions --record ukraine.db --max-marking GREEN -o conditions.html");
        foreach (var kind in ChartKind.All) command.Add(new ChartCommand(terminal, common, kind).One());
        command.SetAction((_, _) => Task.FromResult(Kinds(terminal)));
        return command;
    }

    private static int Kinds(Terminal terminal)
    {
        var wide = ChartKind.All.Max(k => k.Name.Length);
        foreach (var kind in ChartKind.All) terminal.Out.WriteLine($"{kind.Name.PadRight(wide)}  {kind.About}");
        terminal.Out.WriteLine("Pictures of models: forecast … --svg, forecast coercion … --svg, packages … --svg, question score … --svg");
        return ExitCode.Ok;
    }

    private ExampleCommand One()
    {
        var command = new ExampleCommand(_kind.Name, $"Draws {_kind.About}.", $"rapporteur chart {_kind.Name} samples/ukraine-2025 -o {_kind.Name}.svg", $"rapporteur chart {_kind.Name} --record ukraine.db --as-of 2025-09-30 -o {_kind.Name}.html");
        _snapshot.AddTo(command);
        command.Add(_output);
        command.SetAction((call, cancel) => Task.FromResult(Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        var messages = new Messages(_terminal, call, _common);
        var output = call.GetValue(_output);
        var extension = Path.GetExtension(output ?? ".svg").ToLowerInvariant();
        if (extension is not (".svg" or ".html" or ".htm")) throw new CallException($"{output} is neither FILE.svg nor FILE.html; name one of these.");
        var snapshot = _snapshot.Take(call, _terminal, _common, messages, cancel);
        var (limit, dossier) = (_snapshot.Record.Limit(call), _snapshot.Dossier(call));
        var drawn = ReasonedSnapshot.Of(MarkingFence.Apply(snapshot, limit), dossier).Draw(_kind, limit, _snapshot.Day(call, _common))
            ?? throw new CallException($"There is nothing to draw: what was read has nothing for a chart of {_kind.Name}.", ExitCode.LeftOut);
        Write(output, extension == ".svg" ? drawn.ToSvg() : Encoding.UTF8.GetString(ChartPage.Of(drawn)));
        return messages.Code;
    }

    private void Write(string? output, string text)
    {
        if (output is null)
        {
            _terminal.Out.Write(text);
            return;
        }

        _terminal.Out.WriteLine(CallFiles.Writing(output, () =>
        {
            File.WriteAllText(output, text, new UTF8Encoding(false));
            return output;
        }));
    }
}
