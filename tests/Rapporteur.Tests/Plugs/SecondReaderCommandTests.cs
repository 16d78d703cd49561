using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

[Collection("Sockets")]
public sealed class SecondReaderCommandTests
{
    private const string Line = """{"id":"n1","source":"note-1","published":"2025-08-22","text":"France urged Italy to return to the talks. Italy threatened to close the border."}""";
    private const string Demand = "France urged Italy to return to the talks.";

    [Fact]
    public async Task Both_readings_are_printed_apart_and_compared()
    {
        using var model = Model();
        var call = await Call.With(Line, "read", "-", "--second-reader", model.Address, "--model", "stub");
        Assert.Equal(0, call.Code);
        Assert.Contains("[stub, agrees]", call.Out, StringComparison.Ordinal);
        Assert.Contains("[only stub]", call.Out, StringComparison.Ordinal);
        Assert.Contains("two readers: 1 claims agree,", call.Out, StringComparison.Ordinal);
        Assert.Contains("1 refused (evidence-not-in-text 1)", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lines_of_json_hold_origin_notes_and_comparison()
    {
        using var model = Model();
        var call = await Call.With(Line, "read", "-", "--json", "--second-reader", model.Address, "--model", "stub");
        using var json = JsonDocument.Parse(call.Out);
        Assert.Equal(2, json.RootElement.GetProperty("claims").EnumerateArray().Count(claim => claim.TryGetProperty("origin", out var origin) && origin.GetString() == "stub"));
        Assert.Equal("second-reader", json.RootElement.GetProperty("notes")[0].GetProperty("code").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("comparison").GetProperty("agreed").GetArrayLength());
        Assert.Equal(1, json.RootElement.GetProperty("comparison").GetProperty("secondOnly").GetArrayLength());
    }

    [Fact]
    public async Task A_server_that_is_wrong_gives_exit_code_1_and_the_claims_of_the_rules()
    {
        using var model = new StubModel(new StubAnswer(500, "{}"));
        var alone = await Call.With(Line, "read", "-");
        var call = await Call.With(Line, "read", "-", "--second-reader", model.Address, "--model", "stub");
        Assert.Equal(1, call.Code);
        Assert.Contains("status 500", call.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("two readers", call.Out, StringComparison.Ordinal);
        Assert.StartsWith(alone.Out.TrimEnd(), call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marking_that_forbids_it_gives_exit_code_1_and_says_why()
    {
        using var model = Model();
        var call = await Call.With(Line, "read", "-", "--marking", "RED", "--second-reader", model.Address, "--model", "stub");
        Assert.Equal(1, call.Code);
        Assert.Contains("TLP:RED is never handed", call.Error, StringComparison.Ordinal);
        Assert.Empty(model.Bodies);
    }

    [Theory]
    [InlineData("--second-reader", "http://localhost:1/v1")]
    [InlineData("--model", "stub")]
    [InlineData("--second-reader", "nonsense", "--model", "stub")]
    [InlineData("--second-reader", "http://models.example.org/v1", "--model", "stub")]
    [InlineData("--second-reader", "http://localhost:1/v1", "--model", "stub", "--second-reader-timeout", "0")]
    public async Task A_wrong_call_has_exit_code_2(params string[] options)
    {
        var call = await Call.With(Line, ["read", "-", .. options]);
        Assert.Equal(2, call.Code);
        Assert.Empty(call.Out);
    }

    [Fact]
    public async Task A_record_is_not_read_a_second_time()
    {
        var call = await Call.Of("brief", "--record", "r.db", "--second-reader", "http://localhost:1/v1", "--model", "stub");
        Assert.Equal(2, call.Code);
        Assert.Contains("rapporteur add", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_brief_keeps_what_only_the_second_reader_found_in_a_section_of_its_own()
    {
        using var model = Model();
        using var folder = new TemporaryFolder();
        var article = folder.Write("a.txt", "France urged Italy to return to the talks. Italy threatened to close the border.\n");
        var call = await Call.Of("brief", article, "--published", "2025-08-22", "-o", folder.File("b.html"), "--second-reader", model.Address, "--model", "stub");
        Assert.Equal(0, call.Code);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("b.json"), TestContext.Current.CancellationToken));
        var section = json.RootElement.GetProperty("sections").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "second-reader");
        Assert.Contains("return", section.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, (await Call.Of("verify", folder.File("b.json"), "--sources", article)).Code);
    }

    [Fact]
    public async Task A_record_remembers_both_readings()
    {
        using var model = Model();
        using var folder = new TemporaryFolder();
        var article = folder.Write("a.txt", "France urged Italy to return to the talks. Italy threatened to close the border.\n");
        var add = await Call.Of("add", article, "--published", "2025-08-22", "--record", folder.File("r.db"), "--second-reader", model.Address, "--model", "stub");
        Assert.Equal(0, add.Code);
        await Call.Of("brief", "--record", folder.File("r.db"), "-o", folder.File("b.html"));
        Assert.Contains("Found by a second reader only", await File.ReadAllTextAsync(folder.File("b.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, (await Call.Of("verify", "--record", folder.File("r.db"))).Code);
    }

    private static StubModel Model() => new(StubAnswer.Claims(
        new { type = "demand", evidence = Demand, trigger = "urged", by = "France" },
        new { type = "offer", evidence = Demand, trigger = "return" },
        new { type = "offer", evidence = "Italy offered peace.", trigger = "offered" }));
}
