using System.Text;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class NoteTests
{
    private const string Head = "notes:\n  - author: A. Lind\n    date: 2031-05-19\n    text: ";

    [Theory]
    [InlineData("remote chance", Likelihood.RemoteChance, "0–5 %")]
    [InlineData("highly unlikely", Likelihood.HighlyUnlikely, "10–20 %")]
    [InlineData("unlikely", Likelihood.Unlikely, "25–35 %")]
    [InlineData("realistic possibility", Likelihood.RealisticPossibility, "40–<50 %")]
    [InlineData("likely", Likelihood.Likely, "55–75 %")]
    [InlineData("Probable", Likelihood.Likely, "55–75 %")]
    [InlineData("highly likely", Likelihood.HighlyLikely, "80–90 %")]
    [InlineData("almost certain", Likelihood.AlmostCertain, "95–100 %")]
    public void The_seven_ranges_of_the_yardstick_are_taken_by_their_words(string words, Likelihood likelihood, string range)
    {
        var note = Assert.Single(NoteReader.Read(Head + $"The locks open.\n    likelihood: {words}\n    confidence: low\n").Notes);
        Assert.Equal((likelihood, AnalyticalConfidence.Low), (note.Likelihood, note.Confidence));
        Assert.Equal(range, Yardstick.Of(likelihood).Range);
    }

    [Fact]
    public void What_stands_in_the_text_alone_is_taken_from_it()
    {
        var note = Assert.Single(NoteReader.Read(Head + "It is highly unlikely that the locks open; moderate confidence.\n").Notes);
        Assert.Equal((Likelihood.HighlyUnlikely, AnalyticalConfidence.Moderate), (note.Likelihood, note.Confidence));
    }

    [Theory]
    [InlineData("The locks will probably open.\n", "'probably'")]
    [InlineData("The locks open with a 70 % chance.\n", "70 % chance")]
    [InlineData("There is a good chance of talks.\n", "good chance")]
    [InlineData("Talks are very likely.\n", "very likely")]
    [InlineData("There is a high likelihood of talks.\n", "high likelihood")]
    [InlineData("Talks, likely confidence.\n", "mixes likelihood and confidence")]
    [InlineData("Talks are likely, a treaty is unlikely.\n", "one likelihood")]
    [InlineData("Talks are likely.\n    likelihood: unlikely\n", "the field likelihood")]
    [InlineData("Talks, high confidence.\n    confidence: low\n", "the field confidence")]
    [InlineData("Talks, medium confidence.\n", "low, moderate or high")]
    [InlineData("Talks.\n    likelihood: high\n", "is a confidence")]
    [InlineData("Talks.\n    likelihood: 70 %\n", "words of the yardstick")]
    [InlineData("Talks.\n    likelihood: possible\n", "words of the yardstick")]
    [InlineData("Talks.\n    confidence: likely\n", "is a likelihood")]
    [InlineData("Talks.\n    confidence: medium\n", "low, moderate or high")]
    [InlineData("Talks.\n    marking: SECRET\n", "CLEAR, GREEN")]
    [InlineData("Talks.\n    likelyhood: likely\n", "no field 'likelyhood'")]
    public void Other_words_and_confused_ones_are_refused(string text, string reason)
    {
        var parse = NoteReader.Read(Head + text);
        Assert.Empty(parse.Notes);
        Assert.Contains(parse.Mistakes, m => m.Message.Contains(reason, StringComparison.Ordinal) && m.Line >= 2);
    }

    [Fact]
    public void Notes_of_a_dossier_bear_its_marking()
    {
        var dossier = DossierReader.Read("marking: GREEN\n" + Head + "A remark.\n  - author: B\n    date: 2031-05-19\n    text: Another.\n    marking: RED\n").Dossier!;
        Assert.Equal([Marking.Green, Marking.Red], dossier.Notes.Select(n => n.Marking));
    }

    [Fact]
    public void A_note_is_marked_as_such_and_is_no_line()
    {
        var note = new AnalystNote("The locks stay <shut>.", "A. Lind", new(2031, 5, 19)) { Likelihood = Likelihood.HighlyLikely, Confidence = AnalyticalConfidence.Low };
        foreach (var template in BriefTemplate.Shipped.Where(t => t.Needs.IsEmpty).Append(null))
        {
            var brief = Brief.From(RiverTalks.Snapshot(), new() { Template = template, Notes = [note] });
            Assert.Contains(brief.Sections, s => s.Id == "notes");
            Assert.DoesNotContain(brief.Lines, l => l.Text.Contains("stay", StringComparison.Ordinal));
            Assert.Contains("<strong>Analyst’s note</strong> · <bdi>A. Lind, 19 May 2031</bdi> · <bdi>likelihood: highly likely (80–90 %)</bdi> · <bdi>confidence: low</bdi>", Encoding.UTF8.GetString(new HtmlBrief().Export(brief)), StringComparison.Ordinal);
            Assert.Contains("The locks stay &lt;shut&gt;.", Encoding.UTF8.GetString(new HtmlBrief().Export(brief)), StringComparison.Ordinal);
            Assert.Contains("> **Analyst’s note** · A. Lind, 19 May 2031 · likelihood: highly likely", Encoding.UTF8.GetString(new MarkdownBrief().Export(brief)), StringComparison.Ordinal);
            Assert.NotEmpty(BriefCitations.Read(new MemoryStream(new JsonBrief().Export(brief))));
        }
    }

    [Fact]
    public void A_note_raises_the_marking_of_the_brief_and_one_above_the_limit_leaves_no_trace()
    {
        var snapshot = RiverTalks.Snapshot();
        AnalystNote[] notes = [new("A word from the boathouse.", "A. Lind", new(2031, 5, 19)) { Marking = Marking.Red }];
        Assert.Equal(Marking.Red, Brief.From(snapshot, new() { Notes = [.. notes] }).Header.Marking);
        foreach (var exporter in Exporter.All)
            Assert.Equal(exporter.Export(Brief.From(snapshot, new() { MaxMarking = Marking.AmberStrict })), exporter.Export(Brief.From(snapshot, new() { MaxMarking = Marking.AmberStrict, Notes = [.. notes] })));
    }

    [Fact]
    public void A_note_on_a_claim_shows_the_claim_with_its_citation()
    {
        var snapshot = RiverTalks.Snapshot();
        var claim = snapshot.Claims.First(c => c.Claim.Type == ClaimType.Offer);
        var brief = Brief.From(snapshot, new() { Notes = [new("Heard before.", "A. Lind", new(2031, 5, 19)) { On = claim.Claim.Id[..8] }] });
        Assert.Equal(claim.Claim.Id, Assert.Single(Assert.Single(brief.Sections.Single(s => s.Id == "notes").Lines).Passages).Claim);
    }
}
