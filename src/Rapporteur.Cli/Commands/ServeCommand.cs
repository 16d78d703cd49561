using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Rapporteur.Publishing;
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
    private readonly Option<string?> _templates = new("--templates") { Description = "Folder with templates of briefs of your own, FILE.yaml each, offered beside those that ship (docs/formats/templates.md).", HelpName = "FOLDER" };
    private readonly Option<string> _questions = new("--ledger") { Description = "File of the questions of the lab, as for rapporteur question.", HelpName = "FILE.ndjson", DefaultValueFactory = _ => QuestionCommand.DefaultFile };
    private readonly Option<string?> _feedKey = new("--feed-key") { Description = "File with the key of addresses to subscribe to, made where it is not there. Default: a key that ends with the server; with --accounts those of the accounts count.", HelpName = "FILE" };
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
        command.Add(serve._templates);
        command.Add(serve._questions);
        command.Add(serve._feedKey);
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
            Templates = call.GetValue(_templates) is { } folder ? [.. BriefTemplate.Shipped, .. Own(folder)] : BriefTemplate.Shipped,
            Questions = call.GetValue(_questions),
            FeedKey = call.GetValue(_feedKey),
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
        catch (Exception wrong) when (wrong is ArgumentException or IOException or UnauthorizedAccessException)
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

    private static IEnumerable<BriefTemplate> Own(string folder)
    {
        if (!Directory.Exists(folder)) throw new CallException($"The folder of templates {folder} is not there; name one with --templates, or leave it out.");
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var parse = TemplateReader.Read(CallFiles.Text(file, "a template of briefs (docs/formats/templates.md)"));
            var template = parse.Template ?? throw new CallException(string.Join('\n', parse.Mistakes.Select(m => $"{file}, {m}")));
            yield return template.Name == BriefTemplate.Full || BriefTemplate.Named(template.Name) is not null ? throw new CallException($"{file}: the name {template.Name} is that of a template that ships; choose another.") : template;
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
