using Rapporteur.Training;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RecordFloorTests
{
    [Theory]
    [InlineData("disputes", 8)]
    [InlineData("positions", 20)]
    [InlineData("conditions", 15)]
    [InlineData("deadlines", 3)]
    [InlineData("deadlocks", 3)]
    public void Annotated_claims_give_what_an_analyst_keeps(string group, int floor)
    {
        var gold = SharedData.Find("gold");
        Assert.SkipUnless(gold is not null && SharedData.Find("gold", "threads-seeds.json") is not null, SharedData.Missing);
        var (came, of) = RecordEvaluation.Run(gold!).Share(group);
        Assert.True(came >= floor, $"{came} of {of} {group}");
    }
}
