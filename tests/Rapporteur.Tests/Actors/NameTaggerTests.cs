using Rapporteur.Domain;
using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class NameTaggerTests
{
    private static readonly NameTagger Tagger = new(NameModel.Load(DataFolder.Shipped), DataFolder.Shipped, WorldTests.World);

    [Theory]
    [InlineData("Foreign Minister Helena Castro met officials in Jakarta .", "Helena Castro:Person Jakarta:Place")]
    [InlineData("MICHAEL BAKER ARRIVES IN LONDON", "MICHAEL BAKER:Person LONDON:Place")]
    public void Names_are_found_in_sentences_and_in_headlines(string sentence, string names) => Assert.Equal(names, string.Join(' ', Names(sentence)[0]));

    [Fact]
    public void Nothing_of_a_document_is_left_after_clearing()
    {
        var run = Tagger.Begin();
        var (first, second) = (new List<TaggedName>(), new List<TaggedName>());
        var text = "Karan met envoys in Nairobi .";
        run.Read(text, Spans(text));
        run.Tag(0, first);
        run.Clear();
        var other = "President Ivan Karan and Karan Ltd. of Karan City";
        run.Read(other, Spans(other));
        run.Clear();
        run.Read(text, Spans(text));
        run.Tag(0, second);
        Assert.Equal(1, run.Sentences);
        Assert.Equal(first, second);
    }

    [Fact]
    public void Names_in_GUM_go_without_titles_and_determiners()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllLines(Path.Combine(folder.FullName, "x.conllu"),
            [
                "# newdoc id = x",
                Row(1, "President", "PROPN", 2, "compound", "Entity=(1-person-new-nnnnn-cf1-2-sgl"),
                Row(2, "Arne", "PROPN", 4, "nsubj", "_"),
                Row(3, "Holm", "PROPN", 2, "flat", "Entity=1)"),
                Row(4, "left", "VERB", 0, "root", "_"),
                Row(5, "the", "DET", 6, "det", "Entity=(2-place-new-nnnnn-cf2-2-sgl"),
                Row(6, "Alps", "PROPN", 4, "obj", "Entity=2)"),
                Row(7, "yesterday", "NOUN", 4, "obl", "Entity=(3-time-new-nnnnn-cf3-1-sgl)"),
                "",
            ]);
            var sentence = Assert.Single(GumNames.Load(folder.FullName, word => word == "president"));
            Assert.Equal([new TaggedName(1, 2, NameKind.Person), new TaggedName(5, 1, NameKind.Place)], sentence.Names);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static string Row(int id, string form, string tag, int head, string relation, string misc) => string.Join('\t', id, form, form, tag, "_", "_", head, relation, "_", misc);
    }

    private static List<List<string>> Names(params string[] sentences)
    {
        var run = Tagger.Begin();
        foreach (var sentence in sentences) run.Read(sentence, Spans(sentence));
        var all = new List<List<string>>();
        var found = new List<TaggedName>();
        for (var i = 0; i < sentences.Length; i++)
        {
            var spans = Spans(sentences[i]);
            run.Tag(i, found);
            all.Add([.. found.Select(name => sentences[i][spans[name.First].Start..spans[name.First + name.Count - 1].End] + ":" + name.Kind)]);
        }

        return all;
    }

    private static TextSpan[] Spans(string sentence)
    {
        var at = 0;
        return [.. sentence.Split(' ').Select(word => new TextSpan(at, (at += word.Length + 1) - 1))];
    }
}
