using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Every row of <c>docs/mechanisms.md</c>, and every pair of accounts, from sentences of our own through the program to its <c>--json</c>.</summary>
public sealed partial class MechanismTests(MechanismShelf shelf) : IClassFixture<MechanismShelf>
{
    public static TheoryData<string> Cases => [.. MechanismCase.All.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_an_article_tells_is_shown(string id)
    {
        var one = MechanismCase.All.Single(c => c.Id == id);
        Assert.NotEmpty(one.Calls);
        foreach (var call in one.Calls)
        {
            var shown = await shelf.Ask(one, call);
            Assert.NotEmpty(call.Expected);
            foreach (var (wanted, condition) in call.Expected)
                Assert.True(shown.Exists(n => Expectation.Holds(n, condition)) == wanted, $"{id}: {string.Join(' ', call.Words)} {(wanted ? "lacks" : "holds")} {condition}\n{string.Join('\n', shown.Select(n => n.ToJsonString()))}");
        }
    }

    [Fact]
    public void Every_row_of_the_table_has_a_case_and_every_case_a_row()
    {
        var rows = File.ReadLines(Repository.File("docs", "mechanisms.md")).Select(l => Row().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(51, rows.Count);
        var cases = MechanismCase.All.Select(c => c.Row).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(rows.Except(cases));
        Assert.Empty(cases.Where(c => char.IsDigit(c[0])).Except(rows));
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own_and_expects_something() => Assert.All(MechanismCase.All.GroupBy(c => c.Id), g =>
    {
        Assert.Single(g);
        Assert.All(g.Single().Calls, c => Assert.NotEmpty(c.Expected));
    });

    [Theory]
    [InlineData("name=Ferry", true)]
    [InlineData("name=Ferr", false)]
    [InlineData("name~Ferr", true)]
    [InlineData("claims: by=oxbow; type=threat", true)]
    [InlineData("claims: by=oxbow; type=offer", false)]
    [InlineData("claims.type=offer", true)]
    [InlineData("when=", true)]
    [InlineData("name=", false)]
    public void An_expectation_can_fail(string expectation, bool holds) => Assert.Equal(holds, Expectation.Holds(
        JsonNode.Parse("""{"name":"Ferry","when":null,"claims":[{"by":"oxbow","type":"threat"},{"by":"ede","type":"offer"}]}""")!, expectation));

    [GeneratedRegex(@"^\| (\d+) \|")]
    private static partial Regex Row();
}
