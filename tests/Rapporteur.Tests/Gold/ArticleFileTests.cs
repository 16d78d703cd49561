using Rapporteur.Domain;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class ArticleFileTests
{
    private const string Good = """
        title: Talks near Lund
        published: 2019-04-09

        actors
        berg | Ada Berg | person | envoy | Norway | Ada Berg; Berg
        both | both sides | group | | | both sides

        text
        Ada Berg 𝄞 said on Monday that both sides said they agreed to meet.
          statement | by berg | cue said | content both sides said they agreed to meet | quoted indirect
          statement | by both | holder berg | cue said#2 | content they agreed to meet | content More will follow | quoted indirect
          ~ Monday | 2019-04-08 | date
        More will follow, Berg said.

        Nine soldiers were hurt.
          incident | what Nine soldiers were hurt | kind injury | to both | quantity 9 soldiers
        """;

    [Fact]
    public void Sentences_become_text_and_lines_below_them_claims()
    {
        var article = Read(Good);
        var reading = article.Reading;
        var text = reading.Document.Text;
        Assert.Equal("Ada Berg 𝄞 said on Monday that both sides said they agreed to meet. More will follow, Berg said.\n\nNine soldiers were hurt.", text);
        Assert.Equal("Talks near Lund", reading.Document.Title);
        Assert.Equal(["said", "said", "Nine soldiers were hurt"], reading.Claims.Select(c => c.Trigger.Slice(text)));
        Assert.True(reading.Claims[0].Cue!.Value.Start < reading.Claims[1].Cue!.Value.Start);
        Assert.Equal(["they agreed to meet", "More will follow"], reading.Claims[1].Content.Select(s => s.Slice(text)));
        Assert.Equal(("both", "berg"), (reading.Claims[1].By, reading.Claims[1].Holder));
        Assert.Equal("Nine soldiers were hurt.", reading.Claims[2].Evidence.Slice(text));
        Assert.Equal(new Quantity(9, "soldiers", null), Assert.Single(reading.Claims[2].Quantities));
        Assert.Equal("2019-04-08", Assert.Single(reading.Times).Value);
        Assert.Equal(3, reading.Actors.Single(a => a.Id == "berg").Mentions.Length);
    }

    [Theory]
    [InlineData("cue said#2 | content both", "cue asked | content both", "line 10: The words “asked” do not stand there.", "cue said | content both")]
    [InlineData("by both | holder berg", "by lund | holder berg", "line 11: The actor lund is not listed.")]
    [InlineData("quantity 9 soldiers", "quantity soldiers", "line 16: A quantity is a number and its unit.")]
    [InlineData("quantity 9 soldiers", "size 9", "line 16: There is no field “size”.")]
    [InlineData("~ Monday | 2019-04-08 | date", "~ Monday | 2019-04-08", "line 12: A time is “~ words | value | type”.")]
    [InlineData("\ntext\n", "\n", "The file needs a line “actors” and after it a line “text”.")]
    public void A_mistake_is_named_with_its_line(string words, string mistake, string error, string? instead = null)
    {
        var wrong = Assert.Throws<InvalidDataException>(() => Read(Good.ReplaceLineEndings("\n").Replace(instead ?? words, mistake, StringComparison.Ordinal)));
        Assert.Contains(error, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_articles_of_the_repository_can_be_read()
    {
        var articles = new[] { "learn", "measure" }.SelectMany(part => GoldFolder.Load(Repository.File("annotated", part))).ToList();
        Assert.True(articles.Sum(a => a.Reading.Claims.Length) > 20_000);
        Assert.All(articles, a => Assert.All(a.Reading.Claims, c => Assert.True(c.Evidence.Length > 0)));
    }

    private static GoldArticle Read(string lines)
    {
        var folder = Directory.CreateTempSubdirectory("articles");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.article"), lines);
            return Assert.Single(GoldFolder.Load(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
