using System.CommandLine;
using System.Globalization;
using Rapporteur.Publishing;
using Rapporteur.Reading;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur verify --record R | BRIEF.json --record R|--sources DIR</c>: re-reads every span.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("verify", "Re-reads every span of a record or of a brief in the originals and lists every one that differs from its quote; of a record also every altered event, text and index entry.",
            "rapporteur verify --record ukraine.db",
            "rapporteur verify --record ukraine.db --head sha256:…",
            "rapporteur verify brief.json --sources samples/ukraine-2025",
            "rapporteur verify brief.json --record ukraine.db");
        var brief = new Argument<string?>("BRIEF.json") { Description = "A brief as JSON; without it the record itself is verified.", Arity = ArgumentArity.ZeroOrOne };
        var record = new RecordOptions();
        var sources = new Option<string[]>("--sources") { Description = "Files or folders with the originals of the brief.", HelpName = "PATH", AllowMultipleArgumentsPerToken = true };
        command.Add(brief);
        command.Add(record.Record);
        command.Add(sources);
        var head = new Option<string?>("--head") { Description = "Id of an event that verify printed earlier; where it is no longer in the record, its end was cut off.", HelpName = "HASH" };
        command.Add(head);
        command.Add(record.MaxMarking);
        var dossier = new DossierOption();
        command.Add(dossier.Dossier);
        command.SetAction(call => Run(call, terminal, common, call.GetValue(brief), record, dossier, call.GetValue(sources) ?? [], call.GetValue(head)));
        return command;
    }

    private static int Run(ParseResult call, Terminal terminal, CommonOptions common, string? brief, RecordOptions record, DossierOption dossier, string[] sources, string? head)
    {
        var messages = new Messages(terminal, call, common);
        var (limit, unmarked) = (record.Limit(call), dossier.Unmarked(call, record.PathOf(call)));
        if (brief is null)
        {
            if (sources.Length > 0) throw new CallException("--sources goes with a brief: rapporteur verify BRIEF.json --sources DIR");
            using var whole = Ledger.Open(record.PathOf(call), LedgerHost.System, readOnly: true);
            var code = Tell(whole.Verify(head, limit, unmarked), "the record", terminal);
            if (whole.Head() is { Length: > 0 } last) terminal.Out.WriteLine($"head {last}");
            return code;
        }

        if (head is not null) throw new CallException("--head goes with a record: rapporteur verify --record FILE --head HASH");
        if (!File.Exists(brief)) throw new CallException($"{brief} is not there; name the JSON file that rapporteur brief wrote.");
        using var stream = File.OpenRead(brief);
        var citations = BriefCitations.Read(stream);
        if (sources.Length > 0)
        {
            var documents = new SourceReader().Read(sources).Where(source => source.Document is not null).Select(source => source.Document!);
            return Tell(CitationVerification.Check(citations.Select(c => c.Citation), documents), $"{citations.Length} citations", terminal);
        }

        if (call.GetValue(record.Record) is null && !File.Exists(RecordOptions.DefaultRecord))
        {
            messages.Problem($"{brief}: not checkable without the originals; name them with --sources DIR or --record FILE.");
            return ExitCode.LeftOut;
        }

        using var ledger = Ledger.Open(record.PathOf(call), LedgerHost.System, readOnly: true);
        return Tell(CitationVerification.Check(citations.Select(c => c.Citation), ledger.Readings(limit: limit, unmarked: unmarked).Select(reading => reading.Document)), $"{citations.Length} citations", terminal);
    }

    private static int Tell(IReadOnlyList<Difference> differences, string what, Terminal terminal)
    {
        foreach (var difference in differences) terminal.Out.WriteLine(difference.ToString());
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verified {what}: {differences.Count} differences"));
        return differences.Count == 0 ? ExitCode.Ok : ExitCode.LeftOut;
    }
}
