using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Rapporteur.Record;
using Rapporteur.Web;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur serve --record R</c>: the workbench.</summary>
internal sealed class ServeCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly RecordOptions _record = new();
    private readonly DossierOption _dossier = new();
    private readonly WorldOption _world = new();
    private readonly Option<string[]> _urls = new("--urls") { Description = "Addresses to listen on; without accounts only those of this machine. Default: http://127.0.0.1:5080.", HelpName = "URL", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _accounts = new("--accounts") { Description = "File of accounts, for a team (rapporteur account add). Default: one user, who enters by the address that is printed.", HelpName = "FILE" };
    private readonly Option<string[]> _hosts = new("--host") { Description = "Name under which a proxy on this machine serves the workbench; with --accounts.", HelpName = "NAME" };
    private readonly Option<string?> _certificate = new("--certificate") { Description = "Certificate with its key for https addresses: a PFX file without password, or a PEM file.", HelpName = "FILE" };
    private readonly Option<string?> _by = new("--by") { Description = "Name under which the only user rules. Default: the name of the user of this machine.", HelpName = "NAME" };
    private readonly Option<bool> _best = new("--best") { Description = "Parse sentences of what is brought by the accurate model, which is slower (docs/syntax.md)." };

    private ServeCommand(Terminal terminal, CommonOptions common) => (_terminal, _common) = (terminal, common);

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var serve = new ServeCommand(terminal, common);
        var command = new ExampleCommand("serve", "Serves the workbench: today, inbox, review, search, meetings, deadlines, disputes, each page also as JSON. Ctrl+C ends it.",
            "rapporteur serve --record ukraine.db",
            "rapporteur serve --record ukraine.db --max-marking GREEN --urls http://127.0.0.1:8080",
            "rapporteur serve --record ukraine.db --accounts team.accounts --host workbench.example.org");
        command.Add(serve._record.Record);
        command.Add(serve._record.MaxMarking);
        command.Add(serve._dossier.Dossier);
        command.Add(serve._urls);
        command.Add(serve._accounts);
        command.Add(serve._hosts);
        command.Add(serve._certificate);
        command.Add(serve._by);
        command.Add(serve._best);
        command.Add(serve._world.World);
        command.SetAction(serve.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult call, CancellationToken cancel)
    {
        var record = _record.PathOf(call);
        var options = new WorkbenchOptions
        {
            Record = record,
            Dossier = _dossier.Load(call, record),
            MaxMarking = _record.Limit(call),
            Today = CommonOptions.Day(call.GetValue(_common.Today), _common.Today.Name),
            Urls = call.GetValue(_urls) is { Length: > 0 } urls ? [.. urls] : ["http://127.0.0.1:5080"],
            Hosts = [.. call.GetValue(_hosts) ?? []],
            Accounts = call.GetValue(_accounts),
            Certificate = call.GetValue(_certificate),
            Author = call.GetValue(_by) is { Length: > 0 } by ? by : Environment.UserName,
            Reader = () => _world.Load(call, call.GetValue(_best)),
        };
        if (ServeAddresses.FaultOf(options) is { } fault) throw new CallException(fault);
        if (options.Author.Any(char.IsControl) || string.IsNullOrWhiteSpace(options.Author)) throw new CallException("--by takes a name without control characters.");
        if (options.Accounts is { } accounts) CheckAccounts(accounts);
        var messages = new Messages(_terminal, call, _common);
        await using var app = Built(options, messages);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken)
        {
            throw new CallException(taken.Message + " Choose another port: --urls http://127.0.0.1:PORT", ExitCode.LeftOut);
        }

        _terminal.Out.WriteLine(Workbench.LaunchAddress(app) ?? app.Urls.First());
        await _terminal.Out.FlushAsync(CancellationToken.None);
        messages.Note(options.IsForTeam ? "the workbench is served; Ctrl+C ends it" : "open this address in a browser of this machine; it is for you alone and ends with the program (Ctrl+C)");
        _ = PrepareAsync(app, messages);
        var ended = new TaskCompletionSource();
        await using (cancel.Register(ended.SetResult)) await ended.Task;
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Ok;
    }

    private static WebApplication Built(WorkbenchOptions options, Messages messages)
    {
        try
        {
            return Workbench.Build(options, messages.Problem);
        }
        catch (ArgumentException wrong)
        {
            throw CallException.Of(wrong);
        }
    }

    // The pages tell by themselves what is wrong with a record; here it is told before anybody looks.
    private static async Task PrepareAsync(WebApplication app, Messages messages)
    {
        try
        {
            messages.Note("the record is being worked out; the first page waits for it");
            var watch = Stopwatch.StartNew();
            var (documents, claims) = await Task.Run(() => Workbench.PrepareAsync(app));
            messages.Note(string.Create(CultureInfo.InvariantCulture, $"worked out in {watch.Elapsed.TotalSeconds:F1} s: {documents} documents, {claims} claims"));
        }
        catch (RecordException damaged)
        {
            messages.Problem(damaged.Message);
        }
    }

    private static void CheckAccounts(string file)
    {
        try
        {
            if (new AccountFile(file).All().IsEmpty) throw new CallException($"{file} holds no account yet; make one: rapporteur account add NAME --role editor --accounts {file}");
        }
        catch (AccountException wrong)
        {
            throw new CallException(wrong.Message, ExitCode.LeftOut);
        }
    }
}
