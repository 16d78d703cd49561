using System.Text;
using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class SourceReaderTests
{
    [Fact]
    public void A_plain_text_is_kept_to_the_letter()
    {
        using var files = new SourceFixtures();
        var text = "Line one\r\n\r\n  The envoys\u00a0came back.\t\r\n\u201cYes\u201d  \n\n";
        var result = files.Read("a.txt", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);
        Assert.Equal(text, result.Document!.Text);
        Assert.Equal(ContentHash.Of(text), result.Document.TextId);
        Assert.NotEqual(result.Document.TextId, result.Document.Id);
        Assert.Equal(result.Id, result.Document.Id);
    }

    [Fact]
    public void A_text_by_ndjson_is_kept_to_the_letter_with_what_is_said_of_it()
    {
        var line = "{\"id\":\"7\",\"source\":\"wire/7\",\"title\":\"T\",\"publisher\":\"P\",\"published\":\"2024-03-14T23:59:00-08:00\",\"marking\":\"TLP:RED\",\"text\":\" The envoys\\r\\ncame back. \"}";
        var document = Assert.Single(new SourceReader().ReadNdjson(new MemoryStream(Encoding.UTF8.GetBytes(line)))).Document!;
        Assert.Equal(" The envoys\r\ncame back. ", document.Text);
        Assert.Equal(("wire/7", "T", "P", Marking.Red), (document.Source, document.Title, document.Publisher, document.Marking));
        Assert.Equal(("2024-03-14", DateBasis.Given), (document.Published.Value?.Value, document.Published.Basis));
        Assert.Equal(document.TextId, document.Id);
    }

    [Fact]
    public void Older_encodings_are_read_with_a_note()
    {
        using var files = new SourceFixtures();
        var western = files.Read("a.txt", Encoding.Latin1.GetBytes("The café talks of Erdoğan's envoy went on in the old café.".Replace('ğ', 'g')));
        Assert.Contains("café", western.Document!.Text, StringComparison.Ordinal);
        Assert.Equal("encoding", Assert.Single(western.Notes).Code);
        var wide = files.Read("b.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(SourceFixtures.Article)]);
        Assert.Equal(SourceFixtures.Article, wide.Document!.Text);
        Assert.Equal(SourceFixtures.Article, files.Read("c.txt", Encoding.Unicode.GetBytes(SourceFixtures.Article)).Document!.Text);
    }

    [Fact]
    public void A_folder_is_read_in_ordinal_order_without_what_is_hidden_or_our_own()
    {
        using var files = new SourceFixtures();
        foreach (var name in new[] { "b.txt", "B.txt", "a/z.txt", "a.txt", "noending" }) files.Write(name, SourceFixtures.Article);
        files.Write(".hidden.txt", SourceFixtures.Article);
        files.Write("brief.html", "<!DOCTYPE html><html><head><meta name=\"generator\" content=\"Rapporteur 0.1\"></head><body>x</body></html>");
        files.Write("brief.json", "{ \"generator\": \"Rapporteur 0.1\" }");
        files.Write("rapporteur.db", "SQLite format 3\0 and so on");
        var results = files.ReadAll();
        Assert.Equal([".hidden.txt", "B.txt", "a.txt", "a/z.txt", "b.txt", "brief.html", "brief.json", "noending", "rapporteur.db"], results.Select(result => result.Source[(files.Folder.Length + 1)..]));
        Assert.Equal(["hidden", "own-output", "own-output", "record"], results.Where(result => result.IsSkipped).Select(result => result.Notes.Single().Code));
        Assert.All(results, result => Assert.Null(result.Error));
    }

    [Fact]
    public void A_folder_without_a_source_says_which_kinds_are_read()
    {
        using var files = new SourceFixtures();
        files.Write("a.png", [1]);
        var results = files.ReadAll();
        Assert.Equal(["unknown-kind", "nothing-to-read"], results.Select(result => result.Error?.Code).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains(".docx", results.Single(result => result.Error!.Code == "nothing-to-read").Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_given_for_all_fills_gaps_and_one_in_a_table_wins()
    {
        using var files = new SourceFixtures();
        var dated = files.Write("dated.md", "---\ndate: 2024-03-14\n---\n" + SourceFixtures.Article);
        var bare = files.Write("bare.txt", SourceFixtures.Article);
        var reader = new SourceReader(new SourceOptions { Published = Edtf.Parse("2020-01-02") });
        Assert.Equal(("2024-03-14", DateBasis.Metadata), (reader.ReadFile(dated).Document!.Published.Value!.Value, reader.ReadFile(dated).Document!.Published.Basis));
        Assert.Equal(("2020-01-02", DateBasis.Given), (reader.ReadFile(bare).Document!.Published.Value!.Value, reader.ReadFile(bare).Document!.Published.Basis));
        reader = new SourceReader(new SourceOptions { PublishedByFile = PublishedDates.Parse("file,published\ndated.md,2021-05-06\n\"other, one.txt\",2021-05\n") });
        Assert.Equal(("2021-05-06", DateBasis.Given), (reader.ReadFile(dated).Document!.Published.Value!.Value, reader.ReadFile(dated).Document!.Published.Basis));
        Assert.Equal(PublicationDate.None, reader.ReadFile(bare).Document!.Published);
        Assert.Throws<FormatException>(() => PublishedDates.Parse("a.txt,tomorrow"));
    }

    [Theory]
    [InlineData("TLP:AMBER+STRICT\n\n", Marking.AmberStrict)]
    [InlineData("Note to file\ntlp: white\n\n", Marking.Clear)]
    [InlineData("", Marking.Unmarked)]
    public void A_marking_at_the_top_of_a_text_holds(string top, Marking marking)
    {
        using var files = new SourceFixtures();
        Assert.Equal(marking, files.Read("a.txt", top + SourceFixtures.Article).Document!.Marking);
        Assert.Equal(Marking.Red, files.Read("a.txt", top + SourceFixtures.Article, new SourceOptions { Marking = Marking.Red }).Document!.Marking);
    }

    [Theory]
    [InlineData("2025-08-22T23:10:00-05:00", "2025-08-22")]
    [InlineData("Fri, 22 Aug 2025 10:00:00 GMT", "2025-08-22")]
    [InlineData("August 22, 2025", "2025-08-22")]
    [InlineData("2025/8/2", "2025-08-02")]
    [InlineData("20250822T1000", "2025-08-22")]
    [InlineData("22.08.2025", "2025-08-22")]
    [InlineData("08/22/2025", "2025-08-22")]
    [InlineData("2025-08", "2025-08")]
    [InlineData("07/08/2025", null)]
    [InlineData("2025-13-45", null)]
    [InlineData("soon", null)]
    public void Dates_of_metadata_are_the_day_as_written(string written, string? day) => Assert.Equal(day, MetadataDate.Parse(written)?.Value);
}
