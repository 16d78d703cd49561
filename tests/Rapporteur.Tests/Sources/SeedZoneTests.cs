using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>General facts about the zones of the articles beside the repository.</summary>
public sealed class SeedZoneTests
{
    [Fact]
    public void The_seeds_are_read_whole_and_their_furniture_is_found()
    {
        var folder = SharedData.Find("seeds");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var documents = new SourceReader().Read([folder]).Select(result => result.Document!).ToList();
        Assert.Equal(4, documents.Count);
        Assert.All(documents, document => Assert.Equal(File.ReadAllText(document.Source), document.Text));
        Assert.Equal([true, false, true, true], documents.Select(document => document.Title is not null));
        Assert.Equal(ZoneKind.Furniture, documents[0].ZoneAt(documents[0].Text.Length - 1));
        Assert.All(documents[1].Zones, zone => Assert.Equal(ZoneKind.Summary, zone.Kind));

        // After the article's last full stop all of what the page left is furniture, and before it nothing is but the head.
        foreach (var (document, last) in new[] { (documents[2], "Click here"), (documents[3], "Add a comment") })
        {
            var tail = document.Text.IndexOf(last, StringComparison.Ordinal);
            for (var i = tail; i < document.Text.Length; i++)
                if (!char.IsWhiteSpace(document.Text[i])) Assert.Equal(ZoneKind.Furniture, document.ZoneAt(i));
            Assert.DoesNotContain(document.Zones, zone => zone.Kind == ZoneKind.Furniture && zone.Span.Start > 300 && zone.Span.Start < tail);
        }

        Assert.Equal(2, documents[3].Zones.Count(zone => zone.Kind == ZoneKind.Caption));
    }

    [Fact]
    public void Articles_to_learn_from_have_a_headline_and_next_to_no_furniture()
    {
        var folder = SharedData.Find("gold", "train", "text");
        Assert.SkipUnless(folder is not null, SharedData.Missing);
        var results = new SourceReader().Read([folder]).ToList();
        Assert.All(results, result => Assert.True(result.IsReadable, result.Source));
        Assert.All(results, result => Assert.Equal(ZoneKind.Title, result.Document!.Zones[0].Kind));
        Assert.All(results, result => Assert.Equal("en", result.Document!.Language));
        Assert.True(results.Sum(result => result.Document!.Zones.Count(zone => zone.Kind != ZoneKind.Title)) <= 5);
    }
}
