using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur search WORDS… --record R</c>: where words stand in texts and claims.</summary>
internal sealed class SearchCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly RecordOptions _record = new();
    private readonly DossierOption _dossier = new();
    private readonly Argument<string[]> _words = new("WORDS") { Description = "All of them have to stand there. \"words in quotation marks\" follow one another; sanction* is the beginning of a word.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _in = new("--in") { Description = "texts, claims or both. Default: both.", HelpName = "WHERE", DefaultValueFactory = _ => "both" };
    private readonly Option<int> _limit = new("--limit") { Description = "How many hits are listed at most. Default: 50.", HelpName = "N", DefaultValueFactory = _ => 50 };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON, one hit a line." };

    private SearchCommand(Terminal terminal, CommonOptions common) => (_terminal, _common) = (terminal, common);

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var search = new SearchCommand(terminal, common);
        var command = new ExampleCommand("search", "Finds words in the texts and claims of a record, in the order of publication.",
            "rapporteur search security guarantees --record talks.db",
            "rapporteur search \"\\\"prisoner exchange\\\"\" --in claims --json --record talks.db");
        command.Add(search._words);
        command.Add(search._record.Record);
        command.Add(search._in);
        command.Add(search._limit);
        command.Add(search._record.AsOf);
        command.Add(search._record.KnownOn);
        command.Add(search._record.MaxMarking);
        command.Add(search._dossier.Dossier);
        command.Add(search._json);
        command.SetAction(search.Run);
        return command;
    }

    private int Run(ParseResult call)
    {
        var query = SearchQuery.Parse(string.Join(' ', call.GetValue(_words) ?? [])) ?? throw new CallException("There is no word to look for. Try: rapporteur search --help");
        if (call.GetValue(_limit) < 1) throw new CallException("--limit takes a whole number from 1.");
        var options = new SearchOptions
        {
            Scope = call.GetValue(_in) switch
            {
                "texts" => SearchScope.Texts,
                "claims" => SearchScope.Claims,
                "both" => SearchScope.Both,
                var other => throw new CallException($"--in takes texts, claims or both, not '{other}'."),
            },
            AsOf = _record.AsOfDay(call),
            KnownOn = _record.KnownOnDay(call),
            Limit = _record.Limit(call),
            Unmarked = _dossier.Unmarked(call, _record.PathOf(call)),
            Most = call.GetValue(_limit),
        };
        using var ledger = Ledger.Open(_record.PathOf(call), LedgerHost.System, readOnly: true);
        var result = ledger.Search(query, options);
        var asJson = call.GetValue(_json);
        foreach (var hit in result.Hits) _terminal.Out.WriteLine(asJson ? SearchHitJson.Write(hit) : Plain(hit));
        new Messages(_terminal, call, _common).Note($"{result.Texts} texts, {result.Claims} claims; {result.Hits.Length} listed");
        return ExitCode.Ok;
    }

    private static string Plain(SearchHit hit)
    {
        var date = hit.Document.Published.Value?.Value ?? "no date";
        var kind = hit.Claim is { } claim ? EnumSpelling.Of(claim.Type) : "text";
        return $"{date}  {hit.Document.Source}  {kind}: {string.Join(' ', hit.Quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
    }
}
