using Rapporteur.Publishing;
using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

public sealed class BriefGoldenTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("json")]
    public void The_river_talks_are_briefed_as_the_golden_file_says(string format)
    {
        var brief = Brief.From(RiverTalks.Snapshot(), new() { Title = "River talks" }, RiverTalks.Deadlocks(), TallyFold.Of(RiverTalks.Snapshot()));
        GoldenFile.Check(Exporter.All.Single(e => e.Name == format).Export(brief), "Publishing", "Golden", "river-talks." + format);
    }
}
