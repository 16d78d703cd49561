using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class MarkdownBriefTests
{
    private static string Text(Brief brief) => Encoding.UTF8.GetString(new MarkdownBrief().Export(brief));

    [Theory]
    [InlineData(2, "| Side | Column |\n|---|---|\n| Norland | word word")]
    [InlineData(30, "### Norland\n\n*Column*\n\n- word word")]
    public void A_grid_is_a_table_while_its_cells_hold_few_words(int times, string expected)
    {
        var brief = Brief.From(RiverTalks.Snapshot());
        var line = brief.Lines.First() with { Badges = [], Parts = [Parts.Plain(string.Concat(Enumerable.Repeat("word ", times)))] };
        var grid = new Matrix("Side", ["Column"], [new([], [new([Parts.Plain("Norland")], null, [[new LineList([line, line])]])])]);
        var text = Text(brief with { Sections = [brief.Sections[0] with { Blocks = [grid] }] });
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Equal(times == 2, text.Contains("]; word", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_of_articles_never_becomes_markup()
    {
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().UseFootnotes().UseMathematics().Build();
        var tree = Markdown.Parse(Text(Brief.From(HostileSources.Snapshot(), new() { Title = "# <b> [a](b)" })), pipeline);
        // The one comment is the mark of the program at the top.
        Assert.Equal(HtmlBlockType.Comment, Assert.Single(tree.Descendants<HtmlBlock>()).Type);
        Assert.Empty(tree.Descendants<HtmlInline>());
        Assert.Empty(tree.Descendants<AutolinkInline>());
        Assert.Empty(tree.Descendants<CodeInline>());
        Assert.Empty(tree.Descendants<CodeBlock>());
        Assert.Empty(tree.Descendants<LinkInline>());
        Assert.Empty(tree.Descendants<Markdig.Extensions.Tables.Table>());
    }

    [Fact]
    public void Every_line_has_a_footnote_and_every_footnote_is_used()
    {
        var text = Text(Brief.From(RiverTalks.Snapshot(), null, RiverTalks.Deadlocks()));
        var notes = text.Split('\n').Where(l => l.StartsWith("[^", StringComparison.Ordinal)).Select(l => l[..(l.IndexOf(']') + 1)]).ToList();
        Assert.NotEmpty(notes);
        Assert.Equal(notes.Count, notes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(notes, n => Assert.Contains(n + (n.EndsWith(']') ? "" : "]"), text[..text.IndexOf("## Citations", StringComparison.Ordinal)], StringComparison.Ordinal));
    }

    [Fact]
    public void A_footnote_gives_publisher_date_source_and_words()
    {
        var text = Text(Brief.From(RiverTalks.Snapshot()));
        Assert.Contains("Harbour Daily, 2 May 2031, notes/harbour-1.txt, 0–100: “Norland told Sudria on Friday", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a*b", "a\\*b")]
    [InlineData("1. one", "1\\. one")]
    [InlineData("- one", "\\- one")]
    [InlineData("see https://example.org", "see https\\://example.org")]
    [InlineData("www.example.org", "www\\.example.org")]
    [InlineData("a\n# b", "a \\# b")]
    public void Markup_is_escaped(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));
}
