using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class WordingTests
{
    [Fact]
    public void Every_value_has_words()
    {
        foreach (var type in Enum.GetValues<ClaimType>())
        {
            Assert.NotEmpty(Words.Of("type", type));
            Assert.NotEmpty(Words.Of($"line.{Words.Code(type)}"));
            Assert.NotEmpty(Words.Of($"line.{Words.Code(type)}-not"));
        }

        foreach (var value in Enum.GetValues<ClaimStatus>()) Assert.NotEmpty(Words.Of("status", value));
        foreach (var value in Enum.GetValues<MeetingForm>()) Assert.NotEmpty(Words.Of("form", value));
        foreach (var value in Enum.GetValues<DeadlineState>()) Assert.NotEmpty(Words.Of("deadline", value));
        foreach (var value in Enum.GetValues<CommitmentState>()) Assert.NotEmpty(Words.Of("commitment", value));
        foreach (var value in Enum.GetValues<DisputeKind>()) Assert.NotEmpty(Words.Of("dispute", value));
        foreach (var value in Enum.GetValues<PositionMove>()) Assert.NotEmpty(Words.Of("move", value));
        foreach (var value in Enum.GetValues<PositionMove>().Where(m => m != PositionMove.First)) Assert.NotEmpty(Words.Of("arrow", value));
        foreach (var value in Enum.GetValues<Announcement>()) Assert.NotEmpty(Words.Of("announcement", value));
        foreach (var value in Enum.GetValues<AnnouncementOutcome>()) Assert.NotEmpty(Words.Of("outcome", value));
        foreach (var value in Enum.GetValues<EffectKind>()) Assert.NotEmpty(FindingWords.Effect(value));
        foreach (var value in Enum.GetValues<Voice>()) Assert.NotEmpty(Words.Of("voice", value));
        foreach (var value in Enum.GetValues<Modality>()) Assert.NotEmpty(Words.Of("modality", value));
        foreach (var value in Enum.GetValues<Quotation>()) Assert.NotEmpty(Words.Of("quotation", value));
        foreach (var value in Enum.GetValues<Marking>()) Assert.NotEmpty(Words.Of("marking", value));
        foreach (var value in Enum.GetValues<DateBasis>()) Assert.NotEmpty(Words.Of("basis", value));
    }

    [Fact]
    public void A_condition_whose_halves_are_the_same_words_is_told_by_its_sentence()
    {
        var snapshot = Dispatch.Snapshot(new Dispatch("2031-03-01").Says("Northland wants the bridge mended before any treaty.",
            l => l.Claim(ClaimType.Condition, "n") with { If = l.Words("the bridge mended"), Then = l.Words("the bridge mended") }));
        var line = Brief.From(snapshot).Sections.Single(s => s.Id == "conditions").Lines.First();
        Assert.DoesNotContain("depends on", line.Text, StringComparison.Ordinal);
        Assert.Contains("before any treaty", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Briefs_that_say_the_same_differ_in_no_line()
    {
        Dispatch[] days = [new Dispatch("2031-03-01").Says("Northland demands a bridge.", l => l.Claim(ClaimType.Demand, "n", "a bridge")), new Dispatch("2031-03-02").Says("Westmark offers grain.", l => l.Claim(ClaimType.Offer, "w", "grain"))];
        var (one, both) = (Brief.From(Dispatch.Snapshot(days[0])), Brief.From(Dispatch.Snapshot(days)));
        Assert.Empty(BriefChange.Between(both, both));
        Assert.Contains(BriefChange.Between(one, both), c => c.IsNew && c.Text.Contains("grain", StringComparison.Ordinal));
        Assert.Contains(BriefChange.Between(both, one), c => !c.IsNew && c.Text.Contains("grain", StringComparison.Ordinal));
    }

    [Fact]
    public void The_wording_takes_no_side()
    {
        string[] judging = ["admit", "finally", "claim that", "allege", "stubborn", "concede", "insist", "unfortunately", "so-called", "aggress", "regime"];
        foreach (var key in Words.Keys.Where(k => !k.StartsWith("about.", StringComparison.Ordinal)))
            Assert.DoesNotContain(judging, w => Words.Of(key).Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("2025-08-22", "22 Aug 2025")]
    [InlineData("2025-08-23/2025-09-05", "23 Aug – 5 Sep 2025")]
    [InlineData("2025-08-11/2025-08-17", "11–17 Aug 2025")]
    [InlineData("2025-08", "Aug 2025")]
    [InlineData("2025-08~", "about Aug 2025")]
    [InlineData("2025", "2025")]
    [InlineData("2025-33", "Jan – Mar 2025")]
    [InlineData("2025-12-30/2026-01-02", "30 Dec 2025 – 2 Jan 2026")]
    [InlineData("199X", "1990–1999")]
    [InlineData("2022/..", "since 2022")]
    [InlineData("2025-05/..", "since May 2025")]
    [InlineData("../2025-08-01", "until 1 Aug 2025")]
    [InlineData("..", "date unknown")]
    public void Dates_are_told_in_their_shortest_form(string edtf, string words) => Assert.Equal(words, DateWords.Of(Edtf.Parse(edtf)));

    [Theory]
    [InlineData("“the talks”", "the talks")]
    [InlineData("a “trap” set", "a ‘trap’ set")]
    [InlineData("say \"no\" twice", "say ‘no’ twice")]
    [InlineData("one\n  two\t three ", "one two three")]
    [InlineData("left\u202eright", "leftright")]
    [InlineData("the ports,", "the ports")]
    public void Quotes_are_set_as_printers_do(string text, string quote) => Assert.Equal(quote, Quoting.Quote(text));

    [Theory]
    [InlineData("will not be found in any “alliance with them", "will not be found in any alliance with them")]
    [InlineData("in any alliance” with them", "in any alliance with them")]
    [InlineData("a \"trap set", "a trap set")]
    public void A_mark_without_its_partner_is_left_out(string text, string quote) => Assert.Equal(quote, Quoting.Quote(text));

    [Theory]
    [InlineData("Sudria would not say it.", "it", true)]
    [InlineData("Sudria wouldn’t say where.", "n’t say where", true)]
    [InlineData("Sudria rejects the plan.", "the plan", true)]
    [InlineData("Sudria rejects the toll plan.", "the toll plan", false)]
    [InlineData("Sudria rejects the toll plan.", "toll pla", true)]
    public void A_quotation_needs_two_content_words_and_whole_ones(string text, string words, bool thin) =>
        Assert.Equal(thin, TellingWords.IsThin(RecordSketch.Find(text, words), text));

    [Fact]
    public void Half_a_pair_is_left_out_and_a_whole_one_stays() => Assert.Equal("half of a \ud83d\udea2", Quoting.Clean("half \ud83d of a \ud83d\udea2"));

    [Fact]
    public void A_long_quote_is_cut_at_a_space()
    {
        var quote = Quoting.Quote(string.Join(' ', Enumerable.Repeat("word", 200)));
        Assert.True(quote.Length <= Quoting.Longest + 1);
        Assert.EndsWith("word…", quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{a} and [, {b}]", "A and ")]
    [InlineData("[{b}: ]{a}", "A")]
    [InlineData("{a}[ ({a})]", "A (A)")]
    public void A_group_of_a_template_goes_with_its_empty_field(string template, string text) =>
        Assert.Equal(text, string.Concat(Template.Fill(template, f => f == "a" ? [new(PartKind.Plain, "A")] : []).Select(p => p.Text)));
}
