using Xunit;

namespace Rapporteur.Tests;

/// <summary>Conditions, positions, terms, guarantees, papers and limits (rows 14–20, 24, 26–28, 37, 42, 45, 46, 49 of docs/mechanisms.md).</summary>
public class PositionRows
{
    [Theory, Trait("Row", "14")]
    [InlineData("Italy will not return to the talks unless France lifts the blockade.", "condition if=France lifts the blockade")]
    [InlineData("Italy named the port as a precondition for any truce.", "ceasefire conditions=some; condition=the port")]
    public void A_precondition_is_read(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "15")]
    [InlineData("Norway proposed a freeze of the fighting along the present line.", "offer by=Norway")]
    [InlineData("Spain demanded the return of the port.", "demand by=Spain; what=the return of the port")]
    public void A_position_is_what_a_party_asks_or_offers(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "16")]
    [InlineData("Italy called the presence of foreign troops unacceptable.", "rejection by=Italy")]
    [InlineData("Georgia will not give up the port.", "rejection by=Georgia")]
    public void A_red_line_is_a_rejection(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "17")]
    [InlineData("Italy went back to its demand for the whole valley.", "movement direction=back; by=Italy")]
    [InlineData("Spain has not softened its stance.", "movement direction=none; by=Spain")]
    [InlineData("France has hardened its position on the port.", "movement direction=harder; by=France")]
    public void A_position_moves_or_does_not(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "17")]
    public void What_softens_in_the_sun_is_no_movement() => Told.HasNone("The butter softened in the sun.", "movement");

    [Theory, Trait("Row", "18")]
    [InlineData("Spain may respect a moratorium suggested by Norway.", "partial-measure proposer=Norway; taker=Spain; uptake=hedged; modality=possible")]
    [InlineData("Turkey proposed a moratorium on strikes on power plants.", "partial-measure proposer=Turkey; scope=strikes on power plants")]
    public void A_third_party_proposes_a_partial_measure(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "19")]
    [InlineData("France wants a full and immediate ceasefire.", "ceasefire scope=full; start=immediate; by=France")]
    [InlineData("Spain calls for a truce without preconditions.", "ceasefire ceasefire=truce; conditions=none")]
    [InlineData("Italy offers a truce along the present line.", "ceasefire line=the present line; by=Italy")]
    [InlineData("Italy offers a truce of thirty days.", "ceasefire length=thirty days")]
    public void A_ceasefire_has_terms(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "19")]
    public void A_ceasefire_of_which_nothing_more_is_told_has_no_terms() => Told.HasNone("France wants a ceasefire.", "ceasefire");

    [Theory, Trait("Row", "20")]
    [InlineData("France outlined a two-layer guarantee for Georgia.", "guarantee layers=2; for=Georgia")]
    [InlineData("France and Italy offer guarantees. First layer: a French garrison after any truce.", "guarantee layer=1; guarantor=France; trigger=any truce")]
    [InlineData("France and Italy offer guarantees. Second layer: Italian arms.", "guarantee layer=2; component=Italian arms; guarantor=Italy")]
    [InlineData("Spain suggested that a third component of the guarantee should be a patrol by France.", "guarantee layer=3; guarantor=France; holder=Spain")]
    [InlineData("France would come to the aid of Georgia if the truce is broken.", "guarantee guarantor=France; for=Georgia; trigger=the truce is broken")]
    public void A_guarantee_has_layers_guarantors_and_triggers(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "20")]
    public void Layers_of_paint_guarantee_nothing() => Told.HasNone("The first layer of paint was blue.", "guarantee");

    [Theory, Trait("Row", "24")]
    [InlineData("France handed a non-paper to Italy.", "instrument instrument=non-paper; from=France; to=Italy; text=reported")]
    [InlineData("According to officials familiar with the memorandum, Italy keeps the port.", "instrument instrument=memorandum; text=seen")]
    [InlineData("The text of the memorandum has not been published.", "instrument text=unpublished")]
    public void A_paper_has_a_sender_and_a_text_that_is_held_or_not(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "24")]
    public void Paper_is_no_instrument() => Told.HasNone("The paper was thick.", "instrument");

    [Theory, Trait("Row", "26")]
    [InlineData("The president made a symbolic visit to the base.", "signal act=a symbolic visit to the base")]
    [InlineData("The parade was seen as a message to Rome.", "signal act=The parade; meaning=Rome")]
    public void A_signal_stands_apart_from_what_it_is_taken_to_mean(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "26")]
    public void A_visit_alone_is_no_signal() => Told.HasNone("The president visited the base.", "signal");

    [Theory, Trait("Row", "27")]
    [InlineData("Italy fired 57 drones and 40 missiles at the port.", "incident by=Italy; quantities=57 drones,40 missiles")]
    public void Fighting_has_figures(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "28")]
    [InlineData("Italy wants France to carry out the understandings reached in Madrid.", "instrument reference=earlier; place=Madrid")]
    public void An_earlier_understanding_is_referred_to(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "37")]
    [InlineData("Italy is rich. France urged Norway to stop buying Italian timber.", "linkage by=France; to=Norway; target=Italy")]
    public void A_demand_on_a_third_party_is_a_linkage(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "37")]
    public void To_stop_buying_bread_is_no_linkage() => Told.HasNone("France stopped buying bread.", "linkage");

    [Theory, Trait("Row", "42")]
    [InlineData("Any deal would have to be approved by the parliament in Rome.", "limit ratifier=the parliament in Rome; need=approval")]
    [InlineData("Spain's constitution forbids the cession of land.", "limit need=law; what=the cession of land")]
    [InlineData("Domestic pressure on the premier is growing.", "limit need=opinion")]
    public void A_limit_at_home_names_who_has_to_agree(string text, string expected) => Told.Has(text, expected);

    [Fact, Trait("Row", "42")]
    public void A_teacher_ratifies_nothing() => Told.HasNone("The teacher approved the essay.", "limit");

    [Theory, Trait("Row", "45")]
    [InlineData("Italy has not made a single concession.", "tally count=0; by=Italy")]
    [InlineData("France accepted three of the five demands.", "tally count=3; of=5; by=France")]
    public void A_tally_counts(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "46")]
    [InlineData("Italy has two aims: to open the port; to bring home the prisoners.", "interest by=Italy")]
    [InlineData("France's goal is a lasting peace.", "interest interest=a lasting peace; by=France")]
    public void An_aim_is_no_position(string text, string expected) => Told.Has(text, expected);

    [Theory, Trait("Row", "49")]
    [InlineData("In a joint letter on Monday, European leaders urged calm.", "joint-message members=European leaders")]
    [InlineData("France and Italy speak with one voice.", "joint-message members=France,Italy")]
    public void A_joint_message_keeps_its_members(string text, string expected) => Told.Has(text, expected);
}
