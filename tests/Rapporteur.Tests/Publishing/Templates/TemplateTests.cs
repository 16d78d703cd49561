using System.Text;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class TemplateTests
{
    public static TheoryData<string> Names => [.. BriefTemplate.Shipped.Select(t => t.Name)];

    internal static Brief Brief(BriefTemplate template, BriefOptions? options = null, RecordSnapshot? snapshot = null)
    {
        var record = snapshot ?? RiverTalks.Snapshot();
        var options1 = (options ?? new()) with { Title = "River talks", Template = template };
        if (template.Needs.Contains(TemplateNeed.Actor)) options1 = options1 with { Actor = "norland" };
        if (template.Needs.Contains(TemplateNeed.Issue))
        {
            record = record with { Issues = [new("boats", "Patrol boats")], PositionLines = [new("norland", "boats", [new(PositionMove.First, [], [record.Positions[0]])], [])] };
            options1 = options1 with { Issue = "boats" };
        }

        if (template.Needs.Contains(TemplateNeed.Since))
        {
            var before = record with { Claims = [.. record.Claims.Where(c => c.Document.Published.Anchor < new DateOnly(2031, 5, 10))], Meetings = [], Measures = [], Positions = record.Positions[..2], AsOf = new(2031, 5, 10) };
            options1 = options1 with { Since = new(2031, 5, 10), Changes = SnapshotDiff.Between(before, record) };
        }

        return Publishing.Brief.From(record, options1, RiverTalks.Deadlocks(), TallyFold.Of(record));
    }

    private static Brief Named(string name, BriefOptions? options = null) => Brief(BriefTemplate.Named(name)!, options);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_of_every_template_cites_claims_whose_quotes_stand_in_the_text(string name)
    {
        var brief = Named(name);
        Assert.NotEmpty(brief.Lines);
        Assert.All(brief.Lines, line =>
        {
            Assert.NotEmpty(line.Passages);
            Assert.All(line.Passages, p => Assert.Equal(p.Evidence.Span.Slice(p.Document.Text), p.Evidence.Quote));
        });
        var texts = RiverTalks.Snapshot().Documents.ToDictionary(d => d.Document.TextId, d => d.Document.Text);
        Assert.All(BriefCitations.Read(new MemoryStream(new JsonBrief().Export(brief))), c => Assert.Equal(c.Citation.Span.Slice(texts[c.Citation.TextId]), c.Citation.Quote));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Words_in_quotation_marks_are_words_of_a_cited_passage(string name)
    {
        foreach (var line in Named(name).Lines)
        {
            var cited = string.Join('\n', line.Passages.Select(p => p.Evidence.Quote + " " + string.Join(' ', p.Further.Select(f => f.Quote)))).Replace('‘', '“').Replace('’', '”');
            foreach (var quote in line.Parts.Where(p => p.Kind == PartKind.Quote)) Assert.Contains(quote.Text.Trim('…').Replace('‘', '“').Replace('’', '”'), cited, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_without_claims_gives_no_line(string name)
    {
        var template = BriefTemplate.Named(name)!;
        var bare = new RecordSnapshot { AsOf = RiverTalks.Day, Actors = RiverTalks.Snapshot().Actors, Issues = [new("boats", "Patrol boats")] };
        var brief = Publishing.Brief.From(bare, new() { Template = template, Since = template.Needs.Contains(TemplateNeed.Since) ? new(2031, 5, 1) : null, Actor = template.Needs.Contains(TemplateNeed.Actor) ? "norland" : null, Issue = template.Needs.Contains(TemplateNeed.Issue) ? "boats" : null });
        Assert.Empty(brief.Sections);
        Assert.NotEmpty(brief.EmptySections);
    }

    [Fact]
    public void A_line_without_a_claim_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new Candidate("k", [Parts.Plain("The talks will fail.")], [], []));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_line_says_again_what_another_said(string name)
    {
        var lines = Named(name).Sections.Where(s => s.Id != "positions" && !BriefTemplate.Named(name)!.Sections.Single(t => t.Id == s.Id).Again).SelectMany(s => s.Lines).Select(l => l.Text).ToList();
        Assert.Equal(lines.Count, lines.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_section_keeps_its_limit(string name)
    {
        var template = BriefTemplate.Named(name)!;
        var few = template with { Sections = [.. template.Sections.Select(s => s with { Most = 1, Items = [.. s.Items.Where(i => i.Kind is not (LineKinds.Section or LineKinds.Parties))] }).Where(s => !s.Items.IsEmpty)] };
        Assert.All(Brief(few).Sections, s => Assert.True(s.Lines.Count() <= 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_record_gives_the_same_bytes(string name) =>
        Assert.All(Exporter.All, e => Assert.Equal(e.Export(Named(name)), e.Export(Named(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_river_talks_are_told_as_the_golden_file_says(string name) =>
        GoldenFile.Check(new MarkdownBrief().Export(Named(name)), "Publishing", "Golden", "Templates", name + ".md");

    [Fact]
    public void The_header_names_the_form_and_its_subject()
    {
        var html = Encoding.UTF8.GetString(new HtmlBrief().Export(Named("actor")));
        Assert.Contains("One actor · Norland", html, StringComparison.Ordinal);
        Assert.Contains("\"subject\": \"Norland\"", Encoding.UTF8.GetString(new JsonBrief().Export(Named("actor"))), StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_brief_on_an_actor_what_others_say_of_its_mind_is_no_word_of_it()
    {
        var snapshot = RiverTalks.Snapshot();
        var offer = snapshot.Claims.Single(c => c.Claim.Type == ClaimType.Offer);
        var told = offer with { Claim = offer.Claim with { By = "norland", Holder = "sudria" } };
        snapshot = snapshot with { Claims = snapshot.Claims.Replace(offer, told) };
        var wants = Brief(BriefTemplate.Named("actor")!, snapshot: snapshot).Sections.First(s => s.Id == "wants");
        Assert.DoesNotContain(wants.Lines, l => l.Text.Contains("observers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_template_that_needs_a_subject_refuses_to_go_without() =>
        Assert.Throws<ArgumentException>(() => Publishing.Brief.From(RiverTalks.Snapshot(), new() { Template = BriefTemplate.Named("actor") }));

    [Fact]
    public void What_changed_tells_what_it_was_before()
    {
        var record = RiverTalks.Snapshot();
        Change[] changes = [new(ChangeSubject.Meeting, ChangeKind.State, "m1", "Talks", "floated", "proposed", [record.Meetings[0].Claims[^1]])];
        var brief = Publishing.Brief.From(record, new() { Template = BriefTemplate.Named("changes"), Since = new(2031, 5, 10), Changes = [.. changes] });
        Assert.EndsWith("– before: floated", Assert.Single(brief.Sections[0].Lines).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Norland", "norland")]
    [InlineData("NORLAND", "norland")]
    [InlineData("berg", "berg")]
    [InlineData("Berg", "berg")]
    [InlineData("Norlnd", null)]
    public void An_actor_is_found_by_name_or_a_part_of_it(string name, string? key)
    {
        var found = SubjectFinder.Actor(RiverTalks.Snapshot(), name);
        Assert.Equal(key, found.Key);
        if (key is null) Assert.Equal("Norland", found.Near[0]);
    }
}
