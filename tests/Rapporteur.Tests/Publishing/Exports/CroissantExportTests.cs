using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

public sealed class CroissantExportTests(ExportedRecord record) : IClassFixture<ExportedRecord>
{
    [Fact]
    public async Task It_has_what_the_standard_requires()
    {
        using var json = JsonDocument.Parse(await record.Export("--format", "croissant"));
        var root = json.RootElement;
        Assert.Equal("sc:Dataset", root.GetProperty("@type").GetString());
        Assert.Equal("http://mlcommons.org/croissant/1.0", root.GetProperty("conformsTo").GetString());
        // Croissant 1.0, "Dataset-level information": required properties.
        foreach (var name in (string[])["@context", "name", "description", "license", "url", "creator", "datePublished"]) Assert.True(root.TryGetProperty(name, out _), name);
        Assert.True(Uri.TryCreate(root.GetProperty("url").GetString(), UriKind.Absolute, out _));
        Assert.True(DateOnly.TryParseExact(root.GetProperty("datePublished").GetString(), "yyyy-MM-dd", out _));
        var context = root.GetProperty("@context");
        Assert.Equal(("https://schema.org/", "http://mlcommons.org/croissant/", "http://purl.org/dc/terms/", "dct:conformsTo"),
            (context.GetProperty("@vocab").GetString(), context.GetProperty("cr").GetString(), context.GetProperty("dct").GetString(), context.GetProperty("conformsTo").GetString()));
        // Every term that is used is the context's, a keyword, or schema.org's by @vocab.
        foreach (var term in (string[])["column", "extract", "field", "fileObject", "key", "recordSet", "source", "dataType"]) Assert.True(context.TryGetProperty(term, out _), term);
    }

    [Fact]
    public async Task The_file_that_it_describes_is_the_table_that_csv_writes()
    {
        var csv = await record.Export("--format", "csv");
        using var json = JsonDocument.Parse(await record.Export("--format", "croissant"));
        var file = Assert.Single(json.RootElement.GetProperty("distribution").EnumerateArray());
        Assert.Equal(("cr:FileObject", "claims.csv", "text/csv"), (file.GetProperty("@type").GetString(), file.GetProperty("contentUrl").GetString(), file.GetProperty("encodingFormat").GetString()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv))), file.GetProperty("sha256").GetString());
        Assert.Equal($"{Encoding.UTF8.GetByteCount(csv)} B", file.GetProperty("contentSize").GetString());
    }

    [Fact]
    public async Task A_strict_reader_reads_it_with_the_table_beside_it_and_none_that_was_bent()
    {
        var table = Encoding.UTF8.GetBytes(await record.Export("--format", "csv"));
        var described = await record.Export("--format", "croissant");
        Read(described);
        (string From, string To)[] bends =
        [
            ("\"license\"", "\"licence\""), ("\"datePublished\": \"2031", "\"datePublished\": \"in 2031"), ("croissant/1.0", "croissant/0.8"), ("\"sha256\": \"", "\"sha256\": \"0"), ("\"contentUrl\": \"claims.csv\"", "\"contentUrl\": \"other.csv\""),
            ("\"@id\": \"claims/id\"", "\"@id\": \"claims/no\""), ("\"@id\": \"claims-csv\"", "\"@id\": \"claims\""), ("\"column\": \"id\"", "\"column\": \"ident\""), ("\"dataType\": \"sc:Text\"", "\"dataType\": \"sc:Word\""), ("\"cr:dataType\"", "\"cr:type\""),
            ("\"version\": \"1.0.0\"", "\"version\": \"1\""), ("\"recordSet\": [", "\"records\": ["), ("cr:FileObject", "cr:File"), ("\"creator\": {", "\"author\": {"),
        ];
        foreach (var (from, to) in bends)
        {
            Assert.Contains(from, described, StringComparison.Ordinal);
            var at = described.IndexOf(from, StringComparison.Ordinal);
            var bent = described[..at] + to + described[(at + from.Length)..];
            Assert.True(Xunit.Record.Exception(() => Read(bent)) is FormatException or KeyNotFoundException, from);
        }

        void Read(string text)
        {
            using var json = JsonDocument.Parse(text);
            StrictCroissant.Read(json.RootElement, name => name == "claims.csv" ? table : null);
        }
    }

    [Fact]
    public async Task Each_column_is_a_field_with_its_source()
    {
        var columns = (await record.Export("--format", "csv")).Split("\r\n")[0].Split(',');
        using var json = JsonDocument.Parse(await record.Export("--format", "croissant"));
        var set = Assert.Single(json.RootElement.GetProperty("recordSet").EnumerateArray());
        Assert.Equal("cr:RecordSet", set.GetProperty("@type").GetString());
        Assert.Equal("claims/id", set.GetProperty("key").GetProperty("@id").GetString());
        Assert.Equal(columns, set.GetProperty("field").EnumerateArray().Select(f => f.GetProperty("source").GetProperty("extract").GetProperty("column").GetString()!));
        Assert.All(set.GetProperty("field").EnumerateArray(), f =>
        {
            Assert.Equal(("cr:Field", "claims-csv"), (f.GetProperty("@type").GetString(), f.GetProperty("source").GetProperty("fileObject").GetProperty("@id").GetString()));
            Assert.NotEmpty(f.GetProperty("description").GetString()!);
            Assert.Equal("claims/" + f.GetProperty("name").GetString(), f.GetProperty("@id").GetString());
        });
    }

    [Fact]
    public async Task It_holds_no_word_of_a_source()
    {
        var told = await record.Export("--format", "croissant");
        foreach (var word in (string[])["harbour", "ferry", "Norway", "Åsnes"]) Assert.DoesNotContain(word, told, StringComparison.OrdinalIgnoreCase);
    }
}
