using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class TreebankReading
{
    [Fact]
    public void Words_of_a_contraction_have_their_own_spans()
    {
        var sentence = TinyTreebank.Sentences[1];
        Assert.Equal(["Talks", "did", "n't", "resume", "."], sentence.Words.Select(word => word.Span.Slice(sentence.Text)));
    }

    [Fact]
    public void A_document_begins_where_the_file_says()
    {
        Assert.Equal([true, false, true, false], TinyTreebank.Sentences.Select(sentence => sentence.BeginsDocument));
    }

    [Fact]
    public void A_line_with_too_few_fields_is_named()
    {
        var failure = Assert.Throws<FormatException>(() => Treebank.Read(["# text = x", "1\tx"]));
        Assert.Contains("Line 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_crossing_arc_is_lifted_to_its_heads_head()
    {
        int[] heads = [1, 3, 3, 9, 6, 6, 1, 3, 3];
        Projective.Lift(heads);
        Assert.Equal([1, 3, 3, 9, 6, 6, 3, 3, 3], heads);
    }
}
