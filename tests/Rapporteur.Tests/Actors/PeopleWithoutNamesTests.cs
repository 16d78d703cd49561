using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>People and bodies without a name, and those whom a text names in more than one way.</summary>
public class PeopleWithoutNamesTests
{
    [Theory]
    [InlineData("The fishermen said on Monday that they would block the port.", "fishermen")]
    [InlineData("Young teachers rejected the offer. Lena Holt was surprised.", "young teachers")]
    [InlineData("The navy says one of its boats was hit by a shell.", "navy")]
    [InlineData("The growers' federation threatened to block the railway. Lena Holt was surprised.", "growers' federation")]
    [InlineData("According to a retired general, the talks broke down twice.", "retired general")]
    public void Whoever_a_claim_has_a_use_for_is_an_actor(string text, string name)
    {
        var read = SampleReader.Read(text);
        var actor = Assert.Single(read.Actors, actor => actor.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(read.Claims, claim => claim.By == actor.Id);
    }

    [Theory]
    [InlineData("Olsen walked past the bakers to the old bridge.", "baker")]
    [InlineData("The tailors sat in the sun. Norway and Armenia signed the treaty on Monday.", "tailor")]
    public void Whoever_only_stands_there_is_none(string text, string noun) =>
        Assert.DoesNotContain(SampleReader.Read(text).Actors, actor => actor.Name.Contains(noun, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Passing_actors_and_their_mentions_go_together()
    {
        var read = SampleReader.Read("The tailors sat in the sun. The miners demanded higher pay on Monday.");
        Assert.Contains(read.Actors, actor => actor.Name == "miners");
        Assert.DoesNotContain(read.Actors, actor => actor.Name == "tailors");
    }

    [Theory]
    [InlineData("OSTAVA, March 3 (Northern Wire) — Norway rejected the draft.")]
    [InlineData("VALMORA - Norway rejected the draft.")]
    [InlineData("Ostava (Northern Wire) – Norway rejected the draft.")]
    public void Whoever_a_dateline_names_is_no_actor(string text) =>
        Assert.Equal(["Norway"], ActorReading.Read(text).Actors.Select(actor => actor.Name));

    [Theory]
    [InlineData("NATO — the alliance of the west — rejected the draft.", "NATO")]
    [InlineData("Norway - with Armenia beside it - rejected the draft.", "Norway")]
    public void Not_every_dash_ends_a_dateline(string text, string name) =>
        Assert.Contains(ActorReading.Read(text).Actors, actor => actor.Name == name || actor.World == "nato");

    [Fact]
    public void A_family_name_and_a_given_name_of_two_syllables_are_one_person()
    {
        var read = ActorReading.Read("Her counterpart, Moon Tae-jin, said trade was not the issue. Roh Sun-woo, the vice trade minister, called the ban wrong.");
        Assert.Equal(ActorKind.Person, read.Named("Moon Tae-jin").Kind);
        Assert.Equal(ActorKind.Person, read.Named("Roh Sun-woo").Kind);
    }

    [Fact]
    public void Two_titles_in_a_row_belong_to_one_person()
    {
        var read = ActorReading.Read("Army spokesman Colonel Rustam Halvik said troops had left the bridge. The envoy met Saudi leader King Abdullah on Monday.");
        Assert.Equal("Army spokesman", read.Named("Rustam Halvik").Role, ignoreCase: true);
        Assert.DoesNotContain(read.Actors, actor => actor.Name is "army spokesman" or "Saudi leader");
    }

    [Theory]
    [InlineData("A field commander who uses the name Marlek said the guns would fall silent.", "Marlek")]
    [InlineData("A man calling himself Farah Holvik said the ships would move.", "Farah Holvik")]
    [InlineData("A commander of the front known as Abu Marlek denied that his men had fired.", "Abu Marlek")]
    public void Whoever_is_known_by_a_name_is_that_person(string text, string name)
    {
        var read = SampleReader.Read(text);
        var person = Assert.Single(read.Actors, actor => actor.Name == name);
        Assert.Contains(read.Claims, claim => claim.Type == ClaimType.Statement && claim.By == person.Id);
        Assert.DoesNotContain(read.Actors, actor => actor.Kind == ActorKind.Unnamed);
    }

    [Theory]
    [InlineData("Norway and Chile had signalled they opposed the draft.", ClaimType.Rejection)]
    [InlineData("President Carla Moreno and Premier Jan Falk met on Friday. They agreed to open the bridge.", ClaimType.Acceptance)]
    [InlineData("Norway and Chile sent envoys. Both accused the other of delay.", ClaimType.Accusation)]
    public void A_pronoun_stands_for_all_who_are_named_side_by_side(string text, ClaimType type)
    {
        var read = SampleReader.Read(text);
        var two = read.Actors.Where(actor => actor.Kind is ActorKind.State or ActorKind.Person).Select(actor => actor.Id).ToHashSet();
        Assert.Equal(2, read.Claims.Where(claim => claim.Type == type && claim.By is { } by && two.Contains(by)).Select(claim => claim.By).Distinct().Count());
    }

    [Fact]
    public void A_group_named_in_between_takes_the_pronoun()
    {
        var read = SampleReader.Read("Norway and Chile sent troops. The rebels fled. They agreed to open the bridge.");
        var rebels = Assert.Single(read.Actors, actor => actor.Name == "rebels");
        Assert.Equal([rebels.Id], read.Claims.Where(claim => claim.Type == ClaimType.Acceptance).Select(claim => claim.By));
    }

    [Fact]
    public void Past_a_participle_the_name_before_it_speaks()
    {
        var read = SampleReader.Read("Finance minister Bodil Anker, asked on the steps of the bank about the loan, replied that estimates were art.");
        var anker = read.Actors.Single(actor => actor.Name == "Bodil Anker");
        Assert.Contains(read.Claims, claim => claim.Type == ClaimType.Statement && claim.By == anker.Id);
    }

    [Fact]
    public void A_number_in_two_words_is_no_part_of_a_name() =>
        Assert.Contains(ActorReading.Read("Forty-one miners blocked the road and demanded their pay.").Actors, actor => actor.Name == "miners");

    [Fact]
    public void A_group_of_people_is_called_by_whom_it_numbers()
    {
        var read = SampleReader.Read("A group of retired officers called the exchange a surrender.");
        var group = Assert.Single(read.Actors, actor => actor.Name == "group of retired officers");
        Assert.Contains("group of retired officers", group.Mentions.Select(span => span.Slice(read.Document.Text)));
    }

    [Theory]
    [InlineData("An official close to the talks said the draft was ready.", "official close to the talks")]
    [InlineData("Officials familiar with the plan said the draft was ready.", "officials familiar with the plan")]
    public void What_a_source_knows_tells_which_one_it_is(string text, string name) =>
        Assert.Contains(ActorReading.Read(text).Actors, actor => actor.Name == name);
}
