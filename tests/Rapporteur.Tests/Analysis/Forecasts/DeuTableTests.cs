using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

public sealed class DeuTableTests
{
    private const string Actors = "issue,year,actor,position,salience,treaty_power,gdp\np1i1,3912,com,100,50,100,4\np1i1,3912,fr,0,80,100,2\n";
    private const string Outcomes = "issue,split,outcome\np1i1,sealed,\n";

    [Fact]
    public void Issues_have_their_proposal_and_a_sealed_outcome_is_not_known()
    {
        var issue = Assert.Single(Read(Actors, Outcomes));
        Assert.Equal(("p1", 2008, "sealed"), (issue.Dossier, issue.Year, issue.Part));
        Assert.Null(issue.Outcome);
        Assert.Equal([0, 100], issue.Positions);
        Assert.Equal(100 * 50.0 / 130, issue.Compromise, 10);
    }

    [Theory]
    [InlineData("p1i1,3912,com,101,50,100,4", "actors, row 2, column position: expected a number from 0 to 100, not '101'.")]
    [InlineData("p1i1,3912,com,NaN,50,100,4", "actors, row 2, column position: expected a number from 0 to 100, not 'NaN'.")]
    [InlineData("p1i1,3912,com,10,50,-3,4", "actors, row 2, column treaty_power: expected a number from 0, not '-3'.")]
    [InlineData("p1i1,3912,com,10,50", "actors, row 2: expected 7 fields as in row 1, not 5.")]
    [InlineData("p9i1,3912,com,10,50,3,4", "actors, row 2, column issue: expected an issue of the table of outcomes, not 'p9i1'.")]
    [InlineData("p1i1,3912,,10,50,3,4", "actors, row 2, column actor: expected a name, and it is empty.")]
    public void A_bad_row_is_named_with_column_and_expectation(string row, string message)
    {
        var wrong = Assert.Throws<FormatException>(() => Read("issue,year,actor,position,salience,treaty_power,gdp\n" + row + "\n", Outcomes));
        Assert.Equal(message, wrong.Message);
    }

    [Fact]
    public void A_missing_column_an_issue_twice_and_one_without_actors_are_named()
    {
        Assert.Contains("the column salience is missing", Assert.Throws<FormatException>(() => Read("issue,year,actor,position\n", Outcomes)).Message, StringComparison.Ordinal);
        Assert.Contains("row 3, column issue", Assert.Throws<FormatException>(() => Read(Actors, Outcomes + "p1i1,train,4\n")).Message, StringComparison.Ordinal);
        Assert.Contains("p2i1 has no actors", Assert.Throws<FormatException>(() => Read(Actors, Outcomes + "p2i1,train,4\n")).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<DisputedIssue> Read(string actors, string outcomes) => DeuTable.Read(new StringReader(actors), new StringReader(outcomes));
}
