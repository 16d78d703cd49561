using Xunit;

namespace Rapporteur.Tests;

/// <summary>Meetings, venues, readiness, order, level and contacts (rows 8–13, 22, 23, 25, 48 of docs/mechanisms.md).</summary>
public class MeetingRows
{
    [Theory, Trait("Row", "8")]
    [InlineData("A summit between France and Italy has been put on hold.", "meeting form=summit; status=postponed")]
    [InlineData("A summit between France and Italy was held on Monday.", "meeting form=summit; status=held")]
    public void A_meeting_has_a_state(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "9")]
    [InlineData("Spain is content. Italian officials say that talk of a conference came from the Spanish side.", "origin originator=Spain; holder=Italian officials")]
    [InlineData("France floated the idea of a three-way summit.", "origin originator=France; idea=the idea of a three-way summit")]
    public void Who_raised_an_idea_is_a_claim_of_whoever_says_so(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "9")]
    public void What_comes_from_a_country_is_no_idea_of_it() => Told.HasNone("The wine came from Spain.", "origin");

    [Theory, Trait("Row", "10")]
    [InlineData("France wants to meet Italy first and then Spain.", "sequence first=Italy; then=Spain; by=France")]
    [InlineData("Italy says the bilateral talks should come first, followed by a summit of all three.", "sequence first=the bilateral talks; then=a summit of all three")]
    public void Meetings_have_an_order(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "10")]
    public void The_first_of_several_is_no_order() => Told.HasNone("France won the first round.", "sequence");

    [Theory, Trait("Row", "11")]
    [InlineData("Spain said that lower-level talks must bring results before the leaders meet.", "condition then=the leaders meet")]
    [InlineData("Spain said that real talks must involve the leaders.", "participation status=demanded")]
    [InlineData("The ministers held one-on-one talks with Italy in Geneva.", "meeting format=bilateral")]
    [InlineData("France proposed a trilateral summit of leaders.", "meeting format=trilateral; level=leaders")]
    [InlineData("Italy and France held talks at the level of ministers in Geneva.", "meeting level=ministers")]
    [InlineData("The envoys of Italy and France held proximity talks in Cairo.", "meeting format=proximity")]
    public void Talks_have_level_and_format(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "11")]
    public void Talks_without_a_word_on_it_have_no_level() => Told.HasNone("France and Italy held talks in Geneva.", "meeting level=ministers");

    [Theory, Trait("Row", "12")]
    [InlineData("Options are Oslo or Vienna.", "venue place=Oslo,Vienna; status=option")]
    [InlineData("France ruled out Geneva as a venue.", "venue place=Geneva; status=refused; by=France")]
    [InlineData("Norway offered to host the talks.", "venue status=offered; by=Norway")]
    [InlineData("The delegations have chosen a location, but Italy will not say where.", "venue status=undisclosed")]
    public void A_venue_has_a_state(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "12")]
    public void Options_that_are_no_places_are_no_venues() => Told.HasNone("Options are war or surrender.", "venue");

    [Theory, Trait("Row", "13")]
    [InlineData("The agenda is not ready.", "readiness items=The agenda; status=open")]
    [InlineData("Italy wants clarity on the agenda and the format.", "readiness items=the agenda,the format; status=open; by=Italy")]
    [InlineData("The date and the venue have yet to be agreed.", "readiness items=The date,the venue; status=open")]
    [InlineData("The agenda is ready.", "readiness items=The agenda; status=settled")]
    public void What_is_open_is_listed(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "13")]
    public void An_agenda_that_is_only_a_condition_is_not_settled() => Told.HasNone("France will come when the agenda is ready.", "readiness");

    [Theory, Trait("Row", "22")]
    [InlineData("Spain warned against a summit without Georgia.", "participation who=Georgia; status=excluded")]
    [InlineData("Georgia wants a seat at the table.", "participation who=Georgia; status=demanded")]
    [InlineData("Georgia was left out of the talks.", "participation who=Georgia; status=excluded")]
    public void A_seat_at_the_table_is_asked_for_or_denied(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "22")]
    public void To_leave_talks_is_not_to_be_left_out() => Told.HasNone("Georgia left the talks.", "participation");

    [Theory, Trait("Row", "23")]
    [InlineData("Norway offered to mediate between France and Italy.", "role role=mediator; actor=Norway; status=offered")]
    [InlineData("Norway is a guarantor of the truce.", "role role=guarantor; actor=Norway")]
    public void A_third_party_has_a_role(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "25")]
    [InlineData("France described the talks as frank and useful.", "readout side=France; words=frank and useful")]
    [InlineData("Spain said that the meeting was constructive.", "readout side=Spain; words=constructive")]
    [InlineData("France and Italy are keeping lines of communication open.", "channel between=France,Italy")]
    [InlineData("Spain sounds out Italy through backchannels.", "channel channel=backchannels")]
    public void A_contact_has_a_readout_and_a_channel(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "25")]
    public void A_soup_has_no_readout() => Told.HasNone("Spain said that the soup was good.", "readout");

    [Theory, Trait("Row", "48")]
    [InlineData("Jean Martin will consult with Italy on the text.", "contact who=Jean Martin; with=Italy; status=planned")]
    public void A_consultation_that_is_announced_is_a_planned_contact(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "48")]
    public void A_consultation_that_was_held_is_not_planned() => Told.HasNone("Jean Martin consulted with Italy on the text.", "contact");
}
