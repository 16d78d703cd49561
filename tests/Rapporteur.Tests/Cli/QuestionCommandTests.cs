using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

public sealed class QuestionCommandTests
{
    [Fact]
    public async Task A_question_is_asked_forecast_resolved_and_scored()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("q.ndjson");
        Task<Call> Ask(params string[] args) => Call.Of(["question", .. args, "--ledger", file, "--today", "2031-03-01"]);
        Assert.Equal(0, (await Ask("add", "Is a truce in force on 1 May?", "--rule", "Yes where two agencies report it.", "--closes", "2031-04-30", "--id", "truce", "--by", "A. Lind")).Code);
        Assert.Equal(0, (await Ask("forecast", "truce", "--probability", ".2", "--by", "A. Lind")).Code);
        Assert.Equal(0, (await Ask("resolve", "truce", "yes", "--by", "A. Lind", "--evidence", "two reports")).Code);
        Assert.Contains("A. Lind: Brier 0.640, log 1.609 nats, n = 1", (await Ask("score")).Out, StringComparison.Ordinal);
        Assert.Contains("\"n\":1,\"forecast\":0.2,\"happened\":1", (await Ask("score", "--json")).Out, StringComparison.Ordinal);
        Assert.Contains("truce  resolved yes", (await Ask("list")).Out, StringComparison.Ordinal);
        Assert.Contains("3 lines, each as it was written", (await Ask("verify")).Out, StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("0.2", "0.8", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var changed = await Ask("verify");
        Assert.Equal(1, changed.Code);
        Assert.Contains("line 2: its bytes were changed", changed.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await Ask("forecast", "truce", "--probability", ".2", "--by", "A. Lind")).Code);
    }

