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
}
