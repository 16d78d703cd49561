using Rapporteur.Analysis;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class StakeholderFileTests
{
    [Fact]
    public void Our_own_form_takes_issues_ranges_and_sources()
    {
        var table = Good("""
            # who stands where
            @name,Grain corridor
            @issue,inspection,0,100,Inspection of ships
            stakeholder,capability,issue,position,salience,source
            Ministry,2..4,inspection,20<30<50,0.6..0.9,"speech, 3 May"
            Port,1,inspection,80,0.5,
            Port,,fee,3,0.2,
            """);
        Assert.Equal(("Grain corridor", 2, 2), (table.Name, table.Dimensions.Length, table.Stakeholders.Length));
        Assert.Equal(new Dimension("Inspection of ships", 0, 100), table.Dimensions[0]);
        Assert.Equal(Estimate.Around(20, 30, 50), table.Stakeholders[0].Stakes[0].Position);
        Assert.Equal("speech, 3 May", table.Stakeholders[0].Stakes[0].Source);
        Assert.True(table.Stakeholders[0].Stakes[1].IsAbsent);
    }

    [Fact]
    public void Every_mistake_of_a_table_is_named_with_row_column_and_what_was_expected()
    {
        var faults = StakeholderFile.Read("""
            actor,capability,position,salience
            A,1,5,0.5
            B,-1,x,1.5
            A,1,7,0.5
            """, "t").Faults;
        Assert.Equal(
        [
            "row 3, column capability: expected a number from 0 upwards, such as 5, 3..7 or 3<5<7, found '-1'",
            "row 3, column position: expected a number, such as 5, 3..7 or 3<5<7, found 'x'",
            "row 3, column salience: expected a number from 0 to 1, such as 5, 3..7 or 3<5<7, found '1.5'",
            "row 4, column stakeholder: expected a stakeholder that has no position on position yet; see row 2, found 'A'",
        ], faults.Select(f => f.ToString()));
    }

    [Fact]
    public void A_reversed_range_is_no_number() => Assert.Equal("position", Assert.Single(StakeholderFile.Read("name,capability,position,salience\nA,1,7..3,0.5", "t").Faults).Column);

    [Fact]
    public void A_table_without_its_columns_says_which_are_missing()
    {
        var fault = Assert.Single(StakeholderFile.Read("name,position\nA,1", "t").Faults);
        Assert.Contains("missing: capability, salience", fault.Expected, StringComparison.Ordinal);
        Assert.NotEmpty(StakeholderFile.Read("", "t").Faults);
    }

    [Fact]
    public void A_file_of_Decide_keeps_who_takes_no_part_out()
    {
        var table = Good("""
            #A;one;First
            #A;two;two
            #P;p;An issue
            #M;p;1;low
            #M;p;5;high
            #P;q;Another
            #D;one;p;2;0.5;1
            #D;one;q;40;0.5;1
            #D;two;p;5;1;2
            """);
        Assert.Equal([new Dimension("p", 1, 5), new Dimension("q", 0, 100)], table.Dimensions);
        Assert.True(table.Stakeholders[1].Stakes[1].IsAbsent);
        Assert.Equal("First", table.Stakeholders[0].Description);
        Assert.Equal(["one"], table.Only(1).Stakeholders.Select(s => s.Name));
    }

    [Fact]
    public void The_errors_of_the_Copenhagen_file_are_found_by_row_and_column()
    {
        var path = SharedData.Find("corpora", "bargaining", "decide", "copenhagen_with_errors.csv");
        Assert.SkipUnless(path is not null, SharedData.Missing);
        var faults = StakeholderFile.Read(File.ReadAllText(path), "t").Faults;
        Assert.Equal([("position", "160"), ("power", "-0.247")], faults.Select(f => (f.Column, f.Found)));
        var lines = File.ReadAllLines(path);
        Assert.All(faults, f => Assert.Contains(f.Found, lines[f.Row - 1], StringComparison.Ordinal));
        Assert.Contains("from 0 to 100", faults[0].Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bdm")]
    [InlineData("decide")]
    public void Every_other_table_of_the_corpora_reads_or_says_why_not(string folder)
    {
        var path = SharedData.Find("corpora", "bargaining", folder);
        Assert.SkipUnless(path is not null, SharedData.Missing);
        foreach (var file in Directory.EnumerateFiles(path))
        {
            var read = StakeholderFile.Read(File.ReadAllText(file), file);
            Assert.Equal(read.Table is null, read.Faults.Length > 0);
        }
    }

    private static StakeholderTable Good(string text)
    {
        var read = StakeholderFile.Read(text, "t");
        Assert.Empty(read.Faults.Select(f => f.ToString()));
        return read.Table!;
    }
}
