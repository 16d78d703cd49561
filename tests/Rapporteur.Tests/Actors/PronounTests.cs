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
    public void Allies_of_a_state_are_not_of_it_and_a_team_is_of_its_head()
    {
        var read = ActorReading.Read("Ukraine's allies promised help. Trump's team met European leaders.", "2025-10-22");
        Assert.Null(read.Named("Ukraine's allies").Of);
        Assert.Null(read.Named("European leaders").Of);
        Assert.Equal(read.Named("Donald Trump").Id, read.Named("Trump's team").Of);
    }
}
