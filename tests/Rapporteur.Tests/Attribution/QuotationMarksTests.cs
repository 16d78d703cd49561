using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class QuotationMarksTests
{
    private static string[] Inner(string text) => [.. QuotationMarks.Find(text).Select(passage => passage.Inner.Slice(text))];

    [Fact]
    public void Curly_and_straight_marks_pair_up() =>
        Assert.Equal(["We will sign", "not yet"], Inner("“We will sign,” she said. He answered \"not yet\".").Select(each => each.TrimEnd(',')));

    [Fact]
    public void An_apostrophe_is_no_quotation_mark() =>
        Assert.Empty(Inner("The ministers' aides don't say what the envoy's team won't do in the '90s."));

    [Fact]
    public void Single_marks_around_words_are_quotation_marks() =>
        Assert.Equal(["non-paper"], Inner("The so-called ‘non-paper’ was the envoy’s work."));

    [Fact]
    public void A_quotation_inside_another_keeps_its_place()
    {
        const string text = "“He called it ‘a trap’ and left,” she said.";
        var passages = QuotationMarks.Find(text);
        Assert.Equal([0, 1], passages.Select(passage => passage.Depth));
        Assert.Equal("a trap", passages[1].Inner.Slice(text));
    }

    [Fact]
    public void Double_marks_inside_double_marks_nest_when_both_close() =>
        Assert.Equal(2, QuotationMarks.Find("“He said “never” to us,” she recalled.").Length);

    [Fact]
    public void A_quotation_may_run_over_sentences() =>
        Assert.Equal(["We waited. Nobody came."], Inner("“We waited. Nobody came.” Then they left."));

    [Fact]
    public void A_quotation_re_opened_in_the_next_paragraph_is_one_group()
    {
        var passages = QuotationMarks.Find("“We waited for a year.\n\n“Nobody came,” the envoy said.\n\n“Another one.”");
        Assert.Equal([0, 0, 2], passages.Select(passage => passage.Group));
    }

    [Fact]
    public void What_is_open_at_the_end_of_a_paragraph_is_closed_there() =>
        Assert.Equal(["We waited for a year."], Inner("He said: “We waited for a year.\n\nThe talks go on."));

    [Fact]
    public void A_closing_mark_without_partner_opens_at_the_start_of_its_paragraph() =>
        Assert.Equal(["We are ready,"], Inner("We are ready,\" said the minister."));

    [Fact]
    public void Doubled_single_marks_count_as_double_ones() =>
        Assert.Equal(["The Daily Post"], Inner("As ''The Daily Post'' reports, talks go on."));

    [Fact]
    public void Any_text_gives_sorted_passages_inside_it()
    {
        var random = new Random(7);
        const string alphabet = "ab \n\n.,“”\"'‘’«»`:?-";
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(80); i > 0; i--) text.Append(alphabet[random.Next(alphabet.Length)]);
            var passages = QuotationMarks.Find(text.ToString());
            for (var i = 0; i < passages.Length; i++)
            {
                Assert.True(new TextSpan(0, text.Length).Contains(passages[i].Outer));
                Assert.True(passages[i].Outer.Contains(passages[i].Inner) && !passages[i].Inner.IsEmpty);
                Assert.InRange(passages[i].Group, 0, i);
                if (i > 0) Assert.True(passages[i - 1].Outer.Start <= passages[i].Outer.Start);
            }
        }
    }
}
