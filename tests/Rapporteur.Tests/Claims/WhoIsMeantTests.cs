using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Who is meant where a name is cut short, stands in a list or is not said again; and what is only planned, wished or over.</summary>
public class WhoIsMeantTests
{
    [Theory]
    [InlineData("North and South Korea agreed to the plan.", ClaimType.Acceptance, "North Korea")]
    [InlineData("North and South Korea agreed to the plan.", ClaimType.Acceptance, "South Korea")]
    [InlineData("The Congress of Peru approved the deal.", ClaimType.Acceptance, "Congress of Peru")]
    [InlineData("Italy protested. In 1980, the country boycotted the games.", ClaimType.Measure, "Italy")]
    [InlineData("The ship was stopped and boarded by Norwegian troops.", ClaimType.Incident, "Norwegian troops")]
    public void Who_acts_is_found(string text, ClaimType type, string by)
    {
        var document = SampleReader.Annotate(text);
        Assert.Contains(Candidates(document), claim => claim.Type == type && SampleReader.Field(document, claim, "by") == by);
    }

    [Theory]
    [InlineData("Italy and France protested. In 1980, a country boycotted the games.")]
    [InlineData("Italy protested against France. Aid went to the country.")]
    public void Of_several_states_none_is_taken_for_the_country(string text)
    {
        var document = SampleReader.Annotate(text);
        Assert.DoesNotContain(Candidates(document), claim => claim.Type == ClaimType.Measure && (claim.By is not null || claim.To.Length > 0));
    }

    [Fact]
    public void States_in_a_list_behind_a_predicate_are_all_actors()
    {
        var document = SampleReader.Annotate("Ten members were in favour and Russia, China, India, Germany and Brazil abstained.");
        foreach (var name in (string[])["Russia", "China", "India", "Germany", "Brazil"]) Assert.Contains(document.Actors, actor => actor.Name == name);
    }

    [Fact]
    public void A_judgement_in_somebodys_words_is_not_that_of_those_whom_it_names()
    {
        var document = SampleReader.Annotate("Anna Kovrig stated that \"the detention of Korvian citizens in Oslo is an unacceptable situation\".");
        var rejection = Assert.Single(document.Claims, claim => claim.Type == ClaimType.Rejection);
        Assert.Equal("Anna Kovrig", SampleReader.Field(document, rejection, "by"));
    }

    [Fact]
    public void What_nobody_plans_is_negated()
    {
        var document = SampleReader.Annotate("Norway said that there are no plans to boycott the games.");
        Assert.Contains(Candidates(document), claim => claim is { Type: ClaimType.Measure, Polarity: Polarity.Negative });
        document = SampleReader.Annotate("Norway said that there are plans to boycott the games.");
        Assert.DoesNotContain(Candidates(document), claim => claim is { Type: ClaimType.Measure, Polarity: Polarity.Negative });
    }

    [Theory]
    [InlineData("Italy wanted to hold a summit with France in May.", ClaimStatus.Proposed)]
    [InlineData("Italy held a summit with France in May.", ClaimStatus.Held)]
    public void A_meeting_that_was_only_wished_for_was_not_held(string text, ClaimStatus status)
    {
        var document = SampleReader.Annotate(text);
        Assert.Equal([status], Candidates(document).Where(claim => claim.Type == ClaimType.Meeting).Select(claim => claim.Status ?? ClaimStatus.Denied).Distinct());
    }

    [Theory]
    [InlineData("Jean Martin left Rome as soon as the vote was over.", false)]
    [InlineData("Jean Martin will leave Rome as soon as the vote is over.", true)]
    public void What_has_happened_waits_for_nothing(string text, bool waits) =>
        Assert.Equal(waits, Candidates(SampleReader.Annotate(text)).Any(claim => claim.Type == ClaimType.Condition));

    private static IEnumerable<Claim> Candidates(AnnotatedDocument document) => SampleReader.Unscored.Candidates(document).SelectMany(candidate => candidate.Claims);
}