    [Fact]
    public async Task Calls_that_make_no_sense_say_what_to_do()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("q.ndjson");
        Assert.Contains("begin one with question add", (await Call.Of("question", "list", "--ledger", file)).Error, StringComparison.Ordinal);
        Assert.Contains("--by NAME", (await Call.Of("question", "add", "Q?", "--rule", "R", "--closes", "2031-01-01", "--ledger", file)).Error, StringComparison.Ordinal);
        await Call.Of("question", "add", "How many?", "--rule", "R", "--closes", "2031-01-01", "--type", "number", "--id", "n", "--by", "A", "--ledger", file, "--today", "2030-01-01");
        Assert.Contains("not 'x'", (await Call.Of("question", "forecast", "n", "--quantiles", ".1=1;x", "--by", "A", "--ledger", file, "--today", "2030-01-01")).Error, StringComparison.Ordinal);
        Assert.Contains("give quantiles", (await Call.Of("question", "forecast", "n", "--probability", ".1", "--by", "A", "--ledger", file, "--today", "2030-01-01")).Error, StringComparison.Ordinal);
        Assert.Contains("does not answer", (await Call.Of("question", "resolve", "n", "yes", "--by", "A", "--ledger", file)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meetings_that_were_announced_are_counted_from_what_was_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "Norway and Sweden agreed to hold talks in Oslo on 2 April 2031.\n");
        folder.Write("b.txt", "Talks between Norway and Sweden were held in Oslo on 2 April 2031.\n");
        folder.Write("published.csv", "file,published\na.txt,2031-03-10\nb.txt,2031-04-03\n");
        var call = await Call.Of("question", "base-rates", folder.File("a.txt"), folder.File("b.txt"), "--published", folder.File("published.csv"));
        Assert.Contains("1.000  n = 1", call.Out, StringComparison.Ordinal);
        Assert.Contains("[announced-meetings-held]", call.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("announced-meetings-held", (await Call.Of("question", "base-rates")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreements_after_talks_are_counted_from_what_was_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "Talks between Norway and Sweden were held in Oslo on 2 April 2031.\n");
        folder.Write("b.txt", "Norway accepted the Swedish proposal on fishing on Tuesday.\n");
        folder.Write("c.txt", "Talks between Chile and Peru were held in Lima on 3 April 2031.\n");
        folder.Write("d.txt", "It rained in Geneva all week.\n");
        folder.Write("published.csv", "file,published\na.txt,2031-04-03\nb.txt,2031-04-16\nc.txt,2031-04-04\nd.txt,2031-05-20\n");
        string[] files = [folder.File("a.txt"), folder.File("b.txt"), folder.File("c.txt")];
        var call = await Call.Of(["question", "base-rates", .. files, folder.File("d.txt"), "--published", folder.File("published.csv"), "--csv"]);
        Assert.StartsWith("id,what,share,n,source\n", call.Out, StringComparison.Ordinal);
        var row = call.Out.Split('\n').Single(line => line.StartsWith("agreement-after-talks,", StringComparison.Ordinal));
        Assert.EndsWith(",0.5,2,this record", row, StringComparison.Ordinal);
        // Without the last text nothing follows the talks in Lima for thirty days.
        call = await Call.Of(["question", "base-rates", .. files, "--published", folder.File("published.csv"), "--csv"]);
        Assert.Contains("within 30 days\",1,1,this record", call.Out, StringComparison.Ordinal);
        Assert.Contains("of 1 talks", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listings_are_rows_of_commas_where_asked()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("q.ndjson");
        await Call.Of("question", "add", "Will it, then?", "--rule", "R", "--closes", "2031-01-01", "--id", "q", "--by", "A", "--ledger", file, "--today", "2030-01-01");
        Assert.Contains("\nq,\"Will it, then?\",R,2031-01-01,", (await Call.Of("question", "list", "--csv", "--ledger", file, "--today", "2030-01-02")).Out, StringComparison.Ordinal);
        await Call.Of("question", "forecast", "q", "--probability", ".25", "--by", "B", "--ledger", file, "--today", "2030-01-01");
        await Call.Of("question", "resolve", "q", "yes", "--by", "A", "--ledger", file, "--today", "2031-01-02");
        var scores = (await Call.Of("question", "score", "--csv", "--ledger", file)).Out.Split('\n');
        Assert.Equal("question,by,forecast,outcome,brier,log,crps", scores[0]);
        Assert.StartsWith("q,B,0.25,yes,0.5625,1.386", scores[1], StringComparison.Ordinal);
        Assert.Contains("not both", (await Call.Of("question", "score", "--csv", "--json", "--ledger", file)).Error, StringComparison.Ordinal);
        var models = (await Call.Of("models", "--csv")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + BargainingModels.All.Length + CoercionModels.All.Length, models.Length);
        Assert.StartsWith("id,name,paper,takes,", models[0], StringComparison.Ordinal);
        Assert.StartsWith("ultimatum,", models[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_coercion_runs_with_ranges_in_every_form()
    {
        var text = await Call.Of("forecast", "coercion", "fearon", "--set", "p=.5", "--set", "cost-a=.05..0.15");
        Assert.Contains("war 0.375 (0.3", text.Out, StringComparison.Ordinal);
        Assert.Equal(text.Out, (await Call.Of("forecast", "coercion", "fearon", "--set", "p=.5", "--set", "cost-a=.05..0.15", "--threads", "1")).Out);
        Assert.StartsWith("{\"model\":\"smith-stam\"", (await Call.Of("forecast", "coercion", "smith-stam", "--json")).Out, StringComparison.Ordinal);
        Assert.StartsWith("input,result,at,value\np,range-from,0,0\n", (await Call.Of("forecast", "coercion", "fearon", "--csv")).Out, StringComparison.Ordinal);
        Assert.Contains("lies between 0 and 1", (await Call.Of("forecast", "coercion", "fearon", "--set", "p=1.5")).Error, StringComparison.Ordinal);
        Assert.Contains("p=NaN", (await Call.Of("forecast", "coercion", "fearon", "--set", "p=NaN")).Error, StringComparison.Ordinal);
    }
}
