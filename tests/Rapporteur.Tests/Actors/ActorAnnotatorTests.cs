using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;


namespace Rapporteur.Tests;

public class ActorAnnotatorTests
{
    [Fact]
    public void A_capital_that_acts_stands_for_its_state()
    {
        var read = ActorReading.Read("Moscow rejected the proposal. Kyiv said it would wait for an answer.");
        Assert.Contains("Moscow", read.Words(read.Named("Russia")));
        Assert.Contains("Kyiv", read.Words(read.Named("Ukraine")));
    }

    [Fact]
    public void A_capital_where_something_happens_is_no_mention()
    {
        var read = ActorReading.Read("The ministers met in Moscow and then flew to Ankara.");
        Assert.DoesNotContain(read.Actors, actor => actor.Name is "Russia" or "Turkey");
    }

    [Fact]
    public void A_seat_of_government_stands_for_the_state()
    {
        var read = ActorReading.Read("The Kremlin denied the report. Downing Street welcomed the offer.");
        Assert.Contains("Kremlin", read.Words(read.Named("Russia")));
        Assert.Contains("Downing Street", read.Words(read.Named("United Kingdom")));
    }

    [Fact]
    public void A_title_before_a_name_gives_office_and_state()
    {
        var read = ActorReading.Read("Norway sent a delegation. Norwegian Foreign Minister Ola Testmann opened the talks.");
        var minister = read.Named("Ola Testmann");
        Assert.Equal("foreign minister", minister.Role);
        Assert.Equal(read.Named("Norway").Id, minister.Of);
        Assert.Equal(["Ola Testmann"], read.Words(minister));
    }

    [Fact]
    public void A_description_after_a_name_gives_the_office()
    {
        var read = ActorReading.Read("Kaja Kallas, the European Union's foreign policy chief, warned against a bad deal.");
        Assert.Equal("foreign policy chief", read.Named("Kaja Kallas").Role);
        Assert.Equal(read.Named("European Union").Id, read.Named("Kaja Kallas").Of);
    }

    [Fact]
    public void Spellings_of_one_name_are_one_person()
    {
        var read = ActorReading.Read("Volodymyr Zelensky arrived on Monday. Zelenskiy said he was ready. Zelenskyy then left.");
        Assert.Equal(3, read.Named("Volodymyr Zelenskyy").Mentions.Count(span => span.Slice(read.Text).StartsWith('Z') || span.Slice(read.Text).StartsWith('V')));
    }

    [Fact]
    public void A_family_name_follows_the_full_name()
    {
        var read = ActorReading.Read("Anna Karlsson leads the mission. Karlsson said the rebels had agreed.");
        Assert.Contains("Karlsson", read.Words(read.Named("Anna Karlsson")));
    }

    [Fact]
    public void Letters_in_brackets_name_what_stands_before_them()
    {
        var read = ActorReading.Read("The Northern Lakes Commission (NLC) met on Friday. The NLC approved the plan.");
        Assert.Contains("NLC", read.Words(read.Named("Northern Lakes Commission")));
    }

    [Fact]
    public void Leaders_and_troops_are_groups()
    {
        var read = ActorReading.Read("European leaders urged restraint. Sudanese troops attacked the town.");
        Assert.Equal(ActorKind.Group, read.Named("European leaders").Kind);
        Assert.Equal(ActorKind.Group, read.Named("Sudanese troops").Kind);
    }

    [Fact]
    public void Two_officials_without_names_stay_two()
    {
        var read = ActorReading.Read("A U.S. official said the plan was dead. A European diplomat disagreed. The diplomat said it lived.");
        Assert.Equal(ActorKind.Unnamed, read.Named("U.S. official").Kind);
        Assert.Contains("diplomat", read.Words(read.Named("European diplomat")));
    }

    [Fact]
    public void The_president_is_the_one_of_the_day()
    {
        var read = ActorReading.Read("The White House was silent. The U.S. president had promised an answer.", "2006-03-01");
        Assert.Equal("george-w-bush", read.Named("George W. Bush").World);
    }

    [Fact]
    public void A_pronoun_goes_to_the_only_person_it_fits()
    {
        var read = ActorReading.Read("Angela Merkel met the ministers. She called for patience.");
        Assert.Contains("She", read.Words(read.Named("Angela Merkel")));
    }

    [Fact]
    public void A_pronoun_that_may_mean_two_is_left_out()
    {
        var read = ActorReading.Read("John Smith and Peter Brown arrived.");
        Assert.DoesNotContain(read.Mentions, mention => mention.Kind == MentionKind.Pronoun);
    }

    [Fact]
    public void A_government_is_its_state()
    {
        var read = ActorReading.Read("The Kenyan government offered to host the talks.");
        Assert.Contains("Kenyan government", read.Words(read.Named("Kenya")));
    }

    [Fact]
    public void Mentions_are_sorted_and_lie_within_their_sentences()
    {
        var read = ActorReading.Read("Turkey's foreign minister Hakan Fidan met Sergei Lavrov in Antalya. Both sides said they would meet again, and Ankara offered its help.", "2024-03-01");
        Assert.Equal(read.Mentions.Select(mention => mention.Span).Order(), read.Mentions.Select(mention => mention.Span));
        Assert.All(read.Mentions, mention => Assert.Contains(read.Sentences, sentence => sentence.Span.Contains(mention.Span)));
        Assert.All(read.Mentions, mention => Assert.Contains(read.Actors, actor => actor.Id == mention.ActorId && actor.Mentions.Contains(mention.Span)));
    }

    [Fact]
    public void Reading_twice_gives_the_same()
    {
        const string text = "Iran and the European Union met in Vienna. Tehran said it had made an offer; EU officials denied it.";
        var (one, two) = (ActorReading.Read(text), ActorReading.Read(text));
        Assert.Equal(one.Actors.Select(actor => $"{actor.Id} {actor.Name} {actor.Role} {actor.Of} {string.Join(',', actor.Mentions)}"),
            two.Actors.Select(actor => $"{actor.Id} {actor.Name} {actor.Role} {actor.Of} {string.Join(',', actor.Mentions)}"));
        Assert.Equal(one.Mentions.AsEnumerable(), two.Mentions.AsEnumerable());
    }
}
