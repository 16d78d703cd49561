using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Figures on the open issues of DEU III.</summary>
public sealed class DeuForecastTests
{
    [Fact]
    public async Task Sealed_issues_are_forecast_in_the_agreed_form_with_the_same_bytes_every_time()
    {
        var folder = SharedData.Find("corpora", "bargaining", "deu3-actors.csv");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var call = await Call.Of("forecast", "deu", Path.GetDirectoryName(folder)!, "--issues", "sealed");
        var again = await Call.Of("forecast", "deu", Path.GetDirectoryName(folder)!, "--issues", "sealed", "--threads", "1");
        Assert.Equal(0, call.Code);
        Assert.Equal(call.Out, again.Out);
        var lines = call.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("issue,q05,q10,q25,q50,q75,q90,q95,mean,draws", lines[0]);
        Assert.Equal(107, lines.Length);
        foreach (var line in lines[1..])
        {
            var fields = line.Split(',');
            var draws = fields[9].Split(';').Select(draw => double.Parse(draw, CultureInfo.InvariantCulture)).Order().ToArray();
            Assert.Equal((10, 1000), (fields.Length, draws.Length));
            Assert.True(draws[0] >= 0 && draws[^1] <= 100);
            foreach (var (field, share) in new[] { (1, .05), (2, .10), (3, .25), (4, .50), (5, .75), (6, .90), (7, .95) })
                Assert.Equal(draws[(int)Math.Round(share * 1000) - 1], double.Parse(fields[field], CultureInfo.InvariantCulture));
            Assert.Equal(draws.Average(), double.Parse(fields[8], CultureInfo.InvariantCulture), 3);
        }
    }

    [Fact]
    public void Models_without_learning_have_the_error_that_is_in_the_documents()
    {
        var folder = SharedData.Find("corpora", "bargaining", "deu3-actors.csv");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var open = DeuFolder.Read(Path.GetDirectoryName(folder)!).Where(issue => issue.Outcome is not null).ToList();
        Assert.Equal(245, open.Count);
        Assert.Equal(23.89, open.Average(issue => Math.Abs(issue.Compromise - issue.Outcome!.Value)), 2);
        var election = new KernelForecaster(issue => PositionElection.Probabilities(issue, actor => actor.Weight), 0);
        Assert.Equal(23.72, open.Average(issue => Math.Abs(election.Point(issue) - issue.Outcome!.Value)), 2);
        Assert.Equal(17.73, open.Average(issue => election.Forecast(issue).Crps(issue.Outcome!.Value)), 2);
    }

    [Fact]
    public async Task A_part_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("deu3-actors.csv", "issue,year,actor,position,salience,treaty_power\na1i1,2004,com,0,50,100\n");
        folder.Write("deu3-outcomes.csv", "issue,split,outcome\na1i1,train,0\n");
        var call = await Call.Of("forecast", "deu", folder.Path, "--issues", "sealed");
        Assert.Equal(2, call.Code);
        Assert.Contains("--issues takes all, train", call.Error, StringComparison.Ordinal);
    }
}
