using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class SyntaxOfText
{
    private static readonly TextAnnotator Text = new(DataFolder.Shipped);
    private static readonly SyntaxAnnotator Syntax = new(DataFolder.Shipped);

    [Fact]
    public void Subject_object_and_oblique_are_found()
    {
        var read = Read("The Korvian foreign minister rejected the ceasefire proposal in Geneva on Friday.");
        AssertArc(read, "minister", "nsubj", "rejected");
        AssertArc(read, "proposal", "obj", "rejected");
        AssertArc(read, "in", "case", "Geneva");
        Assert.Equal("reject", read.Tokens[4].Lemma);
        Assert.Equal("VBD", read.Tokens[4].Xpos);
    }

    [Fact]
    public void Curly_quotation_marks_are_punctuation_and_clitics_have_lemmas()
    {
        var read = Read("“We won’t sign,” she said.");
        Assert.Equal("PUNCT", read.Tokens[0].Upos);
        Assert.Equal("not", read.Tokens[3].Lemma);
        AssertArc(read, "sign", "ccomp", "said");
    }

    [Fact]
    public void A_name_behind_an_opening_phrase_is_the_subject()
    {
        var read = Read("In addition, Denmark, the former ruler of the island, has stated that it will vote for the plan.");
        AssertArc(read, "Denmark", "nsubj", "stated");
        AssertArc(read, "addition", "obl", "stated");
        AssertTrees(read);
    }

    [Theory]
    [InlineData("Democrat Anna Kovrig, on the other hand, opposed the bill for going too far.", "opposed", "bill")]
    [InlineData("Democrat Anna Kovrig, on the other hand, opposed the bill for not going far enough, calling it an insult.", "opposed", "bill")]
    public void A_participle_with_an_object_is_the_verb_of_a_sentence_that_has_no_other(string text, string verb, string thing)
    {
        var read = Read(text);
        var at = read.Tokens.Index().Single(token => read.Form(token.Index).SequenceEqual(verb));
        Assert.Equal(-1, at.Item.Head);
        Assert.Contains(read.Tokens, token => token.Head == at.Index && token.Relation == "nsubj");
        AssertArc(read, thing, "obj", verb);
        AssertTrees(read);
    }

    [Fact]
    public void An_apposition_to_an_opening_phrase_stays_where_the_verb_has_a_subject()
    {
        var read = Read("In Bergen, the old capital, the envoy met the rebels.");
        AssertArc(read, "envoy", "nsubj", "met");
        AssertTrees(read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("... ?! , — “ ” ( ) ;")]
    [InlineData("x")]
    public void Odd_texts_are_read_too(string text) => AssertTrees(Read(text));

    [Fact]
    public void Every_sentence_is_a_tree_with_one_root()
    {
        var words = Gen.Elements("the", "Kremlin", "said", "that", "and", ",", ".", "\"", "he", "would", "not", "talks", "if", "U.S.", "2025", "—", "quickly", "n't", "qwxz", "😀", "to", "of", "(", ")");
        Prop.ForAll(Arb.From(Gen.ListOf(words).Select(parts => string.Join(' ', parts))), (string text) => AssertTrees(Read(text))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_sentence_of_twenty_thousand_words_is_read()
    {
        var read = Read(string.Join(' ', Enumerable.Repeat("the envoy of the minister and", 4_000)));
        Assert.Single(read.Sentences);
        AssertTrees(read);
    }

    [Fact]
    public void Threads_do_not_change_the_result()
    {
        var texts = Enumerable.Range(0, 40).Select(i => $"Envoy number {i} said the talks on item {i * 7} would resume in May. Nobody else came to town {i}.").ToArray();
        var alone = texts.Select(text => Read(text).Tokens.ToArray()).ToArray();
        var together = new Token[texts.Length][];
        Parallel.For(0, texts.Length, i => together[i] = [.. Read(texts[i]).Tokens]);
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Web_text_is_parsed_well_enough()
    {
        var folder = SharedData.Find("corpora", "ud-ewt");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var figures = SyntaxEvaluation.Run(Syntax, Treebank.Load(SyntaxEvaluation.TestFile(folder!)), passes: 0);
        Assert.True(figures.Upos >= 0.95, $"UPOS {figures.Upos:P2}");
        Assert.True(figures.Las >= 0.85, $"LAS {figures.Las:P2}");
        Assert.True(figures.Lemmas >= 0.96, $"lemmas {figures.Lemmas:P2}");
    }

    [Fact]
    public void A_sentence_without_end_is_still_one_tree()
    {
        var read = Read(string.Concat(Enumerable.Repeat("the envoy met the minister in the capital, and ", 100)) + "left.");
        var sentence = Assert.Single(read.Sentences);
        Assert.Single(read.Tokens, token => token.Head < 0);
        foreach (var token in read.Tokens)
        {
            var (above, steps) = (token, 0);
            while (above.Head >= 0 && steps++ < sentence.TokenCount) above = read.Tokens[above.Head];
            Assert.Equal("root", above.Relation);
        }
    }

    private static AnnotatedDocument Read(string text) => Syntax.Annotate(Text.Annotate(TokensAndSentences.Raw(text)));

    private static void AssertArc(AnnotatedDocument read, string child, string relation, string head)
    {
        var index = Enumerable.Range(0, read.Tokens.Length).First(i => read.Form(i).SequenceEqual(child));
        var token = read.Tokens[index];
        Assert.Equal((relation, head), (token.Relation, token.Head < 0 ? "" : read.Form(token.Head).ToString()));
    }

    private static void AssertTrees(AnnotatedDocument read)
    {
        foreach (var sentence in read.Sentences)
        {
            var reached = new int[sentence.TokenCount];
            var roots = 0;
            for (var i = 0; i < sentence.TokenCount; i++)
            {
                var token = read.Tokens[sentence.FirstToken + i];
                Assert.NotEmpty(token.Lemma);
                Assert.NotEmpty(token.Relation);
                if (token.Head < 0) roots++;
                Assert.Equal(token.Head < 0, token.Relation == "root");
                for (var above = i; above >= 0 && reached[above] != i + 1;)
                {
                    if (reached[above] != 0) break;
                    reached[above] = i + 1;
                    var head = read.Tokens[sentence.FirstToken + above].Head;
                    Assert.True(head < 0 || (head >= sentence.FirstToken && head < sentence.EndToken));
                    above = head < 0 ? -1 : head - sentence.FirstToken;
                    Assert.True(above < 0 || reached[above] != i + 1, "a circle");
                }
            }

            Assert.Equal(1, roots);
        }
    }
}
