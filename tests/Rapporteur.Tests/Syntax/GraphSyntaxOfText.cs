using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public class GraphSyntaxOfText
{
    private const string Note = """{"id":"n1","source":"note-1","title":"A note","published":"2025-08-22","text":"Lavrov said on Friday that Russia would not accept foreign troops in Ukraine."}""";
    private static readonly Lazy<GraphSyntaxAnnotator> Shipped = new(() => new(DataFolder.Shipped));
    private static readonly TextAnnotator Text = new(DataFolder.Shipped);

    [Fact]
    public void Subject_object_and_clause_are_found()
    {
        var read = Read("The Korvian foreign minister, whom nobody had asked, rejected the ceasefire proposal in Geneva on Friday.");
        Assert.Equal(("nsubj", "rejected"), Arc(read, "minister"));
        Assert.Equal(("obj", "rejected"), Arc(read, "proposal"));
        Assert.Equal(("acl:relcl", "minister"), Arc(read, "asked"));
        Assert.Equal("root", read.Tokens.Single(token => token.Head < 0).Relation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("... ?! , — “ ” ( ) ;")]
    [InlineData("x")]
    public void Odd_texts_are_read_too(string text) => Assert.All(Read(text).Tokens, token => Assert.NotEmpty(token.Relation));

    [Fact]
    public void A_sentence_too_long_for_it_is_read_by_the_other_parser()
    {
        var read = Read(string.Join(' ', Enumerable.Repeat("the envoy of the minister and", 1_000)) + ".\n\nThe talks resumed.");
        Assert.Equal(2, read.Tokens.Count(token => token.Head < 0));
        Assert.All(read.Tokens, token => Assert.NotEmpty(token.Relation));
    }

    [Fact]
    public void Neighbours_and_threads_do_not_change_the_result()
    {
        var texts = Enumerable.Range(0, 30).Select(i => $"Envoy number {i} said the talks on item {i * 7} would resume in May, which nobody in town {i} believed.").ToArray();
        var alone = texts.Select(text => Heads(Read(text))).ToArray();
        var inThreads = new string[texts.Length];
        Parallel.For(0, texts.Length, i => inThreads[i] = Heads(Read(texts[i])));
        Assert.Equal(alone, inThreads);
        Assert.Equal(string.Join(' ', alone), Heads(Read(string.Join("\n\n", texts))));
    }

    [Fact]
    public void Every_sentence_is_a_tree_with_one_root()
    {
        var words = Gen.Elements("the", "Kremlin", "said", "that", "and", ",", ".", "\"", "he", "would", "not", "talks", "if", "U.S.", "2025", "—", "quickly", "n't", "qwxz", "😀", "to", "of", "(", ")");
        Prop.ForAll(Arb.From(Gen.ListOf(words).Select(parts => string.Join(' ', parts))), (string text) => AssertTrees(Read(text))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task What_it_prints_as_a_treebank_is_read_back()
    {
        var call = await Call.With(Note, "read", "-", "--conllu", "--best");
        var sentence = Treebank.Read(call.Out.Split('\n')).Single();
        Assert.Equal("Lavrov said on Friday that Russia would not accept foreign troops in Ukraine.", sentence.Text);
        Assert.Equal(["Lavrov", "nsubj", "said"], [sentence.Words[0].Form, sentence.Words[0].Relation, sentence.Words[sentence.Words[0].Head].Form]);
        Assert.True(sentence.BeginsDocument);
        Assert.Equal("Ukraine", sentence.Text[sentence.Words[^2].Span.Start..sentence.Words[^2].Span.End]);
    }

    [Fact]
    public async Task The_command_line_reads_with_it_and_prints_the_same_bytes_twice()
    {
        var first = await Call.With(Note, "read", "-", "--json", "--best");
        var second = await Call.With(Note, "read", "-", "--json", "--best");
        Assert.Equal(0, first.Code);
        Assert.Equal(first.Out, second.Out);
        Assert.NotEqual(first.Out, (await Call.With(Note, "read", "-", "--json")).Out);
        Assert.Contains("\"claims\"", first.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Web_text_is_parsed_well_enough()
    {
        var folder = SharedData.Find("corpora", "ud-ewt");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var figures = SyntaxEvaluation.Run(Shipped.Value, Treebank.Load(SyntaxEvaluation.TestFile(folder!)), passes: 0);
        Assert.True(figures.Upos >= 0.959, $"UPOS {figures.Upos:P2}");
        Assert.True(figures.Las >= 0.866, $"LAS {figures.Las:P2}");
    }

    private static AnnotatedDocument Read(string text) => Shipped.Value.Annotate(Text.Annotate(TokensAndSentences.Raw(text)));

    private static void AssertTrees(AnnotatedDocument read)
    {
        foreach (var sentence in read.Sentences)
        {
            Assert.Equal(1, Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Count(i => read.Tokens[i].Head < 0));
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                Assert.Equal(read.Tokens[i].Head < 0, read.Tokens[i].Relation == "root");
                var (at, steps) = (i, 0);
                while (at >= 0 && steps++ <= sentence.TokenCount) at = read.Tokens[at].Head;
                Assert.Equal(-1, at);
            }
        }
    }

    private static string Heads(AnnotatedDocument read) =>
        string.Join(' ', read.Sentences.Select(sentence => string.Join(' ', Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Select(i => $"{(read.Tokens[i].Head < 0 ? 0 : read.Tokens[i].Head - i)}{read.Tokens[i].Relation}"))));

    private static (string Relation, string Head) Arc(AnnotatedDocument read, string child)
    {
        var token = read.Tokens[Enumerable.Range(0, read.Tokens.Length).First(i => read.Form(i).SequenceEqual(child))];
        return (token.Relation, token.Head < 0 ? "" : read.Form(token.Head).ToString());
    }
}
