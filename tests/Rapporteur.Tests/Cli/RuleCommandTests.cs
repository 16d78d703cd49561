using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RuleCommandTests : IDisposable
{
    private const string Article = "Ada Lind, foreign minister of Norway, demanded on Friday that Sweden leave the valley. Sweden rejected the demand.\n";

    private readonly TemporaryFolder _folder = new();

    private string Record => _folder.File("r.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_ruling_changes_the_brief_and_can_be_undone()
    {
        await Add();
        var id = await Claim("demand");
        var ruled = await Rule("correct", id, "--set", "by=Norway", "--reason", "she spoke for the cabinet");
        Assert.Equal(0, ruled.Code);
        var position = Assert.Single(await Lines("positions", "--actor", "Norway"), p => p.GetProperty("type").GetString() == "demand");
        Assert.Equal("norway", position.GetProperty("actor").GetString());
        await Call.Of("brief", "--record", Record, "-o", _folder.File("b.html"));
        Assert.Contains("corrected by I. Berg", await File.ReadAllTextAsync(_folder.File("b.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(" 0 differences", (await Call.Of("verify", "--record", Record)).Out, StringComparison.Ordinal);
        Assert.Contains(" 0 differences", (await Call.Of("verify", _folder.File("b.json"), "--record", Record)).Out, StringComparison.Ordinal);

        Assert.Equal(0, (await Rule("undo", ruled.Out.Split(' ')[0])).Code);
        Assert.NotEqual("norway", (await Lines("positions")).First(p => p.GetProperty("type").GetString() == "demand").GetProperty("actor").GetString());
        Assert.Equal("", (await Call.Of("rule", "list", "--record", Record)).Out);
    }

    [Fact]
    public async Task A_ruling_outlives_a_new_reading_of_the_text()
    {
        await Add();
        await Rule("reject", await Claim("demand"));
        var again = await Call.Of("add", _folder.File("a.txt"), "--published", "2031-03-14", "--best", "--record", Record);
        Assert.Equal(0, again.Code);
        Assert.DoesNotContain(await Lines("positions"), p => p.GetProperty("type").GetString() == "demand");
    }

    [Fact]
    public async Task A_new_date_resolves_relative_dates_when_the_text_is_read_again()
    {
        _folder.Write("d.txt", "Norway gave Sweden until Friday to leave the valley.\n");
        await Call.Of("add", _folder.File("d.txt"), "--published", "2031-03-12", "--record", Record);
        Assert.Equal("2031-03-14", Assert.Single(await Lines("deadlines")).GetProperty("due").GetString());
        await Rule("redate", "d.txt", "2031-04-01");
        await Call.Of("add", _folder.File("d.txt"), "--published", "2031-03-12", "--record", Record);
        Assert.Equal("2031-04-04", Assert.Single(await Lines("deadlines")).GetProperty("due").GetString());
    }

    [Fact]
    public async Task Many_rulings_come_from_a_file_and_a_wrong_line_stops_no_other()
    {
        await Add();
        var file = _folder.Write("rulings.ndjson", $$$"""
            # after the call with the ministry
            {"verdict":"accept","of":"{{{await Claim("demand")}}}","reason":"confirmed"}
            {"verdict":"accept","of":"ffffffff"}
            {"verdict":"add","of":"a.txt","type":"assessment","words":"rejected the demand","set":{"by":"narrator","about":"Sweden","what":"the demand"}}
            not json
            {"verdict":"grade","of":"a.txt","value":"B2","by":"O. Dahl"}

            """);
        var applied = await Rule("apply", file);
        Assert.Equal(1, applied.Code);
        Assert.Contains("3: There is no claim “ffffffff”", applied.Error, StringComparison.Ordinal);
        Assert.Contains("5: the line is no JSON", applied.Error, StringComparison.Ordinal);
        var list = (await Call.Of("rule", "list", "--json", "--record", Record)).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["accept", "add", "grade"], list.Select(l => l.GetProperty("verdict").GetString()));
        Assert.All(list, l => Assert.Equal("stands", l.GetProperty("standing").GetString()));
        Assert.Equal("O. Dahl", list[2].GetProperty("by").GetString());
    }

    [Fact]
    public async Task A_note_judges_likelihood_and_confidence_apart()
    {
        await Add();
        var noted = await Rule("note", "a.txt", "Sweden leaves before the summer.", "--likelihood", "highly unlikely", "--confidence", "moderate");
        Assert.Equal(0, noted.Code);
        var file = _folder.Write("notes.ndjson", """
            {"verdict":"note","of":"a.txt","value":"Norway waits.","likelihood":"likely or probable","confidence":"low"}
            {"verdict":"note","of":"a.txt","value":"Norway waits.","likelihood":"possible"}
            {"verdict":"grade","of":"a.txt","value":"B2","confidence":"low"}

            """);
        var applied = await Rule("apply", file);
        Assert.Equal(1, applied.Code);
        Assert.Contains("2: likelihood: takes the words of the yardstick", applied.Error, StringComparison.Ordinal);
        Assert.Contains("3: Likelihood and confidence belong to a note alone.", applied.Error, StringComparison.Ordinal);
        var list = (await Call.Of("rule", "list", "--json", "--record", Record)).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal([("highly-unlikely", "moderate"), ("likely", "low")], list.Select(l => (l.GetProperty("likelihood").GetString()!, l.GetProperty("confidence").GetString()!)));
        Assert.Contains("likelihood: highly unlikely; confidence: moderate", (await Call.Of("rule", "list", "--record", Record)).Out, StringComparison.Ordinal);
        await Call.Of("brief", "--record", Record, "-o", _folder.File("b.html"));
        var brief = await File.ReadAllTextAsync(_folder.File("b.md"), TestContext.Current.CancellationToken);
        Assert.Contains("highly unlikely (10–20 %)", brief, StringComparison.Ordinal);
        Assert.Contains("likely or probable (55–75 %)", brief, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--likelihood", "possible", "--likelihood: takes the words of the yardstick")]
    [InlineData("--likelihood", "high", "'high' is a confidence")]
    [InlineData("--confidence", "medium", "--confidence: takes low, moderate or high")]
    [InlineData("--confidence", "unlikely", "'unlikely' is a likelihood")]
    [InlineData("--likelihood", "almost certain", "'unlikely' and the field likelihood 'almost certain'")]
    public async Task A_judgement_in_other_words_is_refused(string option, string words, string message)
    {
        await Add();
        var refused = await Rule("note", "a.txt", "A climbdown is unlikely.", option, words);
        Assert.Equal(2, refused.Code);
        Assert.Contains(message, refused.Error, StringComparison.Ordinal);
        Assert.Equal("", (await Call.Of("rule", "list", "--record", Record)).Out);
    }

    [Theory]
    [InlineData("nobody rules", "Say who rules")]
    [InlineData("no such claim", "There is no claim")]
    [InlineData("no such field", "There is no field")]
    public async Task A_call_that_cannot_be_carried_out_says_what_to_do(string what, string message)
    {
        await Add();
        var id = await Claim("demand");
        var call = what switch
        {
            "nobody rules" => await Call.Of("rule", "accept", id, "--record", Record),
            "no such claim" => await Rule("accept", "0000"),
            _ => await Rule("correct", id, "--set", "colour=red"),
        };
        Assert.Equal(2, call.Code);
        Assert.Contains(message, call.Error, StringComparison.Ordinal);
    }

    private async Task Add()
    {
        _folder.Write("a.txt", Article);
        Assert.Equal(0, (await Call.Of("add", _folder.File("a.txt"), "--published", "2031-03-14", "--record", Record)).Code);
    }

    private Task<Call> Rule(params string[] args) => Call.Of(["rule", .. args, "--by", "I. Berg", "--record", Record]);

    private async Task<List<JsonElement>> Lines(string command, params string[] args) =>
        [.. (await Call.Of([command, .. args, "--json", "--record", Record])).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private async Task<string> Claim(string type) =>
        (await Lines("positions")).SelectMany(p => p.GetProperty("claims").EnumerateArray()).First(c => c.GetProperty("type").GetString() == type).GetProperty("id").GetString()!;
}
