using Rapporteur.Domain;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class DossierReaderTests
{
    [Fact]
    public void Every_field_is_read()
    {
        var dossier = DossierReader.Read("""
            title: River talks
            marking: AMBER+STRICT
            minimum-coverage: 3
            parties:
              - Northland
              - name: Westmark
                aliases: [the West, "Mark of the West"]
            watch: [ferry, prisoner exchange]
            issues:
              - name: The ferry
                ordered: true
                words: [ferry]
                options:
                  - No ferry at all
                  - name: A ferry a week
                    words: [weekly ferry, ferry on sundays]
            """).Dossier!;
        Assert.Equal("River talks", dossier.Title);
        Assert.Equal(Marking.AmberStrict, dossier.Marking);
        Assert.Equal(3, dossier.MinimumCoverage);
        Assert.Equal(["Northland", "Westmark"], dossier.Parties.Select(p => p.Name));
        Assert.Equal(["the West", "Mark of the West"], dossier.Parties[1].Aliases);
        Assert.Equal(["ferry", "prisoner exchange"], dossier.Watch);
        var issue = Assert.Single(dossier.Issues);
        Assert.Equal(("the-ferry", true), (issue.Key, issue.IsOrdered));
        Assert.Equal(["No ferry at all", "weekly ferry", "ferry on sundays"], issue.Options.SelectMany(o => o.Words));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    public void A_file_without_fields_says_nothing(string yaml) => Assert.Equal(Dossier.Empty, DossierReader.Read(yaml).Dossier);

    [Theory]
    [InlineData("titel: River talks", 1, "", "no field 'titel'")]
    [InlineData("title: x\nmarking: PURPLE", 2, "marking", "not 'PURPLE'")]
    [InlineData("minimum-coverage: none", 1, "minimum-coverage", "1 or more")]
    [InlineData("parties: Northland", 1, "parties", "a list")]
    [InlineData("parties:\n  - aliases: [N]", 2, "parties", "'name' is missing")]
    [InlineData("parties:\n  - Northland\n  - name: Westmark\n    aliases: [northland]", 3, "parties", "line 2")]
    [InlineData("issues:\n  - name: Ferry\n    ordered: often", 3, "issues.ordered", "true or false")]
    [InlineData("issues:\n  - name: Ferry\n    options:\n      - name: Yes\n        words: [of the]", 5, "issues.options.words", "noun or a verb")]
    [InlineData("issues:\n  - name: Ferry\n  - name: ferry", 3, "issues", "line 2")]
    [InlineData("title: [a", 1, "", "not YAML")]
    [InlineData("- a\n- b", 1, "", "fields with a colon")]
    public void A_mistake_names_its_line_its_field_and_what_to_do(string yaml, int line, string field, string says)
    {
        var parse = DossierReader.Read(yaml);
        Assert.Null(parse.Dossier);
        var mistake = parse.Mistakes[0];
        Assert.Equal((line, field), (mistake.Line, mistake.Field));
        Assert.Contains(says, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once() => Assert.Equal([1, 2, 3], DossierReader.Read("a: 1\nb: 2\nmarking: x").Mistakes.Select(m => m.Line));
}
