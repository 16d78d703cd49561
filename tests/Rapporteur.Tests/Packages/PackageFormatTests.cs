using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

public sealed class PackageFormatTests
{
    private const string Whole = """
        issues:
          - name: Truce
            options: [none, full]
          - name: Border
            options: [shut, open]
        parties:
          - name: North
            weights: { Truce: 0.4..0.6, Border: 0.5 }
            values:
              Truce: { none: 0, full: 1 }
              Border: { shut: 1, open: 0 }
        """;

    [Fact]
    public void A_file_gives_issues_parties_and_ranges()
    {
        var table = PackageFile.Read("talks.yaml", Whole);
        Assert.Equal("talks", table.Name);
        Assert.Equal(["Truce", "Border"], table.Space.Issues.Select(i => i.Name));
        Assert.Equal("0.4..0.6", table.Parties[0].Weights[0].ToString());
    }

    [Theory]
    [InlineData("    options: [none, full]", "    options: none", "line 2", "is a list")]
    [InlineData("Truce: { none: 0, full: 1 }", "Truce: { none: 0 }", "line 10", "The option “full” of “Truce” has no value")]
    [InlineData("Truce: { none: 0, full: 1 }", "Truce: { none: 0, full: lots }", "line 10", "“lots” is no number")]
    [InlineData("weights: { Truce: 0.4..0.6,", "weights: { Peace: 0.4..0.6,", "line 8", "There is no issue “Peace”; there are Truce, Border")]
    [InlineData("weights: { Truce: 0.4..0.6,", "weights: { Truce: 0.6..0.4,", "line 8", "“0.6..0.4” is no number")]
    [InlineData("weights: { Truce: 0.4..0.6,", "weights: { Truce: -1,", "line 7", "cannot be negative")]
    [InlineData("  - name: North", "  - name: North\n    reservation: 7", "line 8", "a share between 0 and 1")]
    [InlineData("  - name: North", "  - nam: North", "line 7", "There is no field “nam” here")]
    [InlineData("options: [shut, open]", "options: [shut, shut]", "line 1", "has the option “shut” twice")]
    public void A_mistake_is_named_with_its_line_and_what_was_expected(string from, string to, string line, string what)
    {
        var error = Assert.Throws<PackageFormatException>(() => PackageFile.Read("talks.yaml", Whole.Replace(from, to, StringComparison.Ordinal)));
        Assert.Contains(line, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_GENIUS_without_a_weight_names_the_issue_and_the_line()
    {
        const string Xml = """
            <utility_space><objective>
            <issue index="1" name="Truce"><item index="1" value="none" evaluation="0"/><item index="2" value="full" evaluation="9"/></issue>
            </objective></utility_space>
            """;
        var error = Assert.Throws<PackageFormatException>(() => GeniusReader.Read("talks", [("north.xml", Xml)]));
        Assert.Contains("north.xml, line 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("<weight index=\"1\">", error.Message, StringComparison.Ordinal);
        Assert.Contains("evaluation of <item> is “x”; a number was expected", Assert.Throws<PackageFormatException>(() => GeniusReader.Read("talks", [("north.xml", Xml.Replace("\"9\"", "\"x\"", StringComparison.Ordinal).Replace("</objective>", "<weight index=\"1\" value=\"1\"/></objective>", StringComparison.Ordinal))])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_of_GENIUS_cannot_reach_outside_the_file() =>
        Assert.Contains("north.xml", Assert.Throws<PackageFormatException>(() => GeniusReader.Read("talks", [("north.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><utility_space>&e;</utility_space>")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Profiles_of_GeniusWeb_keep_their_weights_values_and_reservation_bid()
    {
        const string Json = """
            { "LinearAdditiveUtilitySpace": { "name": "north",
              "domain": { "name": "talks", "issuesValues": { "Border": { "values": ["shut", "open"] }, "Km": { "range": ["0", "20", "10"] } } },
              "issueUtilities": { "Border": { "discreteutils": { "valueUtilities": { "shut": 1, "open": 0.25 } } }, "Km": { "numberutils": { "lowValue": 0, "lowUtility": 0, "highValue": 20, "highUtility": 1 } } },
              "issueWeights": { "Border": 0.6, "Km": 0.4 }, "reservationBid": { "issuevalues": { "Border": "open", "Km": "10" } } } }
            """;
        var north = Assert.Single(GeniusWebReader.Read("talks", [("north.json", Json)]).Parties);
        Assert.Equal(["0", "10", "20"], north.Space.Issues[1].Options);
        Assert.Equal(.6 + (.4 * .5), north.Of([0, 1]), 9);
        Assert.Equal((.6 * .25) + (.4 * .5), north.Reservation, 9);
        Assert.Contains("“issueWeights” is missing", Assert.Throws<PackageFormatException>(() => GeniusWebReader.Read("talks", [("north.json", Json.Replace("issueWeights", "weights", StringComparison.Ordinal))])).Message, StringComparison.Ordinal);
    }
}
