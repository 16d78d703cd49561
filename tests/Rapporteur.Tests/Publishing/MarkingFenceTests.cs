using System.Text;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class MarkingFenceTests
{
    [Fact]
    public void Documents_above_the_limit_are_left_out_and_counted()
    {
        var brief = Brief.From(RiverTalks.Snapshot(), new() { MaxMarking = Marking.Green }, RiverTalks.Deadlocks());
        Assert.Equal((1, 3), (brief.Header.Read, brief.Header.Withheld));
        Assert.Equal(Marking.Green, brief.Header.Marking);
        Assert.All(brief.Lines.SelectMany(l => l.Passages), p => Assert.Equal("Lakes Gazette", p.Document.Publisher));
    }

    [Fact]
    public void Nothing_of_a_withheld_document_shines_through()
    {
        var snapshot = Red(RiverTalks.Snapshot(), "notes/gazette.md");
        foreach (var exporter in Exporter.All)
        {
            var text = Encoding.UTF8.GetString(exporter.Export(Brief.From(snapshot, new() { MaxMarking = Marking.AmberStrict }, RiverTalks.Deadlocks())));
            Assert.DoesNotContain("Lakes Gazette", text, StringComparison.Ordinal);
            Assert.DoesNotContain("gazette", text, StringComparison.Ordinal);
            Assert.DoesNotContain("observers", text, StringComparison.Ordinal);
            Assert.DoesNotContain("24 May", text, StringComparison.Ordinal);
            Assert.DoesNotContain("2031-05-24", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(new[] { Marking.Unmarked, Marking.Green }, Marking.Unmarked)]
    [InlineData(new[] { Marking.Unmarked, Marking.Amber }, Marking.Amber)]
    [InlineData(new[] { Marking.Unmarked, Marking.AmberStrict }, Marking.AmberStrict)]
    [InlineData(new[] { Marking.Clear, Marking.Green }, Marking.Green)]
    [InlineData(new Marking[0], Marking.Unmarked)]
    public void The_strictest_marking_stands_above_the_brief(Marking[] markings, Marking strictest) =>
        Assert.Equal(strictest, MarkingFence.Strictest(markings));

    private static RecordSnapshot Red(RecordSnapshot snapshot, string source)
    {
        SourceDocument Mark(SourceDocument d) => d.Source == source ? d with { Marking = Marking.Red } : d;
        return snapshot with { Documents = [.. snapshot.Documents.Select(d => d with { Document = Mark(d.Document) })] };
    }
}
