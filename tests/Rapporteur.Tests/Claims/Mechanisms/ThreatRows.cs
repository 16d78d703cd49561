using Xunit;

namespace Rapporteur.Tests;

/// <summary>Deadlines, threats, measures, promises and what became of them (rows 3–7, 21, 29 of docs/mechanisms.md).</summary>
public class ThreatRows
{
    [Theory, Trait("Row", "3")]
    [InlineData("France will answer over the next two days.", "commitment by=France")]
    public void What_is_said_of_the_next_days_is_read(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "4")]
    [InlineData("France gave Italy until Friday to leave the valley or face sanctions.", "deadline by=France; to=Italy; due=2025-08-22")]
    [InlineData("France told Italy to leave the valley by Friday or face sanctions.", "threat to=Italy; what=sanctions")]
    public void An_ultimatum_names_who_what_until_when_and_what_follows(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "4")]
    public void A_day_alone_is_no_ultimatum() => Told.HasNone("France opened the bridge on Friday.", "deadline");

    [Theory, Trait("Row", "5")]
    [InlineData("The French president said he will decide within two weeks.", "deadline due=2025-09-05; what=decide")]
    public void A_deadline_may_be_of_ones_own_making(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "6")]
    [InlineData("Italy has threatened a blockade before and never imposed it.", "outcome outcome=not-carried-out; by=Italy")]
    [InlineData("Spain sees the sanctions as empty threats.", "outcome outcome=empty; of=empty threats")]
    public void A_threat_may_be_told_as_never_carried_out(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "6")]
    public void A_threat_alone_has_no_outcome() => Told.HasNone("Italy has threatened a blockade.", "outcome");

    [Theory, Trait("Row", "7")]
    [InlineData("France raised tariffs on Italian steel by up to 30 percent.", "measure by=France; kind=tariff; status=imposed")]
    [InlineData("France threatened sanctions against Italy.", "measure kind=sanctions; status=threatened; to=Italy")]
    public void A_measure_has_a_kind_and_a_state(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "21")]
    [InlineData("Twelve states pledged troops to the mission, contingent on a truce.", "commitment if=a truce")]
    [InlineData("France promised to send engineers once the road is open.", "commitment by=France; if=the road is open")]
    public void A_pledge_names_what_it_waits_for(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "21")]
    public void A_pledge_without_condition_waits_for_nothing() => Told.HasNone("France promised to send engineers.", "commitment if=engineers");

    [Theory, Trait("Row", "29")]
    [InlineData("Spain failed to keep its promise to reopen the port.", "outcome outcome=broken; by=Spain")]
    [InlineData("Spain kept its promise to reopen the port.", "outcome outcome=kept; by=Spain")]
    [InlineData("France vowed to end the strike on the first day.", "commitment by=France")]
    public void A_promise_stands_beside_its_outcome(string text, string expected) => Told.Has(text, expected);
}
