using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Who acts and to whom, where the sentence does not say it plainly.</summary>
public class OpenSidesTests
{
    [Fact]
    public void What_is_fired_at_a_state_hits_it_though_it_is_only_a_place() =>
        Is(ClaimType.Incident, "Armenia has fired more than 100 rockets at Georgia since Tuesday. Georgia protested.", by: "Armenia", to: "Georgia");

    [Fact]
    public void Who_shells_a_capital_hits_its_state() =>
        Is(ClaimType.Incident, "Armenia bombarded Tbilisi on Monday. Georgia protested.", by: "Armenia", to: "Georgia");

    [Fact]
    public void Who_is_provided_with_aid_receives_it() =>
        Is(ClaimType.Commitment, "Norway will provide Armenia with ten million dollars in assistance. Armenia was thankful.", by: "Norway", to: "Armenia");

    [Fact]
    public void An_ambassador_is_recalled_from_the_state_where_he_serves() =>
        Is(ClaimType.Measure, "Norway has recalled its ambassador to Armenia. Armenia protested.", by: "Norway", to: "Armenia");

    [Fact]
    public void A_participle_after_a_comma_has_the_subject_of_the_clause() =>
        Is(ClaimType.Demand, "President Olsen mainly blames Armenia for the failed talks, demanding more concessions.", by: "Olsen", to: null);

    [Fact]
    public void What_would_come_about_is_hypothetical() =>
        Assert.Contains(SampleReader.Read("A successful summit between Norway and Armenia would lower tensions.").Claims, claim => claim.Type == ClaimType.Assessment && claim.Modality == Modality.Hypothetical);

    [Fact]
    public void A_judgement_is_not_that_of_whoever_is_named_in_it() =>
        Assert.All(SampleReader.Read("Norway might view a summit without Armenia as unacceptable.").Claims.Where(claim => claim.Type == ClaimType.Assessment), claim => Assert.Equal(Actor.Narrator, claim.By));

    private static void Is(ClaimType type, string text, string by, string? to)
    {
        var read = SampleReader.Read(text);
        var names = read.Actors.ToDictionary(actor => actor.Id, actor => actor.Name);
        var told = read.Claims.Where(claim => claim.Type == type).Select(claim => (By: claim.By is { } id ? names.GetValueOrDefault(id) : null, To: claim.To.Select(actor => names[actor]).FirstOrDefault()));
        Assert.Contains((by, to), told);
    }
}
