using Rapporteur.Analysis;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The examples of <c>data/issues/matters.txt</c>.</summary>
public sealed class MatterTests
{
    public static TheoryData<string, string, bool> Examples
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var (matter, phrase, falls) in MatterBook.Shipped.Examples) data.Add(matter, phrase, falls);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_phrase_falls_under_a_matter_as_its_example_says(string matter, string phrase, bool falls) =>
        Assert.Equal(falls, Subject.Of(phrase)?.Matters.Any(f => f.Matter.Code == matter) == true);

    [Fact]
    public void Every_matter_has_examples_for_and_against() =>
        Assert.All(MatterBook.Shipped.Matters, f => Assert.Equal([false, true], MatterBook.Shipped.Examples.Where(e => e.Matter == f.Code).Select(e => e.Falls).Distinct().Order()));

    [Fact]
    public void Phrases_that_add_no_term_name_one_thing()
    {
        Assert.True(Subject.SameThing(Subject.Of("any truce")!, Subject.Of("the conclusion of a ceasefire agreement")!));
        Assert.False(Subject.SameThing(Subject.Of("any truce")!, Subject.Of("a truce along the coast road")!));
        Assert.False(Subject.SameThing(Subject.Of("a truce")!, Subject.Of("no truce")!));
    }
}
