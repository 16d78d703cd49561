using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public class PronounTests
{
    [Fact]
    public void Pronouns_of_the_examples_stand_for_whom_they_say()
    {
        var rows = new DataFolder(Repository.File("data")).Lines("lexicons/names/pronoun-examples.tsv").Select(line => line.Split('\t')).ToList();
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var document = ActorReading.Read(row[0], "2025-10-22");
            var mention = document.Mentions.FirstOrDefault(each => each.Kind == MentionKind.Pronoun && each.Span.Slice(document.Text) == row[1]);
            var name = mention is null ? "-" : document.Actors.Single(actor => actor.Id == mention.ActorId).Name;
            if (name != row[2]) wrong.Add($"{row[0]} {row[1]} = {name}, not {row[2]}");
        }

        Assert.True(wrong.Count * 10 <= rows.Count, string.Join('\n', wrong));
    }

    [Fact]
    public void Two_names_with_a_hyphen_are_two_actors()
    {
        var read = ActorReading.Read("The Trump-Putin summit ended. A Putin-Zelenskyy meeting was postponed.", "2025-10-22");
        Assert.Equal(["Donald Trump", "Vladimir Putin", "Volodymyr Zelenskyy"], read.Actors.Select(actor => actor.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_family_name_is_not_half_of_somebody_elses_given_name()
    {
        var read = ActorReading.Read("Lin Shao-wei met his wife, Wu Mei-lin, on Monday. Lin said that the talks had failed.", "2025-10-22");
        var last = read.Mentions.Last(mention => mention.Span.Slice(read.Text) == "Lin");
        Assert.Equal("Lin Shao-wei", read.Actors.Single(actor => actor.Id == last.ActorId).Name);
    }

    [Fact]
    public void Letters_that_stand_for_words_stay_capitals_where_they_open_a_sentence()
    {
        var read = ActorReading.Read("MPs of both parties asked for a report. The report was late.", "2025-10-22");
        Assert.DoesNotContain(read.Actors, actor => actor.Name.StartsWith("mP", StringComparison.Ordinal));
    }

    [Fact]
    public void Allies_of_a_state_are_not_of_it_and_a_team_is_of_its_head()
    {
        var read = ActorReading.Read("Ukraine's allies promised help. Trump's team met European leaders.", "2025-10-22");
        Assert.Null(read.Named("Ukraine's allies").Of);
        Assert.Null(read.Named("European leaders").Of);
        Assert.Equal(read.Named("Donald Trump").Id, read.Named("Trump's team").Of);
    }
}
