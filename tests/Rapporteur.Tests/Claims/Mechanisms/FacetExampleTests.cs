using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Every rule for facets against the sentences of its own file.</summary>
public class FacetExampleTests
{
    private static readonly FacetSet Facets = FacetSet.Load(DataFolder.Shipped, FrameSet.Load(DataFolder.Shipped).Sets);

    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var rule in Facets.Rules)
            for (var i = 0; i < rule.Examples.Length; i++) data.Add(rule.Id, i);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_reads_its_examples(string id, int number)
    {
        var rule = Facets.Rules.Single(r => r.Id == id);
        var example = rule.Examples[number];
        var document = SampleReader.Annotate(example.Text);
        var found = new FacetReader(new([rule], FacetSamples.Sets)).Read(FacetSamples.Scene(document), document.Claims).Where(f => f.Evidence.End == example.Text.Length).ToList();
        if (!example.Positive)
        {
            Assert.Empty(found);
            return;
        }

        var all = document.Facets.Where(f => f.Kind == rule.Kind && f.Evidence.End == example.Text.Length).ToList();
        Assert.True(found.Count > 0, $"{example.Text}: nothing found");
        var fits = all.Select(f => Differences(document, f, example)).ToList();
        Assert.True(fits.Exists(d => d.Count == 0), $"{example.Text}: {string.Join("; ", fits.OrderBy(d => d.Count).First())}");
    }

    [Fact]
    public void Every_rule_says_what_it_matches_and_what_it_does_not() =>
        Assert.Empty(Facets.Rules.Where(r => !r.Examples.Any(e => e.Positive) || r.Examples.All(e => e.Positive)).Select(r => r.Id));

    [Fact]
    public void Ids_of_rules_are_unique() => Assert.Equal(Facets.Rules.Length, Facets.Rules.Select(r => r.Id).Distinct().Count());

    [Fact]
    public void One_file_holds_one_kind() =>
        Assert.Equal(DataFolder.Shipped.Files("facets", ".facets").Count, Facets.Rules.Select(r => r.Kind).Distinct().Count());

    private static List<string> Differences(AnnotatedDocument document, Facet facet, FrameExample example)
    {
        var differences = new List<string>();
        foreach (var (field, expected) in example.Fields)
        {
            var actual = FacetSamples.Field(document, facet, field);
            if (actual != expected) differences.Add($"{field} is “{actual}”, not “{expected}”");
        }

        return differences;
    }
}
