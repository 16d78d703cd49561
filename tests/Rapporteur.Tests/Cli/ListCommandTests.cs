using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ListCommandTests
{
    private static readonly string Sample = Repository.File("samples", "ukraine-2025");

    [Theory]
    [InlineData("threads", "meeting")]
    [InlineData("deadlines", "deadline")]
    [InlineData("positions", "position")]
    [InlineData("disputes", "dispute")]
    public async Task Every_entry_is_an_object_whose_claims_stand_in_their_sources(string command, string kind)
    {
        var list = await Call.Of(command, Sample, "--json");
        Assert.Equal(0, list.Code);
        var entries = Objects(list.Out);
        Assert.Contains(entries, e => e.GetProperty("kind").GetString() == kind);
        var claims = entries.SelectMany(Claims).ToList();
        Assert.NotEmpty(claims);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (await Call.Of("read", Sample, "--json")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var document = JsonDocument.Parse(line).RootElement.GetProperty("document");
            texts[document.GetProperty("textId").GetString()!] = document.GetProperty("text").GetString()!;
        }

        Assert.All(claims, claim => Assert.Equal(claim.GetProperty("quote").GetString(),
            texts[claim.GetProperty("textId").GetString()!][claim.GetProperty("start").GetInt32()..claim.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task Deadlines_count_their_days_from_the_day_of_the_call()
    {
        var list = await Call.Of("deadlines", Sample, "--json", "--today", "2025-08-30");
        var deadline = Assert.Single(Objects(list.Out), e => e.GetProperty("due").GetString() == "2025-09-05");
        Assert.Equal(6, deadline.GetProperty("days").GetInt32());
        Assert.Equal("pending", deadline.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_deadline_that_passed_says_what_was_read_since()
    {
        var list = await Call.Of("deadlines", Sample);
        Assert.Contains("lapsed, no action reported", list.Out, StringComparison.Ordinal);
        Assert.Contains("documents of 2 publishers read from", list.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Positions_can_be_asked_of_one_actor()
    {
        var list = Objects((await Call.Of("positions", Sample, "--actor", "Zelenskyy", "--json")).Out);
        Assert.NotEmpty(list);
        Assert.All(list, e => Assert.Contains("Zelenskyy", e.GetProperty("name").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_marked_above_the_limit_is_in_no_list()
    {
        var all = await Call.Of("threads", Sample, "--marking", "RED", "--max-marking", "GREEN", "--json");
        Assert.Equal("", all.Out);
        Assert.Contains("nothing", all.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_gives_the_same_list_as_its_files()
    {
        using var folder = new TemporaryFolder();
        await Call.Of("add", Sample, "--record", folder.File("r.db"));
        foreach (var command in new[] { "threads", "disputes" })
            Assert.Equal((await Call.Of(command, Sample)).Out, (await Call.Of(command, "--record", folder.File("r.db"))).Out);
    }

    [Fact]
    public async Task Files_and_a_record_at_once_are_refused()
    {
        var both = await Call.Of("threads", Sample, "--record", "x.db");
        Assert.Equal(2, both.Code);
        Assert.Contains("not both", both.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_diff_tells_what_came_after_a_day()
    {
        var diff = Objects((await Call.Of("diff", Sample, "--since", "2025-09-30", "--json")).Out);
        var documents = diff.Where(e => e.GetProperty("subject").GetString() == "document").ToList();
        Assert.NotEmpty(documents);
        Assert.All(documents, d => Assert.True(string.CompareOrdinal(d.GetProperty("after").GetString(), "2025-09-30") > 0));
        var positions = diff.Where(e => e.GetProperty("subject").GetString() == "position").ToList();
        Assert.NotEmpty(positions);
        Assert.All(positions.SelectMany(Claims), c => Assert.True(string.CompareOrdinal(c.GetProperty("reported").GetString(), "2025-09-30") > 0));
        Assert.Contains(diff, e => e.GetProperty("subject").GetString() == "meeting" && e.GetProperty("change").GetString() == "new");
    }

    [Fact]
    public async Task A_diff_up_to_its_own_day_is_empty() => Assert.Equal("", (await Call.Of("diff", Sample, "--since", "2025-10-22", "--as-of", "2025-10-22")).Out);

    [Fact]
    public async Task A_diff_needs_one_day_to_start_from()
    {
        var none = await Call.Of("diff", Sample);
        Assert.Equal(2, none.Code);
        Assert.Contains("--since", none.Error, StringComparison.Ordinal);
    }

    private static List<JsonElement> Objects(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static IEnumerable<JsonElement> Claims(JsonElement entry) => entry.TryGetProperty("accounts", out var accounts)
        ? accounts.EnumerateArray().SelectMany(a => a.GetProperty("claims").EnumerateArray())
        : entry.GetProperty("claims").EnumerateArray();
}
