using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ZoneTests
{
    [Fact]
    public void The_page_left_around_an_article_is_furniture()
    {
        var text = $"Home World Envoys return to the capital\n\n{SourceFixtures.Article}\nYou may also like\n\nThe Example Post tells you what goes on in both countries.\n\nLatest Posts\n";
        var document = Zoned(text);
        Assert.Equal(ZoneKind.Furniture, document.ZoneAt(0));
        Assert.Equal(ZoneKind.Title, document.ZoneAt(text.IndexOf("\nEnvoys", StringComparison.Ordinal) + 1));
        Assert.All(["You may", "The Example", "Latest"], words => Assert.Equal(ZoneKind.Furniture, document.ZoneAt(text.IndexOf(words, StringComparison.Ordinal))));
    }

    [Fact]
    public void A_wrapped_paragraph_is_neither_headline_nor_heading()
    {
        var text = "The envoys of both countries came back to the capital on Friday\nand said that the talks would go on for some weeks yet, though\nneither side has given way on the town\nand its bridge, which both have claimed.\n\nThe ministers will\nmeet again in June, in the capital, the host of the talks said\nafter the last round, and will bring their experts with them.\n";
        Assert.Empty(Zoned(text).Zones);
    }

    [Fact]
    public void Links_in_the_middle_of_an_article_do_not_take_the_rest_with_them()
    {
        var lead = SourceFixtures.Article;
        var rest = string.Join(' ', Enumerable.Repeat("The observers who came in May will stay until the end of the year, they said on Sunday.", 6));
        var text = $"{lead}\nRelated articles\n\nWhat the mediators want\n\n{rest}\n";
        var document = Zoned(text);
        Assert.Equal(ZoneKind.Furniture, document.ZoneAt(text.IndexOf("What the", StringComparison.Ordinal)));
        Assert.Equal(ZoneKind.Body, document.ZoneAt(text.IndexOf("The observers", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_single_line_is_body() => Assert.Empty(Zoned("Moscow rejects the plan").Zones);

    [Fact]
    public void Zones_are_sorted_apart_and_inside_the_text()
    {
        var words = Gen.Elements("Login", "\n", "\n\n", "\r\n", "The envoys came back.", "Share this", "- ", "\u2705 Key Points:", " ", "Photo: x", "You may also like", "A heading", "\ud83d\ude00", "by Jane Roe", "14 March 2024", "x", "\f", new string('a', 400) + ".");
        Prop.ForAll(words.ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var at = 0;
            foreach (var zone in ZoneFinder.Shipped.Find(text))
            {
                if (zone.Span.Start < at || zone.Span.IsEmpty || zone.Span.End > text.Length || char.IsWhiteSpace(text[zone.Span.Start]) || char.IsWhiteSpace(text[zone.Span.End - 1])) return false;
                at = zone.Span.End;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_bytes_make_the_reader_throw()
    {
        using var files = new SourceFixtures();
        var reader = new SourceReader();
        var starts = new byte[][] { [], [.. "%PDF-"u8], [.. "PK\u0003\u0004"u8], [0xFF, 0xFE], [.. "<html><p>"u8], [.. "---\n"u8], [.. "{\"text\":\""u8] };
        var cases = from name in Gen.Elements("a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.ndjson", "a")
                    from start in Gen.Elements(starts)
                    from bytes in ArbMap.Default.GeneratorFor<byte[]>()
                    select (name, bytes: (byte[])[.. start, .. bytes]);
        Prop.ForAll(cases.ToArbitrary(), input => reader.Read([files.Write(input.name, input.bytes)]).All(result => result.Document is not null || result.Error is not null)).QuickCheckThrowOnFailure();
    }

    private static SourceDocument Zoned(string text) => new() { Id = "", TextId = "", Source = "", Text = text, Zones = ZoneFinder.Shipped.Find(text) };
}
