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

    [Fact]
    public void Nothing_of_a_withheld_document_goes_out_in_an_export()
    {
        var snapshot = Red(RiverTalks.Snapshot(), "notes/gazette.md");
        snapshot = snapshot with { Claims = [.. snapshot.Claims.Select(c => c.Document.Source == "notes/gazette.md" ? c with { Document = c.Document with { Marking = Marking.Red } } : c)] };
        var claims = snapshot.Claims.Where(c => c.Document.Marking == Marking.Red).ToList();
        var document = snapshot.Documents.Single(d => d.Document.Marking == Marking.Red).Document;
        Change[] changes = [new(ChangeSubject.Document, ChangeKind.New, document.Id, "Lakes Gazette", null, "2031-05-24", []), new(ChangeSubject.Position, ChangeKind.New, "k", "Lakes Gazette", null, null, [claims[0]])];
        var export = new RecordExport(snapshot) { Since = new(2031, 1, 1), Changes = [.. changes] };
        foreach (var exporter in RecordExporter.All)
        {
            var (all, some) = (Encoding.UTF8.GetString(exporter.Export(export, Marking.Red)), Encoding.UTF8.GetString(exporter.Export(export, Marking.AmberStrict)));
            if (exporter.Name is "csv" or "jsonld" or "atom") Assert.Contains("Lakes Gazette", all, StringComparison.Ordinal);
            foreach (var word in (string[])["Lakes Gazette", "gazette", "observers", claims[0].Claim.Id]) Assert.DoesNotContain(word, some, StringComparison.Ordinal);
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
