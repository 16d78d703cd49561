using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Actors of negotiations that no list knows: names made up for the tests.</summary>
public class UnseenActorTests
{
    [Fact]
    public void A_state_that_nobody_knows_is_one_by_its_government_and_its_adjective()
    {
        var read = ActorReading.Read("The government of Ostrania said it would sign. Lindor's ambassador left the hall. The Lindorian offer was rejected by Ostrania.");
        Assert.Equal(ActorKind.State, read.Named("Ostrania").Kind);
        Assert.Equal(ActorKind.State, read.Named("Lindor").Kind);
    }

    [Fact]
    public void A_family_name_with_a_minister_is_no_state()
    {
        var read = ActorReading.Read("President Marten Holvik spoke first. Holvik's foreign minister declined to comment. Holvik left early.");
        Assert.DoesNotContain(read.Actors, actor => actor.Kind == ActorKind.State && actor.Name == "Holvik");
    }

    [Fact]
    public void Words_left_out_of_a_name_are_added()
    {
        var read = ActorReading.Read("Tor Inge Sandvik, deputy head of the mission, would not comment. Lake Rights Monitor asked both camps to wait.");
        Assert.Equal(ActorKind.Person, read.Named("Tor Inge Sandvik").Kind);
        Assert.Equal(ActorKind.Organisation, read.Named("Lake Rights Monitor").Kind);
    }

    [Fact]
    public void A_noun_with_a_capital_is_a_body()
    {
        var read = ActorReading.Read("The envoys met on Monday. Later the Tribunal said that it would publish the list.");
        Assert.Equal(ActorKind.Organisation, read.Named("Tribunal").Kind);
    }

    [Fact]
    public void A_body_is_called_again_by_its_noun()
    {
        var read = ActorReading.Read("The Harbour Research Institute published a study on Friday. The institute believes that the talks will fail.");
        Assert.Contains("institute", read.Words(read.Named("Harbour Research Institute")));
    }

    [Fact]
    public void The_government_is_that_of_the_state_of_the_text()
    {
        var read = ActorReading.Read("Kenya rejected the draft. Kenya wants more time. The government said it would answer on Friday.");
        Assert.Contains("government", read.Words(read.Named("Kenya")));
    }

    [Fact]
    public void The_two_who_negotiate_are_one_group_however_they_are_called()
    {
        var read = ActorReading.Read("The two sides agreed to meet again. Both delegations said the talks had been useful.");
        Assert.Contains("Both delegations", read.Words(read.Named("two sides")));
        Assert.Single(read.Actors, actor => actor.Kind == ActorKind.Group);
    }

    [Fact]
    public void The_rebels_are_the_one_armed_body_of_the_text()
    {
        var read = ActorReading.Read("The Northern Liberation Front seized a bridge on Monday. The rebels said they would hold it.");
        Assert.Contains("rebels", read.Words(read.Named("Northern Liberation Front")));
    }

    [Fact]
    public void We_in_a_statement_are_those_who_issue_it()
    {
        var read = ActorReading.Read("Norway condemns the attack. We call for a ceasefire. We urge both parties to return to the table.");
        Assert.Equal(2, read.Words(read.Named("Norway")).Count(word => word == "We"));
    }

    [Fact]
    public void The_representative_of_a_state_speaks_for_it()
    {
        var read = ActorReading.Read("The representative of Norway said the draft was balanced.");
        Assert.Contains("representative", read.Words(read.Named("Norway")));
    }

    [Fact]
    public void A_group_that_only_stands_there_is_no_actor()
    {
        var read = ActorReading.Read("Kenya rejected a list of fighters. Norway has observers there. Rebels attacked the town.");
        Assert.DoesNotContain(read.Actors, actor => actor.Name is "fighters" or "observers");
        Assert.Contains(read.Actors, actor => actor.Name == "rebels");
    }

    [Theory]
    [InlineData("Talks with Ostrania, which plans nine dams, failed on Monday. Negotiators from Lindor left after the foreign minister of Ostrania refused to sign.", "Ostrania")]
    [InlineData("Ostrania says it has kept its word. Ostrania's ambassador left the hall.", "Ostrania")]
    public void A_name_that_is_a_thing_and_has_a_minister_is_a_state(string text, string name) =>
        Assert.Equal(ActorKind.State, ActorReading.Read(text).Named(name).Kind);

    [Fact]
    public void A_person_with_aides_and_houses_is_no_state()
    {
        var read = ActorReading.Read("Karl Holvik said he had kept his word. Holvik's house, which has nine rooms, was searched. Holvik's minister declined to comment.");
        Assert.DoesNotContain(read.Actors, actor => actor.Kind == ActorKind.State);
    }

    [Fact]
    public void The_government_is_not_that_of_a_state_named_in_passing()
    {
        var read = ActorReading.Read("The rebels gave up two towns. Envoys from Norway carried the letters. The government said it would answer on Friday.");
        Assert.DoesNotContain(read.Actors, actor => actor.Name == "Norway" && read.Words(actor).Contains("government"));
        Assert.Contains(read.Actors, actor => actor.Kind == ActorKind.Organisation && actor.Name == "government");
    }

    [Theory]
    [InlineData("Foreign Minister Yoon Hae-jin left for Oslo on Monday.", "Yoon Hae-jin")]
    [InlineData("On Monday Maj-Britt Lindahl met the envoys in Oslo.", "Maj-Britt Lindahl")]
    public void A_hyphen_holds_a_name_together(string text, string name) =>
        Assert.Equal(ActorKind.Person, ActorReading.Read(text).Named(name).Kind);

    [Fact]
    public void What_somebody_leads_is_no_part_of_the_name() =>
        Assert.DoesNotContain(ActorReading.Read("A Lunde-led coalition rejected the plan. Kari Lunde said it was dead.").Actors, actor => actor.Kind == ActorKind.Person && actor.Name.Contains("-led", StringComparison.Ordinal));

    [Theory]
    [InlineData("The talks went on. On Monday the Foreign Secretary said that the offer stood.", "Foreign Secretary")]
    [InlineData("The talks went on. On Monday the home minister said that the offer stood.", "home minister")]
    public void An_office_that_one_person_holds_is_an_actor(string text, string name) =>
        Assert.Contains(ActorReading.Read(text).Actors, actor => actor.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("The talks went on. On Monday the former minister said that the offer stood.")]
    [InlineData("The talks went on. On Monday the minister said that the offer stood.")]
    public void Who_held_an_office_once_is_none(string text) =>
        Assert.DoesNotContain(ActorReading.Read(text).Actors, actor => actor.Name.EndsWith("minister", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void We_are_those_who_present_themselves()
    {
        var read = ActorReading.Read("We, the members of the Lake Contact Group, met in Oslo on 6 May. We urge both sides to stop. We thank Norway.");
        Assert.Contains("We", read.Words(read.Named("Lake Contact Group")));
    }

    [Fact]
    public void A_newspaper_that_calls_itself_so_is_an_actor() =>
        Assert.Contains(ActorReading.Read("The vote is over. This newspaper believes that the treaty should be signed.").Actors, actor => actor.Name == "this newspaper");
}
