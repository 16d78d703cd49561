using System.Text;
using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>KTAB's files, good and bad.</summary>
public sealed class KtabFileTests
{
    [Fact]
    public void A_table_is_read_with_and_without_a_comma_at_the_end()
    {
        var reading = KtabCsv.Read(KtabExamples.Table);
        Assert.Empty(reading.Faults);
        var table = reading.Scenario!.Table;
        Assert.True(KtabCsv.Is(KtabExamples.Table));
        Assert.Equal("Ferry", table.Name);
        Assert.Equal("Fares, and who pays them", reading.Scenario.Description);
        Assert.Equal(["Fare", "Subsidy"], table.Dimensions.Select(dimension => dimension.Name));
        Assert.Equal("Crews, ashore and aboard", table.Stakeholders[1].Description);
        Assert.Equal(30.5, table.Stakeholders[2].Capability.Likeliest);
        Assert.Equal(0.1, table.Stakeholders[2].Stakes[1].Salience.Likeliest);
        Assert.Equal(new SpatialOptions(), reading.Scenario.Options);
    }

    [Fact]
    public void Ranges_stand_where_numbers_do()
    {
        var stake = KtabCsv.Read(KtabExamples.Table.Replace("45,20", "40..50,10<20<40", StringComparison.Ordinal)).Scenario!.Table.Stakeholders[2].Stakes[0];
        Assert.Equal(Estimate.Between(40, 50), stake.Position);
        Assert.Equal(Estimate.Around(0.1, 0.2, 0.4), stake.Salience);
    }

    [Theory]
    [InlineData("Port,The port,50,20", "Port,The port,fifty,20", 3, "3 (Power)", "fifty")]
    [InlineData("Port,The port,50,20", "Port,The port,-1,20", 3, "3 (Power)", "-1")]
    [InlineData("Union,\"Crews, ashore and aboard\",40,70", "Union,Crews,40,170", 4, "4 (Fare)", "170")]
    [InlineData("45,20,55,10", "45,20,55", 5, "7 (Subsidy salience)", "")]
    [InlineData("70,60,10,40", "70,60,10,41", 4, "salience", "101")]
    [InlineData("\"Crews, ashore and aboard\"", "Crews, ashore and aboard", 4, "8", "40")]
    [InlineData("Union,\"Crews", "Port,\"Crews", 4, "1 (Actor)", "Port")]
    [InlineData("pays them\",4,2", "pays them\",5,2", 1, "3", "5")]
    [InlineData("pays them\",4,2", "pays them\",three,2", 1, "3", "three")]
    [InlineData("pays them\",4,2", "pays them\",4,0", 1, "4", "0")]
    public void A_bad_table_names_row_and_column(string good, string bad, int row, string column, string found)
    {
        var reading = KtabCsv.Read(KtabExamples.Table.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(reading.Scenario);
        Assert.Contains(reading.Faults, fault => fault.Row == row && fault.Column == column && fault.Found == found);
    }

    [Fact]
    public void Every_mistake_of_a_table_is_named()
    {
        var faults = KtabCsv.Read(KtabExamples.Table.Replace("50,20", "x,200", StringComparison.Ordinal).Replace("30.5", "y", StringComparison.Ordinal)).Faults;
        Assert.Equal([(3, "x"), (3, "200"), (5, "y")], faults.Select(fault => (fault.Row, fault.Found)));
    }

    [Fact]
    public void A_scenario_is_read_with_parameters_and_how_ideals_follow()
    {
        var reading = KtabXml.Read(KtabExamples.Scenario);
        Assert.Empty(reading.Faults);
        var scenario = reading.Scenario!;
        Assert.True(KtabXml.Is(KtabExamples.Scenario));
        Assert.Equal(12ul, scenario.Seed);
        Assert.Equal(new CondorcetElection(VoteRule.ProportionalCubic, VictoryRule.Square, ElectionOutcome.MarkovUniform), scenario.Options.Election);
        Assert.Equal(BargainChoice.Stochastic, scenario.Options.Choice);
        Assert.Equal(RiskSight.None, scenario.Options.Sight);
        Assert.Equal(RiskScale.Max, scenario.Options.Scale);
        Assert.Equal(ThirdPartyCommitment.None, scenario.Options.ThirdParties);
        Assert.Equal(BargainPull.S2PMax, scenario.Options.Pull);
        Assert.Equal(BargainView.PWComp, scenario.Options.View);
        Assert.Equal([0.5, 0.25, 0, 1], scenario.Accommodation);
        Assert.Equal(["Ann", "Ben"], scenario.Table.Stakeholders.Select(one => one.Name));
    }

    [Theory]
    [InlineData("<dCoord>30</dCoord>", "<dCoord></dCoord>", "Ben, Position, dCoord 1", "")]
    [InlineData("<dCoord>30</dCoord>", "<dCoord>300</dCoord>", "Ben, Position, dCoord 1", "300")]
    [InlineData("<dCoord>30</dCoord>", "", "Ben, Position", "0")]
    [InlineData("<capability>20</capability>", "<capability>much</capability>", "Ben, capability", "much")]
    [InlineData("<capability>20</capability>", "", "capability", "")]
    [InlineData("<VotingRule>PropCbc", "<VotingRule>Loud", "VotingRule", "Loud")]
    [InlineData("<prngSeed>12", "<prngSeed>twelve", "prngSeed", "twelve")]
    [InlineData("<referencePos>Ben", "<referencePos>Ned", "referencePos", "Ned")]
    [InlineData("<adjust>0.25", "<adjust>0.75", "IdealAdjustment", "1.25")]
    [InlineData("<name>Ben</name>", "<name>Ann</name>", "name", "Ann")]
    public void A_bad_scenario_names_line_and_element(string good, string bad, string column, string found)
    {
        var text = KtabExamples.Scenario;
        Assert.Contains(good, text, StringComparison.Ordinal);
        var reading = KtabXml.Read(text.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(reading.Scenario);
        var fault = Assert.Single(reading.Faults, fault => fault.Column == column && fault.Found == found);
        Assert.InRange(fault.Row, 2, text.Count(letter => letter == '\n') + 1);
    }

    [Theory]
    [InlineData("<Scenario><name>x</Scenario>", "well-formed XML")]
    [InlineData("<Other/>", "the root element Scenario")]
    [InlineData("<!DOCTYPE x [<!ENTITY y \"z\">]><Scenario/>", "well-formed XML")]
    public void What_is_no_scenario_is_said_so(string text, string expected) => Assert.Equal(expected, Assert.Single(KtabXml.Read(text).Faults).Expected);

    [Fact]
    public void Of_the_samples_that_ship_with_KTAB_one_lacks_a_number_and_the_others_load()
    {
        var folder = SharedData.Find("corpora", "bargaining", "ktab");
        Assert.SkipWhen(folder is null, SharedData.Missing);
        foreach (var file in Directory.EnumerateFiles(folder!).Where(file => file.EndsWith(".csv", StringComparison.Ordinal) || file.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file, Encoding.UTF8);
            var reading = KtabXml.Is(text) ? KtabXml.Read(text) : KtabCsv.Read(text);
            if (Path.GetFileName(file) != "smpExample.xml") Assert.True(reading.Faults.IsEmpty, $"{file}: {string.Join("; ", reading.Faults)}");
            else Assert.Equal("row 32, column Alice, Position, dCoord 1: expected a number from 0 to 100, found nothing", Assert.Single(reading.Faults).ToString());
        }
    }
}
