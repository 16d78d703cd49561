using System.Text.Json;
using Xunit;

namespace Rapporteur.Tests;

public sealed class WatchCommandTests
{
    [Fact]
    public async Task A_watch_tells_each_change_once_and_an_addition_tells_its_own()
    {
        using var folder = new TemporaryFolder();
        var record = folder.File("r.db");
        folder.Write("a.txt", "Norway gave Sweden until 20 March to leave the valley.\n");
        folder.Write("b.txt", "Sweden rejected the demand of Norway to leave the valley.\n");
        folder.Write("c.txt", "Norway proposed talks with Sweden in Oslo on 2 April.\n");
        await Call.Of("add", folder.File("a.txt"), "--published", "2031-03-10", "--record", record);
        var first = await Call.Of("watch", "--record", record, "--today", "2031-03-11");
        Assert.Equal((0, ""), (first.Code, first.Out));
        Assert.Contains("first look", first.Error, StringComparison.Ordinal);

        var added = await Call.Of("add", folder.File("b.txt"), "--published", "2031-03-12", "--record", record, "--today", "2031-03-12");
        Assert.Contains("position, new: Sweden", added.Out, StringComparison.Ordinal);
        Assert.Equal("", (await Call.Of("watch", "--record", record, "--today", "2031-03-12")).Out);

        await Call.Of("add", folder.File("c.txt"), "--published", "2031-03-22", "--record", record, "--today", "2031-03-12");
        var lapsed = (await Call.Of("watch", "--record", record, "--today", "2031-03-25", "--json")).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Contains(lapsed, c => c.GetProperty("subject").GetString() == "deadline" && c.GetProperty("after").GetString() == "lapsed");
        Assert.Equal("", (await Call.Of("watch", "--record", record, "--today", "2031-03-25")).Out);
    }

    [Fact]
    public async Task A_look_as_of_a_day_before_the_last_one_is_refused_and_keeps_the_last()
    {
        using var folder = new TemporaryFolder();
        var record = folder.File("r.db");
        folder.Write("a.txt", "Norway gave Sweden until 20 March to leave the valley.\n");
        folder.Write("b.txt", "Sweden rejected the demand of Norway to leave the valley.\n");
        await Call.Of("add", folder.File("a.txt"), "--published", "2031-03-10", "--record", record);
        await Call.Of("watch", "--record", record, "--today", "2031-03-11");
        var before = await File.ReadAllTextAsync(record + ".look", TestContext.Current.CancellationToken);

        var earlier = await Call.Of("watch", "--record", record, "--today", "2031-03-10");
        Assert.Equal((2, ""), (earlier.Code, earlier.Out));
        Assert.Contains("is a look as of 2031-03-11, after 2031-03-10", earlier.Error, StringComparison.Ordinal);
        var added = await Call.Of("add", folder.File("b.txt"), "--published", "2031-03-09", "--record", record, "--today", "2031-03-10");
        Assert.Equal(0, added.Code);
        Assert.DoesNotContain("position, new", added.Out, StringComparison.Ordinal);
        Assert.Contains("no changes are told", added.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(record + ".look", TestContext.Current.CancellationToken));

        Assert.Contains("position, new: Sweden", (await Call.Of("watch", "--record", record, "--today", "2031-03-11")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await Call.Of("watch", "--record", record, "--today", "2031-03-10", "--look", folder.File("other.look"))).Code);
    }

    [Fact]
    public async Task A_damaged_look_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", "Norway gave Sweden until 20 March to leave the valley.\n");
        await Call.Of("add", folder.File("a.txt"), "--published", "2031-03-10", "--record", folder.File("r.db"));
        folder.Write("r.db.look", "nothing");
        var watch = await Call.Of("watch", "--record", folder.File("r.db"));
        Assert.Equal(1, watch.Code);
        Assert.Contains("remove it", watch.Error, StringComparison.Ordinal);
    }
}
