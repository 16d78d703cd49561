using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public class ClaimReadingTests
{
    [Fact]
    public void Who_says_that_another_refuses_is_the_holder()
    {
        var (document, claims) = Read("The French minister Jean Martin said Italy will not meet the envoys.");
        var refusal = Assert.Single(claims, c => c.Type == ClaimType.Rejection);
        Assert.Equal("Italy", SampleReader.Field(document, refusal, "by"));
        Assert.Equal("Jean Martin", SampleReader.Field(document, refusal, "holder"));
    }

    [Theory]
    [InlineData("Italy will not return to the talks unless France lifts the blockade.", "France lifts the blockade")]
    [InlineData("Italy will not return to the talks until France lifts the blockade.", "France lifts the blockade")]
    [InlineData("Italy will return to the talks once France lifts the blockade.", "France lifts the blockade")]
    [InlineData("Italy will return to the talks only if France lifts the blockade.", "France lifts the blockade")]
    [InlineData("Aid to Italy is conditional on a ceasefire.", "a ceasefire")]
    [InlineData("France must lift the blockade before Italy can return to the talks.", "lift the blockade")]
    public void A_condition_is_read_in_every_shape(string text, string first)
    {
        var document = SampleReader.Annotate(text);
        var candidates = SampleReader.Unscored.Candidates(document).SelectMany(c => c.Claims).Where(c => c.Type == ClaimType.Condition);
        Assert.Contains(candidates, c => SampleReader.Field(document, c, "if").EndsWith(first, StringComparison.Ordinal));
    }

    [Fact]
    public void Furniture_carries_no_claim()
    {
        const string text = "France urged Italy to return to the talks.\n\nItaly rejected the ceasefire.";
        var source = SampleReader.Document(text) with { Zones = [new(new(0, 42), ZoneKind.Furniture)] };
        var reading = SampleReader.Pipeline.Read(source, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(reading.Claims, c => c.Evidence.Start < 42);
    }

    [Fact]
    public void The_same_text_gives_the_same_claims()
    {
        const string text = "France urged Italy to return to the talks. Italy rejected the ceasefire on Monday. “We will not leave,” the Italian minister said.";
        var first = SampleReader.Read(text);
        var second = SampleReader.Read(text);
        Assert.Equal(first.Claims.Select(c => c.Id), second.Claims.Select(c => c.Id));
        Assert.Equal(first.Claims.Length, first.Claims.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public void A_claim_keeps_its_id_when_text_follows()
    {
        const string text = "France urged Italy to return to the talks.";
        var textId = SampleReader.Document(text).TextId;
        var longer = SampleReader.Pipeline.Read(SampleReader.Document(text + " Nobody answered.") with { TextId = textId }, TestContext.Current.CancellationToken);
        var demand = Assert.Single(SampleReader.Read(text).Claims, c => c.Type == ClaimType.Demand);
        Assert.Contains(longer.Claims, c => c.Id == demand.Id);
    }

    private static (Reading.AnnotatedDocument Document, IReadOnlyList<Claim> Claims) Read(string text)
    {
        var document = SampleReader.Annotate(text);
        return (document, document.Claims);
    }
}
