using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>KTAB's reference runs, number by number.</summary>
public sealed class SpatialReproductionTests
{
    /// <summary>The history of positions and chances that each run ends with.</summary>
    [Theory]
    [InlineData("ktab/dummyData_3Dim.csv", "expected/ktab_dummyData_3Dim.csv.txt", 11, 308)]
    [InlineData("ktab/dummyData_3Dim-no-final-comma.csv", "expected/ktab_dummyData_3Dim.csv.txt", 11, 308)]
    [InlineData("ktab/dummyData_3Dim.xml", "expected/ktab_dummyData_3Dim.csv.txt", 11, 308)]
    [InlineData("ktab/dummyData_3Dim.csv", "ktab/20170530_ref-dummyData_3Dim.txt", 11, 308)]
    [InlineData("ktab/SOE-Pol-Comp.csv", "expected/ktab_SOE-Pol-Comp.csv.txt", 28, 1092)]
    [InlineData("ktab/SOE-Pol-Comp.csv", "ktab/20170530_ref-SOE-Pol-Comp.txt", 28, 1092)]
    [InlineData("ktab/SOE-Policy.csv", "expected/ktab_SOE-Policy.csv.txt", 20, 1040)]
    [InlineData("bdm/ExampleActors.csv", "expected/ktab_bdm_ec.csv.txt", 14, 280)]
    public void Every_state_of_every_actor_is_as_printed(string input, string expected, int states, int numbers)
    {
        var table = input.StartsWith("bdm", StringComparison.Ordinal) ? Example(Shared(input)) : Read(Shared(input)).Table;
        var run = new SpatialModel().Run(table, Standpoints.Likeliest(table), new(1));
        var tally = new PrintedTally();
        var lines = Shared(expected);
        var at = Array.FindIndex(lines, line => line.StartsWith("History of actor positions", StringComparison.Ordinal)) + 1;
        for (var i = 0; i < table.Stakeholders.Length; i++)
            for (var d = 0; d < table.Dimensions.Length; d++)
            {
                var (who, dimension) = (i, d);
                tally.Check(Words(lines[at++]), state => run.Rounds[state].Positions[who][dimension], $"position {i}, {d}");
            }

        Assert.StartsWith("History of actors' winning", lines[at++], StringComparison.Ordinal);
        for (var i = 0; i < table.Stakeholders.Length; i++)
        {
            var who = i;
            tally.Check(Words(lines[at++]), state => run.Rounds[state].Chances[who], $"chance {i}");
        }

        Assert.Equal(states, run.Rounds.Length);
        Assert.Equal("", tally.First);
        Assert.Equal((numbers, numbers), (tally.Equal, tally.All));
    }

    /// <summary>Everything that the logs print on the way: utilities, risks, challenges, bargains, coalitions, contests, distances.</summary>
    [Theory]
    [InlineData("dummyData_3Dim.csv", "20170530_ref-dummyData_3Dim.txt", 11)]
    [InlineData("SOE-Pol-Comp.csv", "20170530_ref-SOE-Pol-Comp.txt", 28)]
    [InlineData("smpExample.xml", "20170530_ref-smpExample.txt", 15)]
    public void Every_number_of_a_log_is_as_printed(string input, string log, int states)
    {
        // One coordinate is missing in the example that ships; the log says what it was.
        var text = string.Join('\n', Shared($"ktab/{input}")).Replace("<dCoord></dCoord>", "<dCoord>52.8</dCoord>", StringComparison.Ordinal);
        var reading = input.EndsWith(".xml", StringComparison.Ordinal) ? KtabXml.Read(text) : KtabCsv.Read(text);
        var scenario = reading.Scenario!;
        var replay = new KtabLog(Shared($"ktab/{log}"), scenario.Model, scenario.Table);
        var tally = replay.Compare();
        TestContext.Current.SendDiagnosticMessage($"{log}: {tally.Equal} of {tally.All} numbers. {tally.First}");
        Assert.Equal(states, replay.States);
        Assert.Equal("", tally.First);
        Assert.Equal(tally.All, tally.Equal);
        Assert.InRange(tally.All, 1_000, 1_000_000);
    }

    private static KtabScenario Read(string[] lines)
    {
        var text = string.Join('\n', lines);
        var reading = KtabXml.Is(text) ? KtabXml.Read(text) : KtabCsv.Read(text);
        Assert.Empty(reading.Faults);
        return reading.Scenario!;
    }

    // As KTAB was given it: positions from 0 to 100 between the ends of the issue, shares in per cent.
    private static StakeholderTable Example(string[] lines) => new("example", [new("YearsDelay", 0, 100)],
    [
        .. lines.Skip(1).Select(line => line.Split(',')).Select(row => new Stakeholder(row[0], Exactly(Number(row[1]) * 100), [new(Exactly((Number(row[2]) - 4) / 6 * 100), Exactly(Number(row[3])))])),
    ]);

    private static Estimate Exactly(double value) => Estimate.Exactly(value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Words(string line) => line[(line.LastIndexOf(':') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Shared(string path)
    {
        var found = SharedData.Find(["corpora", "bargaining", .. path.Split('/')]);
        Assert.SkipWhen(found is null, SharedData.Missing);
        return File.ReadAllLines(found!);
    }
}
