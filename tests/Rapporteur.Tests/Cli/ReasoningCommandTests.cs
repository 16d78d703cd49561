using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ReasoningCommandTests
{
    private static readonly string Sample = Repository.File("samples", "ukraine-2025");

    [Fact]
    public async Task The_deadlocks_of_the_sample_are_listed_with_their_sources()
    {
        var call = await Call.Of("deadlocks", Sample);
        Assert.Equal(0, call.Code);
        Assert.Contains("conditions wait for each other", call.Out, StringComparison.Ordinal);
        Assert.Contains("What would break it", call.Out, StringComparison.Ordinal);
        Assert.Contains("inferred (assent)", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_every_condition_carries_citations_whose_words_stand_in_the_source()
    {
        var call = await Call.Of("deadlocks", Sample, "--json");
        var lines = call.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            Assert.Equal("deadlocks/1", json.RootElement.GetProperty("model").GetString());
            Assert.All(json.RootElement.GetProperty("conditions").EnumerateArray(), c => Assert.True(c.GetProperty("citations").GetArrayLength() > 0));
        }
    }

    [Fact]
    public async Task A_scenario_leaves_the_record_as_it_was_to_the_byte()
    {
        using var folder = new TemporaryFolder();
        await Call.Of("add", Sample, "--record", folder.File("r.db"));
        var before = File.ReadAllBytes(folder.File("r.db"));
        var call = await Call.Of("whatif", "--record", folder.File("r.db"), "--set", "a ceasefire is agreed on 2025-12-01");
        Assert.Equal(0, call.Code);
        Assert.Contains("Promises that would fall due", call.Out, StringComparison.Ordinal);
        Assert.Contains("Lines of the brief that would change", call.Out, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder.File("r.db")));
        Assert.All(Directory.GetFiles(folder.Path, "*-wal"), f => Assert.Equal(0, new FileInfo(f).Length));
    }

    [Fact]
    public async Task A_record_says_what_its_files_say()
    {
        using var folder = new TemporaryFolder();
        await Call.Of("add", Sample, "--record", folder.File("r.db"));
        var (files, record) = (await Call.Of("deadlocks", Sample, "--json"), await Call.Of("deadlocks", "--record", folder.File("r.db"), "--json"));
        Assert.Equal(files.Out, record.Out);
    }

    [Fact]
    public async Task A_fact_that_matches_nothing_is_a_wrong_call()
    {
        var call = await Call.Of("whatif", Sample, "--set", "a comet is seen");
        Assert.Equal(2, call.Code);
        Assert.Contains("a comet is seen", call.Error, StringComparison.Ordinal);
        Assert.Empty(call.Out);
        Assert.Equal(2, (await Call.Of("whatif", Sample)).Code);
    }

    [Fact]
    public async Task What_can_be_named_is_listed_and_works()
    {
        var list = await Call.Of("whatif", Sample, "--list");
        Assert.Contains("\nC1 ", list.Out, StringComparison.Ordinal);
        var outcome = await Call.Of("whatif", Sample, "--set", "drop C1", "--json");
        using var json = JsonDocument.Parse(outcome.Out);
        Assert.Equal("scenario/1", json.RootElement.GetProperty("model").GetString());
    }

    [Fact]
    public async Task What_is_marked_above_the_limit_is_not_reasoned_from()
    {
        var call = await Call.Of("deadlocks", Sample, "--marking", "RED", "--max-marking", "GREEN");
        Assert.StartsWith("0 deadlocks", call.Out, StringComparison.Ordinal);
    }
}
