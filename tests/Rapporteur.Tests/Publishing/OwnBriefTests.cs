using Rapporteur.Publishing;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class OwnBriefTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("brief").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void A_brief_among_the_sources_is_not_read_as_one()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "Norland told Sudria on Friday to withdraw its patrol boats. The boats had come to the locks on Monday, and nobody had asked them to.");
        var brief = Brief.From(RiverTalks.Snapshot(), new() { Title = "River talks" }, RiverTalks.Deadlocks());
        foreach (var exporter in Exporter.All) File.WriteAllBytes(Path.Combine(_folder, "brief" + exporter.Extension), exporter.Export(brief));
        var read = new SourceReader().Read([_folder]).ToList();
        Assert.EndsWith("a.txt", Assert.Single(read, r => r.Document is not null && r.Error is null).Document!.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(read, r => r.Document?.Source.Contains("brief.", StringComparison.Ordinal) == true && r.Error is null);
    }

    [Theory]
    [InlineData("html", "<meta name=\"generator\" content=\"Rapporteur 0.1.0\">")]
    [InlineData("md", "<!-- generator: Rapporteur 0.1.0 -->")]
    [InlineData("json", "\"generator\": \"Rapporteur 0.1.0\"")]
    public void The_mark_stands_in_the_first_four_kilobytes(string format, string mark)
    {
        var bytes = Exporter.All.Single(e => e.Name == format).Export(Brief.From(RiverTalks.Snapshot()));
        Assert.Contains(mark, System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(4096, bytes.Length))), StringComparison.Ordinal);
    }
}
