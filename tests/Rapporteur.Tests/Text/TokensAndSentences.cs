using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public class TokensAndSentences
{
    private static readonly TextAnnotator Annotator = new(DataFolder.Shipped);

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var line in DataFolder.Shipped.Lines("lexicons/text/examples.tsv"))
        {
            var fields = line.Split('\t');
            examples.Add(fields[0].Replace("\\n", "\n", StringComparison.Ordinal), fields[1]);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_is_cut_as_its_file_says(string text, string expected)
    {
        var read = Annotator.Annotate(Raw(text));
        var sentences = read.Sentences.Select(sentence =>
            string.Join(' ', Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Select(i => read.Form(i).ToString())));
        Assert.Equal(expected, string.Join(" ¶ ", sentences));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\r\n ")]
    [InlineData("- -\n***\n•")]
    public void A_text_without_words_has_no_sentences(string text)
    {
        var read = Annotator.Annotate(Raw(text));
        Assert.Empty(read.Tokens);
        Assert.Empty(read.Sentences);
    }

    [Fact]
    public void A_sentence_never_leaves_its_zone()
    {
        var text = "Talks resume in Vell Log in to comment and read more";
        var zones = new Zone[] { new(new(0, 20), ZoneKind.Title), new(new(20, text.Length), ZoneKind.Furniture) };
        var read = Annotator.Annotate(Raw(text) with { Source = Raw(text).Source with { Zones = [.. zones] } });
        Assert.Equal([ZoneKind.Title, ZoneKind.Furniture], read.Sentences.Select(sentence => sentence.Zone));
        Assert.Equal("Talks resume in Vell", read.Sentences[0].Span.Slice(text));
    }

    [Fact]
    public void A_sentence_holds_its_closing_quotation_mark_but_no_bullet()
    {
        var text = "  • “We agreed.”  \n• Next";
        Assert.Equal("“We agreed.”", Annotator.Annotate(Raw(text)).Sentences[0].Span.Slice(text));
    }

    [Fact]
    public void Every_character_of_words_lies_in_one_token_and_every_token_in_one_sentence()
    {
        var pieces = Gen.Elements("U.S.", "don't", "“", "”", "\"", "'", "’s", ".", "...", "!", "?", " ", "  ", "\n", "\r\n", "\n\n", "•", "- ", "-", "—", "3.5", "$", "%",
            "a", "Kyiv", "the", "The", "(", ")", "[", ":", ",", "/", "@", "http://x.y/z", "p.m.", "No.", "😀", "\ud83d", "\ude00", "é", "е", "\u00a0", "\u200b", "e-mail", "10:30", "*", "=");
        Prop.ForAll(Arb.From(Gen.ListOf(pieces).Select(parts => string.Concat(parts))), (string text) =>
        {
            var read = Annotator.Annotate(Raw(text));
            var position = 0;
            foreach (var token in read.Tokens)
            {
                Assert.True(token.Span.Start >= position && token.Span.End > token.Span.Start && token.Span.End <= text.Length);
                Assert.DoesNotContain(token.Span.Slice(text), char.IsWhiteSpace);
                for (; position < token.Span.Start; position++) Assert.False(char.IsLetterOrDigit(text[position]));
                position = token.Span.End;
            }

            for (; position < text.Length; position++) Assert.False(char.IsLetterOrDigit(text[position]));
            var next = 0;
            foreach (var sentence in read.Sentences)
            {
                Assert.Equal(next, sentence.FirstToken);
                Assert.True(sentence.TokenCount > 0);
                Assert.Equal(new(read.Tokens[next].Span.Start, read.Tokens[sentence.EndToken - 1].Span.End), sentence.Span);
                next = sentence.EndToken;
            }

            Assert.Equal(read.Tokens.Length, next);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_surrogate_pair_is_never_cut()
    {
        var text = "a😀b 😀😀 𝒳-1 x𝒳y";
        foreach (var token in Annotator.Annotate(Raw(text)).Tokens)
        {
            Assert.False(char.IsLowSurrogate(text[token.Span.Start]));
            Assert.False(char.IsHighSurrogate(text[token.Span.End - 1]));
        }
    }

    [Fact]
    public void A_megabyte_without_a_blank_is_read_in_bounded_time()
    {
        foreach (var unit in new[] { "a", ".", "'s", "(", "a.", "x-", "\"", "U.", "1," })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
            Assert.NotEmpty(Annotator.Annotate(Raw(text)).Tokens);
        }
    }

    [Fact]
    public void Web_text_is_cut_well_enough()
    {
        var folder = SharedData.Find("corpora", "ud-ewt");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var figures = Rapporteur.Training.TokenisationEvaluation.Run(folder!);
        Assert.True(figures.Tokens.F1 >= 0.985, $"tokens {figures.Tokens.F1:P2}");
        Assert.True(figures.Sentences.F1 >= 0.82, $"sentences {figures.Sentences.F1:P2}");
    }

    [Fact]
    public void News_is_cut_as_readers_checked_it()
    {
        var folder = SharedData.Find("corpora", "news");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var figures = Rapporteur.Training.TokenisationEvaluation.Run(folder!);
        Assert.Equal(["a", "b", "c", "d"], figures.Parts.Select(part => part.Name));
        Assert.True(figures.Tokens.F1 >= 0.995, $"tokens {figures.Tokens.F1:P2}");
        Assert.True(figures.Sentences.F1 >= 0.985, $"sentences {figures.Sentences.F1:P2}");
    }

    [Fact]
    public void A_set_of_right_cuts_holds_offsets_in_order()
    {
        foreach (var cuts in Rapporteur.Training.GoldCuts.Load(DataFolder.Shipped))
        {
            Assert.Equal(64, cuts.Checksum.Length);
            Assert.True(cuts.Tokens.Zip(cuts.Tokens.Skip(1)).All(pair => pair.First.End <= pair.Second.Start));
            Assert.True(cuts.Sentences.Zip(cuts.Sentences.Skip(1)).All(pair => pair.First.End <= pair.Second.Start));
        }
    }

    [Fact]
    public void A_sentence_before_the_first_text_of_a_set_is_refused() =>
        Assert.Throws<FormatException>(() => Rapporteur.Training.GoldCuts.Read(["0-3 4-5"]));

    internal static AnnotatedDocument Raw(string text) => new() { Source = new() { Id = "sha256:0", TextId = "sha256:0", Source = "test", Text = text } };
}
