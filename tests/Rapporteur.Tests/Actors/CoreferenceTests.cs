using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public class CoreferenceTests
{
    [Fact]
    public void A_text_points_to_the_body_that_issued_it()
    {
        var read = ActorReading.Read("The Northern Lakes Commission adopted a resolution on Friday. The resolution calls for a truce.");
        var commission = read.Named("Northern Lakes Commission");
        Assert.Equal(2, read.Allusions.Count(allusion => allusion.Kind == AllusionKind.Text && allusion.ActorId == commission.Id));
    }

    [Fact]
    public void An_adjective_points_to_its_state_and_is_no_mention()
    {
        var read = ActorReading.Read("Norway sent an envoy. The Norwegian proposal pleased the rebels.");
        var norway = read.Named("Norway");
        Assert.Contains(read.Allusions, allusion => allusion.Kind == AllusionKind.Adjective && allusion.ActorId == norway.Id);
        Assert.DoesNotContain("Norwegian", read.Words(norway));
    }

    [Fact]
    public void A_state_named_by_the_adjective_of_its_act_is_an_actor()
    {
        var read = ActorReading.Read("A Norwegian attack on the port killed three people.");
        Assert.Empty(read.Named("Norway").Mentions);
    }

    [Fact]
    public void The_office_of_a_person_fills_in_the_state_that_the_text_does_not_name()
    {
        var read = ActorReading.Read("Norwegian Foreign Minister Ola Testmann opened the talks.");
        Assert.Equal(read.Named("Norway").Id, read.Named("Ola Testmann").Of);
    }

    [Fact]
    public void The_organisation_is_the_one_named_before()
    {
        var read = ActorReading.Read("The Northern Lakes Commission met on Friday. The organisation said it would send monitors.");
        Assert.Contains("organisation", read.Words(read.Named("Northern Lakes Commission")));
    }

    [Fact]
    public void Whoever_stands_beside_the_speaker_is_not_the_speaker()
    {
        var read = ActorReading.Read("Peter Brown arrived in Oslo on Monday. Standing alongside John Smith, he said the talks had failed.");
        Assert.Contains("he", read.Words(read.Named("Peter Brown")));
    }

    [Fact]
    public void A_long_quotation_does_not_part_a_pronoun_from_its_speaker()
    {
        var read = ActorReading.Read("Peter Brown spoke first. “The road is closed. The bridge is gone. The wells are dry. Nobody can pass,” he said.");
        Assert.Contains("he", read.Words(read.Named("Peter Brown")));
    }

    [Fact]
    public void Some_who_speak_are_others_each_time()
    {
        var read = ActorReading.Read("Some said the plan was dead. The envoys met again. Some said it lived.");
        Assert.Equal(2, read.Actors.Count(actor => actor.Name == "some" && actor.Kind == ActorKind.Unnamed));
    }

    [Fact]
    public void A_part_of_a_name_with_a_hyphen_is_the_same_person()
    {
        var read = ActorReading.Read("Lee Sang-min opened the meeting. Sang-min also said that the border was open.");
        Assert.Contains(read.Actors, actor => actor.Kind == ActorKind.Person && read.Words(actor).Any(word => word.EndsWith("Lee Sang-min", StringComparison.Ordinal)) && read.Words(actor).Contains("Sang-min"));
    }

    [Fact]
    public void Where_a_group_stands_is_no_part_of_its_name() =>
        Assert.DoesNotContain(ActorReading.Read("The envoy asked for the withdrawal of French forces from deep inside Norway.").Actors, actor => actor.Name.Contains("deep", StringComparison.Ordinal));

    [Fact]
    public void Two_people_with_one_family_name_stay_two()
    {
        var read = ActorReading.Read("Anna Karlsson met Peter Karlsson in Oslo. Anna Karlsson left early.");
        Assert.Equal(["Anna Karlsson", "Peter Karlsson"], read.Actors.Where(actor => actor.Kind == ActorKind.Person).Select(actor => actor.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_broadcaster_of_the_state_is_a_body()
    {
        var read = ActorReading.Read("The border is closed, according to state television.");
        Assert.Contains(read.Actors, actor => actor.Name == "state television");
    }
}
