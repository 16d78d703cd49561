using System.Text.Json;
using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RulingLineTests
{
    private static readonly string[] Examples = File.ReadAllLines(Repository.File("docs", "formats", "ruling.examples.ndjson"));

    [Fact]
    public void The_examples_show_each_verdict_and_come_back_to_the_byte()
    {
        foreach (var line in Examples) Assert.Equal(line, RulingLine.Write(RulingLine.Read(line).Ruling!));
        Assert.Equal(Verdict.All.Order(StringComparer.Ordinal), Examples.Select(l => RulingLine.Read(l).Ruling!.Verdict).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_schema_describes_all_that_is_written()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Repository.File("docs", "formats", "ruling.schema.json")));
        using var reading = JsonDocument.Parse(File.ReadAllText(Repository.File("docs", "formats", "reading.schema.json")));
        var check = new SchemaCheck(schema.RootElement, reading.RootElement);
        foreach (var line in Examples)
        {
            using var json = JsonDocument.Parse(line);
            check.Check(json.RootElement);
        }

        Assert.Empty(check.Faults);
        var verdicts = schema.RootElement.GetProperty("properties").GetProperty("ruling").GetProperty("properties").GetProperty("verdict").GetProperty("enum").EnumerateArray().Select(v => v.GetString());
        Assert.Equal(Verdict.All, verdicts);
    }

    [Fact]
    public void A_ruling_comes_back_as_it_was_whatever_its_words()
    {
        var ruling = Ruling.Of("c1 c2", Verdict.Join, "Ada «Lind»", new(2031, 3, 9, 8, 7, 6, 5, TimeSpan.FromHours(2)), "{ \"reason\" : \"a <b>, a \\n, a \\u00e9 and \\\"q\\\"\" }", "sha256:t", "sha256:b", "sha256:a");
        var line = RulingLine.Write(ruling);
        Assert.True(RulingLine.Is(line));
        Assert.DoesNotContain('<', line);
        Assert.DoesNotContain('\n', line);
        var back = RulingLine.Read(line).Ruling!;
        Assert.Equal((ruling.Id, ruling.Time, ruling.TextId), (back.Id, back.Time, back.TextId));
        Assert.Equal(RulingPayload.Parse(ruling.Payload)!.Reason, RulingPayload.Parse(back.Payload)!.Reason);
        Assert.Equal(line, RulingLine.Write(back));
    }

    [Theory]
    [InlineData("\"verdict\":\"note\"", "\"verdict\":\"praise\"", "ruling.verdict", "expected one of add, accept")]
    [InlineData("\"author\":\"A. Lind\"", "\"author\":\"B. Lind\"", "ruling.id", "expected the hash of key")]
    [InlineData("\"author\":\"A. Lind\"", "\"author\":\" \"", "ruling.author", "expected words")]
    [InlineData("T14:00:00.000Z", "T14:00:00Z", "ruling.time", "expected a time such as")]
    [InlineData("\"payload\":{", "\"payload\":[],\"more\":{", "ruling.payload", "expected an object, found a list")]
    public void A_line_that_breaks_the_schema_names_the_field(string was, string now, string path, string problem)
    {
        var line = Examples.First(l => l.Contains("\"verdict\":\"note\"", StringComparison.Ordinal));
        var error = RulingLine.Read(line.Replace(was, now, StringComparison.Ordinal), 4).Error;
        LineFault.Is(error, 4, path, problem);
    }
}
