using System.Collections.Immutable;
using System.CommandLine;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur brief PATH… | --record R</c>: the brief, as HTML, Markdown and JSON.</summary>
internal sealed class BriefCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly SnapshotArguments _snapshot = new();
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The HTML file; FILE.md and FILE.json are written beside it. Default: brief.html.", HelpName = "FILE.html" };
    private readonly Option<bool> _pdf = new("--pdf") { Description = "Also FILE.pdf, printed by the Chromium that is installed, without network and files. Also where -o names FILE.pdf." };
    private readonly Option<string?> _since = new("--since") { Description = "Leave out what was last spoken of before this day.", HelpName = "DATE" };
    private readonly Option<string?> _title = new("--title") { Description = "Title of the brief. Default: the title of a single document, else the name of the folder or record.", HelpName = "TEXT" };

    private readonly TemplateOptions _templates = new();
    private readonly NoteOption _notes = new();

    private BriefCommand(Terminal terminal, CommonOptions common)
    {
        _terminal = terminal;
        _common = common;
    }

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var brief = new BriefCommand(terminal, common);
        var command = new ExampleCommand("brief", "Writes a brief in which every line can be opened in its source, from files or from a record.",
            "rapporteur brief samples/ukraine-2025",
            "rapporteur brief --record ukraine.db --since 2025-10-01 -o october.html",
            "rapporteur brief --record ukraine.db --template summary -o summary.html",
            "rapporteur brief --record ukraine.db --template actor --actor Russia -o russia.html",
            "rapporteur brief --record ukraine.db --max-marking GREEN -o for-partners.html");
        brief._snapshot.AddTo(command);
        brief._templates.AddTo(command);
        command.Add(brief._notes.Notes);
        command.Add(brief._output);
        command.Add(brief._pdf);
        command.Add(brief._since);
        command.Add(brief._title);
        command.SetAction((call, cancel) => Task.FromResult(brief.Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        var messages = new Messages(_terminal, call, _common);
        var files = BriefFiles.At(call.GetValue(_output) ?? "brief.html", call.GetValue(_pdf));
        var since = CommonOptions.Day(call.GetValue(_since), _since.Name);
        var template = _templates.Template(call, since);
        var dossier = _snapshot.Dossier(call);
        var (snapshot, changes) = Look(call, messages, template, since, dossier, cancel);
        var options = new BriefOptions
        {
            Title = call.GetValue(_title) ?? dossier?.Title ?? _snapshot.TitleOf(call, snapshot),
            Watch = dossier?.Watch ?? [],
            AsOf = _snapshot.Day(call, _common),
            Since = since,
            MaxMarking = _snapshot.Record.Limit(call),
            Template = template,
            Changes = changes,
        };
        var board = BriefMaking.Board(snapshot, dossier, options.MaxMarking);
        options = _templates.Subject(call, board, options) with { Notes = _notes.Of(call, dossier, board, messages) };
        var made = BriefMaking.Of(snapshot, board, DeadlockFinder.Find(ConditionGraphBuilder.Of(snapshot)), options);
        files.Write(made, messages, cancel);
        _terminal.Out.WriteLine(files.Html);
        if (made.Header.Withheld > 0) messages.Note($"{made.Header.Withheld} documents are left out because of their marking; the brief does not say so.");
        messages.Note($"{Counted(snapshot.Documents.Count(document => document.Error is null), "document")}, {Counted(snapshot.Claims.Length, "claim")}; also wrote {files.Markdown} and {files.Json}{(files.Pdf is { } pdf && messages.Code == ExitCode.Ok ? " and " + pdf : "")}");
        return messages.Code;
    }

    // The record, and what changed in it where the template tells that.
    private (RecordSnapshot Snapshot, ImmutableArray<Change> Changes) Look(ParseResult call, Messages messages, BriefTemplate? template, DateOnly? since, Dossier? dossier, CancellationToken cancel)
    {
        if (template?.Needs.Contains(TemplateNeed.Since) != true || since is not { } day) return (_snapshot.Take(call, _terminal, _common, messages, cancel), []);
        var (known, limit) = (_snapshot.Record.KnownOnDay(call), _snapshot.Record.Limit(call));
        using var ledger = _snapshot.Open(call, _terminal, _common, messages, cancel);
        var now = ledger.Snapshot(messages, _snapshot.Day(call, _common), known, limit, dossier);
        return (now, SnapshotDiff.Between(ledger.Snapshot(messages, day, known, limit, dossier), now));
    }

    private static string Counted(int n, string what) => $"{n} {what}{(n == 1 ? "" : "s")}";
}
