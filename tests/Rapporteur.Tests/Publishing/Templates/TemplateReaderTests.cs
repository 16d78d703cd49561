using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class TemplateReaderTests
{
    private const string Head = "name: mine\ntitle: Mine\nsections:\n";

    [Fact]
    public void A_template_of_ones_own_chooses_sections_order_and_limits()
    {
        var parse = TemplateReader.Read(Head + "  - heading: Said by {subject}\n    most: 3\n    show:\n      - kind: claims\n        types: [demand, rejection]\n        most: 2\n      - disputes\n");
        Assert.Empty(parse.Mistakes);
        var section = Assert.Single(parse.Template!.Sections);
        Assert.Equal(("said-by-subject", 3), (section.Id, section.Most));
        Assert.Equal([ClaimType.Demand, ClaimType.Rejection], section.Items[0].Types);
        Assert.Equal(2, Assert.Single(TemplateTests.Brief(parse.Template).Sections).Lines.Count(l => !l.Text.StartsWith("Accounts", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", 1, "name, title and sections")]
    [InlineData("name: mine\n", 1, "title")]
    [InlineData("name: My Own\ntitle: T\nsections:\n  - heading: A\n    show: [meetings]\n", 1, "lower-case")]
    [InlineData(Head + "  - heading: A\n    shows: [meetings]\n", 5, "no field 'shows'")]
    [InlineData(Head + "  - heading: A\n    show: [meetngs]\n", 5, "not 'meetngs'")]
    [InlineData(Head + "  - heading: A\n    show: []\n", 5, "at least one thing")]
    [InlineData(Head + "  - heading: A\n    show:\n      - { kind: claims, types: [demnd] }\n", 6, "not 'demnd'")]
    [InlineData(Head + "  - heading: A\n    show:\n      - { kind: meetings, types: [demand] }\n", 6, "goes with 'kind: claims'")]
    [InlineData(Head + "  - heading: A\n    show:\n      - { kind: section, section: nothing }\n", 6, "not 'nothing'")]
    [InlineData(Head + "  - heading: A\n    show:\n      - { kind: meetings, most: many }\n", 6, "from 1 to 500")]
    [InlineData(Head + "  - heading: A\n    show: [meetings]\n  - heading: a\n    show: [meetings]\n", 4, "Two sections have the id 'a'")]
    [InlineData("name: [a\n", 1, "not YAML")]
    public void A_mistake_names_its_line_and_what_was_expected(string yaml, int line, string expected)
    {
        var parse = TemplateReader.Read(yaml);
        Assert.Null(parse.Template);
        Assert.Contains(parse.Mistakes, m => m.Line == line && m.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_line_is_asked_for_by_a_shipped_template_or_is_described()
    {
        var page = File.ReadAllText(Repository.File("docs", "formats", "templates.md"));
        Assert.All(LineKinds.Names, kind => Assert.Contains($"`{kind}`", page, StringComparison.Ordinal));
        Assert.All(BriefTemplate.Shipped, t => Assert.Contains($"`{t.Name}`", page, StringComparison.Ordinal));
    }
}
