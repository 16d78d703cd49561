using System.Text;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class JsonBriefTests
{
    [Fact]
    public void Its_citations_read_back_and_match_the_texts()
    {
        foreach (var snapshot in (RecordSnapshot[])[RiverTalks.Snapshot(), HostileSources.Snapshot()])
        {
            var brief = Brief.From(snapshot);
            var citations = BriefCitations.Read(new MemoryStream(new JsonBrief().Export(brief)));
            var texts = snapshot.Documents.ToDictionary(d => d.Document.TextId, d => d.Document.Text);
            Assert.All(citations, c => Assert.Equal(c.Citation.Span.Slice(texts[c.Citation.TextId]), c.Citation.Quote));
            Assert.Equal(brief.Lines.Select(l => l.Id), citations.Select(c => c.Line).Distinct());
        }
    }

    [Fact]
    public void Words_outside_the_cited_sentence_have_a_citation_of_their_own()
    {
        var citations = BriefCitations.Read(new MemoryStream(new JsonBrief().Export(Brief.From(RiverTalks.Snapshot()))));
        Assert.Contains(citations, c => c.Citation.Quote == "The locks are ours to close");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"format\":\"other\"}")]
    [InlineData("{\"format\":\"rapporteur-brief\",\"version\":1}")]
    [InlineData("{\"format\":\"rapporteur-brief\",\"version\":9,\"sections\":[]}")]
    [InlineData("{\"format\":\"rapporteur-brief\",\"version\":1,\"sections\":[{\"id\":\"a\",\"citations\":[]}]}")]
    [InlineData("{\"format\":\"rapporteur-brief\",\"version\":1,\"sections\":[{\"id\":\"a\",\"citations\":[{\"source\":\"s\",\"textId\":\"t\",\"start\":5,\"end\":1,\"quote\":\"q\"}]}]}")]
    public void What_is_no_brief_is_refused_with_a_reason(string json)
    {
        var error = Assert.Throws<FormatException>(() => BriefCitations.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));
        Assert.NotEmpty(error.Message);
    }
}
