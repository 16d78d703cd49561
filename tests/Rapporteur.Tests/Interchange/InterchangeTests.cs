using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class InterchangeTests
{
    private static readonly string[] Examples = File.ReadAllLines(Repository.File("docs", "formats", "reading.examples.ndjson"));

    [Fact]
    public void Any_reading_comes_back_as_it_was() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var reading = RandomReading.Of(seed);
            var line = ReadingWriter.Write(reading);
            var back = ReadingReader.Read(line).Required;
            return ReadingWriter.Write(back) == line && back.Document.Text == reading.Document.Text && back.Claims.Length == reading.Claims.Length
                && !line.Contains('<', StringComparison.Ordinal) && !line.Contains('\n', StringComparison.Ordinal);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_stored_form_comes_back_as_it_was() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var reading = RandomReading.Of(seed) with { Sentences = [new(0, 1)] };
            var back = ReadingReader.ReadStored(ReadingWriter.ToStoredUtf8(reading), reading.Document.Text, reading.Document.Source).Required;
            return ReadingWriter.ToStoredUtf8(back).AsSpan().SequenceEqual(ReadingWriter.ToStoredUtf8(reading)) && ReadingWriter.Write(back) == ReadingWriter.Write(reading);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void The_examples_show_each_type_and_come_back_to_the_byte()
    {
        foreach (var line in Examples) Assert.Equal(line, ReadingWriter.Write(ReadingReader.Read(line).Required));
        var types = Examples.SelectMany(l => ReadingReader.Read(l).Required.Claims).Select(c => c.Type);
        Assert.Equal(Enum.GetValues<ClaimType>(), types.Order());
    }

    [Fact]
    public void The_schema_describes_all_that_is_written()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs", "formats", "reading.schema.json")));
        var check = new SchemaCheck(schema.RootElement);
        foreach (var line in Examples.Concat(Enumerable.Range(0, 50).Select(s => ReadingWriter.Write(RandomReading.Of(s)))))
        {
            using var json = JsonDocument.Parse(line);
            check.Check(json.RootElement);
        }

        Assert.Empty(check.Faults);
    }

    [Fact]
    public void The_schema_spells_enumerations_as_the_program_does()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs", "formats", "reading.schema.json")));
        var claim = schema.RootElement.GetProperty("$defs").GetProperty("claim").GetProperty("properties");
        Assert.Equal(EnumSpelling.All<ClaimType>(), Names(claim, "type"));
        Assert.Equal(EnumSpelling.All<ClaimStatus>(), Names(claim, "status"));
        Assert.Equal(EnumSpelling.All<MeetingForm>(), Names(claim, "form"));
        Assert.Equal(EnumSpelling.All<Modality>(), Names(claim, "modality"));
        Assert.Equal(EnumSpelling.All<Voice>(), Names(claim, "voice"));
    }

    [Fact]
    public void A_document_that_was_not_read_is_a_line_with_its_error_alone()
    {
        var reading = RandomReading.Of(3) with { Error = new("binary", "This is no text.") };
        using var json = JsonDocument.Parse(ReadingWriter.Write(reading));
        Assert.Equal(["document", "error"], json.RootElement.EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [InlineData("{", "", "expected one JSON object")]
    [InlineData("[]", "", "expected an object, found a list")]
    [InlineData("{}", "document", "expected a value, found none")]
    public void A_broken_line_names_the_place(string line, string path, string problem)
    {
        var error = ReadingReader.Read(line, 7).Error;
        LineFault.Is(error, 7, path, problem);
    }

    [Theory]
    [InlineData("\"type\":\"demand\"", "\"type\":\"wish\"", "claims[0].type", "expected one of statement, demand")]
    [InlineData("\"by\":\"a1\"", "\"by\":\"a9\"", "claims[0].by", "expected \"narrator\" or the id of a listed actor")]
    [InlineData("\"evidence\":{\"start\":0,\"end\":49}", "\"evidence\":{\"start\":0,\"end\":50}", "claims[0].evidence", "expected offsets inside a text of 49")]
    [InlineData("Northland urged", "Southland urged", "document.textId", "expected the hash of the text")]
    [InlineData("\"text\":\"N", "\"text\":\"\\ud800N", "document.text", "expected Unicode text")]
    public void A_line_that_breaks_the_schema_names_the_field(string was, string now, string path, string problem)
    {
        var error = ReadingReader.Read(Examples[1].Replace(was, now, StringComparison.Ordinal), 4).Error;
        LineFault.Is(error, 4, path, problem);
    }

    [Fact]
    public void Unknown_fields_are_ignored()
    {
        var line = Examples[1].Replace("\"type\":\"demand\"", "\"type\":\"demand\",\"mood\":\"grim\"", StringComparison.Ordinal);
        Assert.Equal(Examples[1], ReadingWriter.Write(ReadingReader.Read(line).Required));
    }

    private static IEnumerable<string?> Names(JsonElement properties, string name) =>
        properties.GetProperty(name).GetProperty("enum").EnumerateArray().Select(v => v.GetString());
}
