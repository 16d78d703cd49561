using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public class RememberedWords
{
    private const int Sentences = 400;
    private const int Words = 14;

    [Fact]
    public void A_sentence_has_the_same_tree_among_thousands_of_words_as_alone()
    {
        var text = new TextAnnotator(DataFolder.Shipped);
        var sentences = Enumerable.Range(0, Sentences).Select(Sentence).ToList();
        var together = new SyntaxAnnotator(DataFolder.Shipped).Annotate(text.Annotate(Document(string.Join(' ', sentences))));
        Assert.Equal(Sentences, together.Sentences.Length);
        var alone = new SyntaxAnnotator(DataFolder.Shipped);
        for (var i = Sentences - 1; i >= 0; i--)
        {
            var one = alone.Annotate(text.Annotate(Document(sentences[i])));
            Assert.Equal(Told(one, one.Sentences[0]), Told(together, together.Sentences[i]));
        }
    }

    // Words that nobody uses, so that nearly every one is new.
    private static string Sentence(int number)
    {
        var random = new Random(number);
        var built = new StringBuilder("They");
        for (var i = 0; i < Words; i++)
        {
            built.Append(' ');
            for (var letter = 0; letter < 6; letter++) built.Append(letter % 2 == 0 ? "bdfgklmnprst"[random.Next(12)] : "aeiou"[random.Next(5)]);
        }

        return built.Append('.').ToString();
    }

    private static List<(string, string, int, string)> Told(AnnotatedDocument document, Sentence sentence) =>
        [.. Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Select(t => document.Tokens[t]).Select(t => (t.Lemma, t.Xpos, t.Head < 0 ? -1 : t.Head - sentence.FirstToken, t.Relation))];

    private static AnnotatedDocument Document(string text) => new()
    {
        Source = new SourceDocument { Id = "a", TextId = "a", Source = "a", Text = text, Published = new(Edtf.Parse("2025-08-22"), DateBasis.Given), Language = "en" },
    };
}
