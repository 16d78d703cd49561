using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Who says it, how surely, of whom (rows 30–36, 38, 39, 41, 43, 44, 47, 50 of docs/mechanisms.md).</summary>
public class VoiceRows
{
    [Theory, Trait("Row", "30")]
    [InlineData("Jean Martin told the BBC that the port would open.", "medium speaker=Jean Martin; medium=BBC")]
    [InlineData("In an interview with the BBC, Jean Martin said that the port would open.", "medium medium=BBC")]
    public void Words_come_through_a_medium(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "30")]
    public void A_state_is_no_medium() => Told.HasNone("Jean Martin told Italy that the port would open.", "medium");

    [Theory, Trait("Row", "31")]
    [InlineData("One senior Italian official said that the port would open.", "statement voice=anonymous")]
    public void A_source_without_a_name_stays_one(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "31")]
    public void Sources_without_a_name_are_not_merged()
    {
        var reading = SampleReader.Read("A senior Italian official said that the port would open. A senior Italian official said that the bridge would close.");
        Assert.Equal(2, reading.Claims.Where(c => c.Type == ClaimType.Statement).Select(c => c.By).Distinct().Count());
    }

    [Theory, Trait("Row", "32")]
    [InlineData("Italy may reject the plan.", "rejection by=Italy; modality=possible")]
    [InlineData("A summit could be held in Oslo.", "meeting modality=possible")]
    public void A_hedge_is_kept(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "33")]
    [InlineData("Anna Berg, an analyst at the Nordic Institute, said that the truce is fragile.", "statement by=Anna Berg; voice=expert")]
    public void An_expert_is_no_party(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "34")]
    [InlineData("“It is clear that Italy does not want peace,” Jean Martin said.", "assessment by=Jean Martin")]
    public void Who_reads_anothers_mind_is_the_holder(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "34")]
    public void A_mind_that_is_read_by_others_gives_no_position() => Told.HasNone("“Italy does not want peace,” Jean Martin said.", "rejection by=Italy; holder=");

    [Theory, Trait("Row", "35")]
    [InlineData("Italy denied that it had shelled the town.", "denial by=Italy")]
    [InlineData("France accused Italy of breaking the truce.", "accusation by=France; to=Italy")]
    public void An_accusation_and_its_denial_are_read(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "36")]
    [InlineData("Jean Martin blamed Italy for the delay.", "accusation by=Jean Martin; to=Italy; what=the delay")]
    public void Blame_names_the_blamed(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "38")]
    [InlineData("The truce remains fragile.", "assessment by=narrator; voice=reporter")]
    public void The_reporter_has_a_voice_of_his_own(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "39")]
    [InlineData("The talks could collapse if Italy insists on the port.", "risk trigger=Italy insists on the port; modality=possible")]
    [InlineData("France risks losing the support of its allies.", "risk who=France")]
    public void A_risk_has_a_trigger(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "41")]
    [InlineData("Zelensky met Meloni in Rome. Zelenskyy then left. Zelenskiy spoke later.")]
    public void Spellings_are_one_actor(string text)
    {
        var reading = SampleReader.Read(text);
        var actor = Assert.Single(reading.Actors, a => a.World == "volodymyr-zelenskyy" || a.Name.Contains("Zelensk", StringComparison.Ordinal));
        Assert.Equal(["Zelensky", "Zelenskyy", "Zelenskiy"], actor.Mentions.Select(m => m.Slice(text)).Where(n => n.StartsWith('Z')).Distinct());
    }

    [Theory, Trait("Row", "43")]
    [InlineData("The Coalition of the Willing pledged arms to Georgia.", "Coalition of the Willing")]
    public void A_coalition_is_a_group(string text, string name) =>
        Assert.Contains(SampleReader.Read(text).Actors, a => a.Name == name && a.Kind == ActorKind.Group);

    [Theory, Trait("Row", "44")]
    [InlineData("In 2009 the French and Italian presidents met in Geneva.", "meeting modality=historical; when=2009")]
    public void What_was_long_ago_is_history(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "47")]
    [InlineData("The stakes remain high for the envoy.", "assessment by=narrator")]
    public void Optics_are_the_reporters_judgement(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "50")]
    [InlineData("Spain said that such a deal would undermine the legitimacy of the commission.", "risk harms=the legitimacy of the commission; holder=Spain")]
    public void A_risk_has_a_holder_and_a_harm(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "50")]
    public void What_was_harmed_is_no_risk() => Told.HasNone("The storm undermined the wall.", "risk");
}
