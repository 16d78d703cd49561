using System.Collections.Immutable;
using System.CommandLine;
using Rapporteur.Analysis;
using Rapporteur.Desk;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur packages FILE…</c>: which packages no other beats, what rules of fair division pick, whether a zone of agreement is open and what would open it, and which exchanges pay.</summary>
internal sealed class PackagesCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly Argument<string[]> _files = new("FILE") { Description = "A file of packages (docs/formats/packages.md; - for standard input), or a profile of GENIUS (XML) or GeniusWeb (JSON) for each party.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON (docs/packages.md)." };
    private readonly Option<bool> _csv = new("--csv") { Description = "Print the packages that no other beats as CSV." };
    private readonly Option<string?> _svg = new("--svg") { Description = "Write a picture: points for two parties, lines over an axis for each for more.", HelpName = "FILE.svg" };
    private readonly Option<int> _draws = new("--draws") { Description = "How often weights and values are drawn where they are ranges or orders.", HelpName = "N", DefaultValueFactory = _ => 10_000 };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed of the draws: the same seed gives the same bytes.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> _without = new("--without-reservations") { Description = "Leave the least that parties take out of account." };
    private readonly Option<double> _distance = new("--distance") { Description = "Where a frontier is too long to list: within which distance of every package on it one is given.", HelpName = "D", DefaultValueFactory = _ => SearchLimits.Default.Distance };

    private readonly Option<string[]> _drop = new("--drop") { Description = "Suppose that a red line falls, by its number in the output, such as R1. May be given several times.", HelpName = "R1" };
    private readonly Option<string[]> _takes = new("--takes") { Description = "Suppose that a party takes no less than this share of its best, such as Northland=0.3. May be given several times.", HelpName = "PARTY=SHARE" };
    private readonly RecordOptions _record = new();
    private readonly DossierOption _dossier = new();

    private PackagesCommand(Terminal terminal, CommonOptions common) => (_terminal, _common) = (terminal, common);

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var packages = new PackagesCommand(terminal, common);
        var command = new ExampleCommand("packages", "Looks at packages over several issues: those that no other beats for everybody, what rules of fair division pick, whether any package is acceptable to all and what would make one so, and exchanges that leave nobody worse off. Weights and values are yours; of a record nothing is taken but red lines, with their sources.",
            "rapporteur packages docs/guide/packages/river-talks.yaml",
            "rapporteur packages docs/guide/packages/river-talks.yaml --drop R2 --takes Northland=0.6",
            "rapporteur packages docs/guide/packages/river-talks.yaml --json",
            "rapporteur packages talks.yaml --record ukraine.db --dossier dossier.yaml",
            "rapporteur packages north.xml south.xml --svg frontier.svg");
        command.Add(packages._files);
        command.Add(packages._json);
        command.Add(packages._csv);
        command.Add(packages._svg);
        command.Add(packages._draws);
        command.Add(packages._seed);
        command.Add(packages._without);
        command.Add(packages._distance);
        command.Add(packages._drop);
        command.Add(packages._takes);
        command.Add(packages._record.Record);
        command.Add(packages._record.AsOf);
        command.Add(packages._record.KnownOn);
        command.Add(packages._record.MaxMarking);
        command.Add(packages._dossier.Dossier);
        command.SetAction((call, cancel) => Task.FromResult(packages.Run(call, cancel)));
        return command;
    }

    private int Run(ParseResult call, CancellationToken cancel)
    {
        if (call.GetValue(_json) && call.GetValue(_csv)) throw new CallException("Ask for --json or --csv, not both.");
        if (call.GetValue(_draws) < 1) throw new CallException("--draws takes a whole number from 1.");
        if (!(call.GetValue(_distance) > 0)) throw new CallException("--distance takes a number above 0, such as 0.01.");
        if (call.GetValue(_record.Record) is null && (call.GetValue(_record.AsOf) ?? call.GetValue(_record.KnownOn) ?? call.GetValue(_record.MaxMarking) ?? call.GetValue(_dossier.Dossier)) is not null)
            throw new CallException("--as-of, --known-on, --max-marking and --dossier choose what is taken of a record; name it with --record.");
        var limits = SearchLimits.Default with { Distance = call.GetValue(_distance) };
        var (name, findings) = Findings(call, limits, cancel);
        if (call.GetValue(_svg) is { } picture)
        {
            if (findings.Parties.Length < 2) throw new CallException("--svg draws the packages of two parties or more.");
            Chart chart = findings.Parties.Length == 2 ? new PackageChart("packages", name, findings) : new PackageLines("packages", name, findings);
            PictureFiles.Write(picture, [("packages", chart)]);
        }

        _terminal.Out.Write(call.GetValue(_json) ? PackageJson.Of(name, findings) : call.GetValue(_csv) ? PackageCsv.Of(findings) : PackageText.Of(name, findings, call.GetValue(_draws)));
        return ExitCode.Ok;
    }

    private (string Name, PackageFindings Findings) Findings(ParseResult call, SearchLimits limits, CancellationToken cancel)
    {
        var files = (call.GetValue(_files) ?? []).Select(path => (File: CallFiles.NameOf(path), Text: CallFiles.Text(_terminal, path, "a file of packages (docs/formats/packages.md)"))).ToList();
        try
        {
            if (call.GetValue(_record.Record) is not null && (files.Count > 1 || PackageReading.AreProfiles(files))) throw new CallException("--record goes with one file of packages.");
            var read = PackageReading.Of(NameOf(files), files).With(RedLines);
            if (call.GetValue(_without)) read = read.WithoutReservations();
            read = read.Dropping(call.GetValue(_drop) ?? []).Taking(call.GetValue(_takes) ?? []);
            return (read.Name, read.Findings(limits, call.GetValue(_draws), call.GetValue(_seed), call.GetValue(_common.Threads), cancel));
        }
        catch (PackageFormatException error)
        {
            throw new CallException(error.Message);
        }
        catch (ArgumentException wrong)
        {
            throw CallException.Of(wrong);
        }

        ImmutableArray<RedLine> RedLines(PackageTable table) => call.GetValue(_record.Record) is { } record ? OfRecord(table, record, call) : [];
    }

    // Red lines of the record, beside those of the file; the record is opened for reading only.
    private ImmutableArray<RedLine> OfRecord(PackageTable table, string record, ParseResult call)
    {
        var dossier = _dossier.Load(call, record);
        var messages = new Messages(_terminal, call, _common);
        using var ledger = Ledger.Open(record, LedgerHost.System, readOnly: true);
        var day = _record.AsOfDay(call) ?? CommonOptions.Day(call.GetValue(_common.Today), _common.Today.Name);
        var lines = RecordRedLines.Of(IssueBoard.Of(ledger.Snapshot(messages, day, _record.KnownOnDay(call), _record.Limit(call), dossier), dossier), table);
        messages.Note(lines.IsEmpty ? "The record holds no red line of these parties on these issues; parties, issues and options are found by their names." : $"{lines.Length} red lines come from the record; --json cites them.");
        return lines;
    }

    private static string NameOf(List<(string File, string Text)> files) => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(files[0].File))) is { Length: > 0 } folder ? folder : Path.GetFileNameWithoutExtension(files[0].File);
}
