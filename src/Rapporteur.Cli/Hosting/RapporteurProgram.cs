using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>The whole command line: <c>rapporteur …</c>.</summary>
public static class RapporteurProgram
{
    /// <summary>Runs one call.</summary>
    /// <param name="args">Arguments after the program's name.</param>
    /// <param name="terminal">Where to read and write.</param>
    /// <param name="cancel">Cancels the call: exit code 130.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel = default)
    {
        var code = await CallAsync(args, terminal, cancel);
        try
        {
            // Where the reader of a pipe went away (`rapporteur read … | head`) nothing fails: there is nobody left to write to.
            await terminal.Out.FlushAsync(CancellationToken.None);
            return code;
        }
        catch (AbandonedOutputException)
        {
            return code;
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"rapporteur: what was printed could not be written ({lost.Message}); look at where standard output goes.");
            return code == ExitCode.Ok ? ExitCode.LeftOut : code;
        }
    }

    private static async Task<int> CallAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel)
    {
        var parsed = Root(terminal).Parse(args);
        var configuration = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        try
        {
            if (parsed.Errors.Count > 0)
            {
                foreach (var error in parsed.Errors) terminal.Error.WriteLine("rapporteur: " + Wording(error.Message));
                terminal.Error.WriteLine($"Try: rapporteur {PathOf(parsed.CommandResult)}--help");
                return ExitCode.Usage;
            }

            return await parsed.InvokeAsync(configuration, cancel);
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("rapporteur: cancelled");
            return ExitCode.Cancelled;
        }
        catch (CallException wrong)
        {
            terminal.Error.WriteLine("rapporteur: " + wrong.Message);
            return wrong.Code;
        }
        catch (RecordException broken)
        {
            terminal.Error.WriteLine("rapporteur: " + broken.Message);
            return broken.Fault is RecordFault.NotFound or RecordFault.Foreign ? ExitCode.Usage : ExitCode.LeftOut;
        }
        catch (AbandonedOutputException)
        {
            return ExitCode.Ok;
        }
        catch (IOException broken)
        {
            terminal.Error.WriteLine("rapporteur: " + broken.Message);
            return ExitCode.LeftOut;
        }
        catch (UnauthorizedAccessException denied)
        {
            terminal.Error.WriteLine("rapporteur: " + denied.Message + " Choose a place that you may write to.");
            return ExitCode.LeftOut;
        }
    }

    // "forecast deu " for a command below another.
    private static string PathOf(CommandResult command) => command.Command is RootCommand ? "" : (command.Parent is CommandResult parent ? PathOf(parent) : "") + command.Command.Name + " ";

    // A type of the code says nothing to who calls.
    private static string Wording(string message) => message
        .Replace("as expected type 'System.Int32'", "as a whole number up to 2147483647", StringComparison.Ordinal)
        .Replace("as expected type 'System.UInt64'", "as a whole number from 0", StringComparison.Ordinal)
        .Replace("as expected type 'System.Nullable`1[System.Double]'", "as a number such as 0.5", StringComparison.Ordinal)
        .Replace("as expected type 'System.Double'", "as a number such as 0.5", StringComparison.Ordinal);

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Rapporteur reads what is published about a negotiation, remembers who said, wants, offered, threatened, promised and did what, and reports it with a citation on every line. It works offline.");
        var common = new CommonOptions();
        common.AddTo(root);
        root.Add(ReadCommand.Create(terminal, common));
        root.Add(AddCommand.Create(terminal, common));
        root.Add(BriefCommand.Create(terminal, common));
        root.Add(SearchCommand.Create(terminal, common));
        root.Add(ExportCommand.Create(terminal, common));
        root.Add(ImportCommand.Create(terminal, common));
        root.Add(MergeCommand.Create(terminal, common));
        root.Add(WithdrawCommand.Create(terminal, common));
        root.Add(DeadlocksCommand.Create(terminal, common));
        root.Add(WhatifCommand.Create(terminal, common));
        root.Add(ModelsCommand.Create(terminal));
        root.Add(ForecastCommand.Create(terminal, common));
        root.Add(PackagesCommand.Create(terminal, common));
        root.Add(VerifyCommand.Create(terminal, common));
        root.Add(RuleCommand.Create(terminal, common));
        foreach (var list in ListCommand.All(terminal, common)) root.Add(list);
        root.Add(DiffCommand.Create(terminal, common));
        root.Add(WatchCommand.Create(terminal, common));
        root.Add(ExplainCommand.Create(terminal, common));
        root.Add(FollowCommand.Create(terminal, common));
        root.Add(McpCommand.Create(terminal, common));
        root.Add(QuestionCommand.Create(terminal, common));
        root.Add(EvaluateCommand.Create(terminal, common));
        root.Add(TrainCommand.Create(terminal, common));
        root.Add(ServeCommand.Create(terminal, common));
        root.Add(AccountCommand.Create(terminal, common));
        foreach (var option in root.Options)
            if (option is HelpOption { Action: HelpAction standard } help) help.Action = new ExampleHelp(standard);
        return root;
    }
}
