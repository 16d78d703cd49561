using Rapporteur.Domain;
using Rapporteur.Plugs;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>Where words stand in texts and claims.</summary>
/// <param name="view">The record as the program may see it.</param>
internal sealed class SearchQuestion(RecordView view)
{
    private const int MostHits = 10_000;

    /// <summary>The question.</summary>
    public McpTool Tool => new("search", "Search", "Finds words in the texts and claims of the record, in the order of publication. All words have to stand there; \"words in quotation marks\" follow one another; sanction* is the beginning of a word.",
        [
            new("query", McpKind.Text, "The words.") { IsRequired = true },
            new("in", McpKind.Text, "Where to look. Default: both.") { Choices = ["texts", "claims", "both"] },
            RecordView.AsOf, .. AnswerPage.Parameters,
        ],
        (arguments, _) => Answer(arguments));

    private string Answer(McpArguments arguments)
    {
        var words = arguments.Text("query") ?? "";
        var query = SearchQuery.Parse(words) ?? throw new McpRefusalException("There is no word in 'query'.");
        var (day, scope) = (RecordView.Day(arguments, RecordView.AsOf.Name), arguments.Text("in"));
        var result = view.Ask(ledger => ledger.Search(query, new SearchOptions
        {
            Scope = scope switch { "texts" => SearchScope.Texts, "claims" => SearchScope.Claims, _ => SearchScope.Both },
            AsOf = day,
            Limit = view.Limit,
            Unmarked = view.Dossier?.Marking ?? Marking.Unmarked,
            Most = MostHits,
        }));
        var entries = result.Hits.Select(hit => new AnswerEntry($"{hit.Document.Id} {hit.Claim?.Id}", () => SearchHitJson.Write(hit))).ToList();
        return new AnswerPage("search", view.Limit).Write(arguments, ContentHash.Key(words, scope), day, entries);
    }
}
