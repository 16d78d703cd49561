using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Whose claims an official statement makes: those of whoever speaks in it, and not the reporter's.</summary>
public sealed class OfficialStatementTests
{
    private static DocumentReading Read(string title, string text) => SampleReader.Pipeline.Read(SampleReader.Document(title + "\n\n" + text) with { Title = title });

    private static IEnumerable<string?> By(DocumentReading read, ClaimType type) => read.Claims.Where(claim => claim.Type == type).Select(claim => read.Actors.FirstOrDefault(actor => actor.Id == claim.By)?.Name ?? claim.By);

    [Fact]
    public void We_are_whoever_the_title_names()
    {
        var read = Read("Norway: statement on the talks in Geneva", "We welcome the talks in Geneva. We condemn the attack on the port. We call on Sweden to withdraw its troops from the valley. Sweden must release the prisoners.");
        Assert.Equal(["Norway", "Norway"], By(read, ClaimType.Demand));
        Assert.Contains("Norway", By(read, ClaimType.Accusation));
    }

    [Fact]
    public void Whoever_acts_by_name_in_a_statement_speaks_in_it()
    {
        var read = Read("Statement by the Spokesperson on the attack", "Norway strongly condemns the attack on the port. Norway calls on Sweden to withdraw its troops. The prisoners must be released.");
        Assert.Equal(["Norway", "Norway"], By(read, ClaimType.Demand));
    }

    [Fact]
    public void An_office_with_a_hyphen_speaks_in_its_statement()
    {
        var read = Read("Statement attributable to the Spokesperson for the Secretary-General", "The Secretary-General strongly condemns the attack on the hospital. He calls on all parties to refrain from violence. Those responsible must be held to account. The Secretary-General welcomes the talks.");
        var speaker = Assert.Single(read.Actors, actor => actor.Name == "Secretary-General");
        Assert.Equal((ActorKind.Unnamed, "secretary-general"), (speaker.Kind, speaker.Role));
        Assert.Equal(["Secretary-General", "Secretary-General"], By(read, ClaimType.Demand));
        Assert.All(read.Claims.Where(claim => claim.By == speaker.Id), claim => Assert.Equal(Voice.Official, claim.Voice));
    }

    [Theory]
    [InlineData("The Deputy Secretary-General", "Deputy Secretary-General", "deputy secretary-general")]
    [InlineData("Deputy Secretary-General Amina Haddad", "Amina Haddad", "deputy secretary-general")]
    [InlineData("Secretary of State Marten Holm", "Marten Holm", "secretary of state")]
    public void A_title_of_several_words_is_no_part_of_a_name(string subject, string name, string role)
    {
        var read = SampleReader.Read(subject + " strongly condemns the attack on the port of Ordu.");
        Assert.Contains((name, role), read.Actors.Select(actor => (actor.Name, actor.Role ?? "")));
    }

    [Fact]
    public void A_report_of_a_statement_is_the_reporters()
    {
        var read = Read("Norway and Sweden agree on joint statement", "Norway and Sweden agreed on a statement on Friday. The talks were difficult. The prisoners must be released.");
        Assert.DoesNotContain("Norway", By(read, ClaimType.Demand));
    }

    [Fact]
    public void What_others_did_keeps_its_doer_and_has_no_holder()
    {
        var read = Read("Norway: statement on the attack", "We condemn the attack. We urge restraint. Sweden shelled the port of Ordu on Friday.");
        var incident = Assert.Single(read.Claims, claim => claim is { Type: ClaimType.Incident, By: not null });
        Assert.Equal(("Sweden", null), (read.Actors.Single(actor => actor.Id == incident.By).Name, incident.Holder));
    }

    [Fact]
    public void Turns_of_a_briefing_are_their_speakers_claims()
    {
        var read = Read("Press briefing", "MR HOLM: Good afternoon. Sweden has to withdraw its troops from the valley.\n\nQUESTION: Is the summit off?\n\nMR HOLM: It is not. Norway rejects any talks with the rebels.\n\nQUESTION: Thank you.");
        Assert.Equal("HOLM", By(read, ClaimType.Demand).Single()!.Split(' ')[^1].ToUpperInvariant());
        var rejection = Assert.Single(read.Claims, claim => claim.Type == ClaimType.Rejection);
        Assert.Equal("Norway", read.Actors.Single(actor => actor.Id == rejection.By).Name);
        Assert.Equal("HOLM", read.Actors.Single(actor => actor.Id == rejection.Holder).Name.ToUpperInvariant());
    }
}
