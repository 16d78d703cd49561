using System.Diagnostics;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class BriefTests
{
    private static Brief River(BriefOptions? options = null) => Brief.From(RiverTalks.Snapshot(), options, RiverTalks.Deadlocks());

    [Fact]
    public void Every_line_has_a_citation() => Assert.All(River().Lines, line => Assert.NotEmpty(line.Passages));

    [Fact]
    public void Every_quote_is_what_stands_at_its_span()
    {
        foreach (var passage in River().Lines.SelectMany(l => l.Passages))
        {
            var text = passage.Document.Text;
            Assert.Equal(passage.Evidence.Span.Slice(text), passage.Evidence.Quote);
            Assert.All(passage.Further, f => Assert.Equal(f.Span.Slice(text), f.Quote));
            Assert.NotEmpty(passage.Marked);
            Assert.All(passage.Marked, m => Assert.True(passage.Evidence.Span.Contains(m)));
        }
    }

    [Fact]
    public void Words_in_quotation_marks_are_words_of_a_cited_passage()
    {
        foreach (var line in River().Lines)
        {
            var cited = string.Join('\n', line.Passages.Select(p => p.Evidence.Quote + " " + string.Join(' ', p.Further.Select(f => f.Quote))));
            foreach (var quote in line.Parts.Where(p => p.Kind == PartKind.Quote))
                Assert.Contains(quote.Text.Trim('…').Replace('‘', '“').Replace('’', '”'), cited.Replace('‘', '“').Replace('’', '”'), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_claim_is_lost()
    {
        var snapshot = RiverTalks.Snapshot();
        var cited = Brief.From(snapshot).Lines.SelectMany(l => l.Passages).Select(p => p.Claim).ToHashSet();
        Assert.All(snapshot.Claims, c => Assert.Contains(c.Claim.Id, cited));
    }

    [Fact]
    public void A_claim_that_no_thread_holds_is_reported_at_the_end()
    {
        var bare = RiverTalks.Snapshot() with { Meetings = [], Deadlines = [], Measures = [], Commitments = [], Positions = [], Disputes = [] };
        var other = Assert.Single(Brief.From(bare).Sections, s => s.Id == "other");
        Assert.Contains(other.Lines, l => l.Text.StartsWith("Norland demands of Sudria: “withdraw its patrol boats”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_without_claims_says_that_nothing_was_read()
    {
        var brief = Brief.From(new RecordSnapshot());
        Assert.Empty(brief.Sections);
        Assert.Null(brief.Header.Day);
        foreach (var exporter in Exporter.All.Where(e => e.Name != "json"))
            Assert.Contains("Nothing was read", System.Text.Encoding.UTF8.GetString(exporter.Export(brief)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_is_the_latest_publication_date_and_its_origin_is_told()
    {
        var header = Brief.From(RiverTalks.Snapshot() with { AsOf = null }).Header;
        Assert.Equal(RiverTalks.Day, header.Day);
        Assert.Equal(DayBasis.LatestPublication, header.DayBasis);
    }

    [Fact]
    public void History_stays_off_the_live_sections()
    {
        var brief = River();
        var told = brief.Sections.Where(s => s.Lines.Any(l => l.Text.Contains("toll treaty", StringComparison.Ordinal))).Select(s => s.Id);
        Assert.Equal(["background"], told);
    }

    [Fact]
    public void A_lapsed_deadline_states_what_was_read_since()
    {
        var section = River().Sections.Single(s => s.Id == "deadlines");
        Assert.Contains(section.Lines, l => l.Text == "No action reported in 1 document of 1 publisher read from 16 May 2031 to 20 May 2031");
        Assert.Equal("15 May 2031 · 5 days ago", string.Concat(section.Blocks.OfType<Card>().First().Heading.Select(p => p.Text)));
    }

    [Fact]
    public void Words_that_somebody_else_reports_name_him()
    {
        var matrix = River().Sections.Single(s => s.Id == "positions");
        Assert.Contains(matrix.Lines, l => l.Text == "“withdraw a single boat”, by the word of Teo Sol");
    }

    [Fact]
    public void A_negated_claim_is_told_with_not() =>
        Assert.Contains(River().Sections.Single(s => s.Id == "meetings").Lines, l => l.Text.StartsWith("not agreed, by Teo Sol", StringComparison.Ordinal));

    [Fact]
    public void A_claim_of_another_type_in_a_lane_keeps_its_actor_and_verb()
    {
        var snapshot = RiverTalks.Snapshot();
        var offer = snapshot.Claims.Single(c => c.Claim.Type == ClaimType.Offer);
        var meeting = snapshot.Meetings[0];
        var brief = Brief.From(snapshot with { Meetings = [meeting with { Lanes = [meeting.Lanes[0] with { Claims = [.. meeting.Lanes[0].Claims, offer] }] }] });
        Assert.Contains(brief.Sections.Single(s => s.Id == "meetings").Lines, l => l.Text == "Lakes Council offers: “send observers to the locks”");
    }

    [Fact]
    public void Hedges_are_shown()
    {
        var hedged = River().Lines.Where(l => l.Badges.Any(b => b is { Kind: BadgeKind.Hedge, Code: "possible", Text: "may" }));
        Assert.Contains(hedged, l => l.Text.Contains("both foreign ministers might attend", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_folded_is_counted_and_still_there()
    {
        var all = River().Lines.Select(l => l.Text).Order(StringComparer.Ordinal);
        var folded = River(new() { Shown = 1, ShownThreads = 1 });
        Assert.Equal(all, folded.Lines.Select(l => l.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_what_is_new_since_a_day_is_shown_and_the_rest_counted()
    {
        var brief = River(new() { Since = new(2031, 5, 9) });
        Assert.DoesNotContain(brief.Lines, l => l.Text.Contains("barges were sunk", StringComparison.Ordinal));
        Assert.True(brief.Header.Older > 0);
        Assert.Contains(brief.Lines, l => l.Badges.Any(b => b.Kind == BadgeKind.New));
    }

    [Fact]
    public void Lines_have_unique_anchors()
    {
        var ids = River().Lines.Select(l => l.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_second_run_gives_the_same_bytes()
    {
        foreach (var exporter in Exporter.All) Assert.Equal(exporter.Export(River()), exporter.Export(River()));
    }

    [Theory]
    [InlineData("brief.html", "html")]
    [InlineData("BRIEF.MD", "md")]
    [InlineData("a/b.json", "json")]
    public void The_extension_chooses_the_exporter(string path, string name) => Assert.Equal(name, Exporter.For(path)?.Name);

    [Fact]
    public void A_thousand_claims_are_written_without_delay()
    {
        var one = RiverTalks.Snapshot();
        var many = one with { Claims = [.. Enumerable.Range(0, 1000 / one.Claims.Length + 1).SelectMany(i => one.Claims.Select(c => c with { Claim = c.Claim with { Id = $"{c.Claim.Id}-{i}" } }))] };
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            var brief = Brief.From(many);
            new HtmlBrief().Export(brief);
            if (watch.Elapsed < best) best = watch.Elapsed;
        }

        Assert.True(best.TotalMilliseconds < 3000, $"It took {best.TotalMilliseconds:0} ms.");
    }
}
