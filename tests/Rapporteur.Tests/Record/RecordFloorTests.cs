using Rapporteur.Reading;
using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RecordFloorTests
{
    private static readonly Lazy<RecordFigures> Annotated = new(() => RecordEvaluation.Run(Gold()));
    private static readonly Lazy<RecordFigures> EndToEnd = new(() =>
    {
        var reading = new GoldReading(ReadingPipeline.Load(DataFolder.Shipped));
        return RecordEvaluation.Run(Gold(), reading.Read);
    });

    [Theory]
    [InlineData("disputes", 22, 19)]
    [InlineData("positions", 37, 31)]
    [InlineData("conditions", 22, 18)]
    [InlineData("deadlines", 3, 2)]
    [InlineData("deadlocks", 4, 3)]
    public void A_record_gives_what_an_analyst_keeps(string group, int annotated, int read)
    {
        var (came, of) = Annotated.Value.Share(group);
        Assert.True(came >= annotated, $"{came} of {of} {group} from annotated claims");
        (came, of) = EndToEnd.Value.Share(group);
        Assert.True(came >= read, $"{came} of {of} {group} end to end");
    }

    [Fact]
    public void Positions_group_by_issue_as_an_analyst_groups_them() => Assert.True(Annotated.Value.Issues is { F1: >= 0.8, Items: >= 25 }, $"{Annotated.Value.Issues}");

    [Fact]
    public void What_the_table_says_comes_out_comes_out()
    {
        var measured = Annotated.Value.Mechanisms.ToDictionary(m => (m.Group, m.Name, m.Rests), m => m.CameOut);
        var rows = File.ReadLines(Repository.File("docs", "seeds.md")).Where(l => l.EndsWith("comes out |", StringComparison.Ordinal) || l.EndsWith("does not |", StringComparison.Ordinal))
            .Select(l => l.Trim('|', ' ').Split(" | ")).ToList();
        Assert.Equal(measured.Count, rows.Count);
        foreach (var row in rows) Assert.True(measured[(row[0], row[1], row[2])] || row[3] == "does not", row[1]);
    }

    private static string Gold()
    {
        var gold = SharedData.Find("gold");
        Assert.SkipUnless(gold is not null && SharedData.Find("gold", "threads-seeds.json") is not null, SharedData.Missing);
        return gold!;
    }
}
