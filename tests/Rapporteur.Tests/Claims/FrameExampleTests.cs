using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Runs every example of every frame through the reader, without the scorer.</summary>
public class FrameExampleTests
{
    private static readonly FrameSet Frames = FrameSet.Load(DataFolder.Shipped);

    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (var frame in Frames.Frames)
            for (var i = 0; i < frame.Examples.Length; i++) data.Add(frame.Id, i);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_frame_reads_its_examples(string id, int number)
    {
        var frame = Frames.Frames.Single(f => f.Id == id);
        var example = frame.Examples[number];
        var document = SampleReader.Annotate(example.Text);
        var found = SampleReader.Unscored.Candidates(document).SelectMany(c => c.Claims).Where(c => c.Rule == id).ToList();
        if (!example.Positive)
        {
            Assert.Empty(found);
            return;
        }

        Assert.NotEmpty(found);
        var fits = found.Select(claim => Differences(document, claim, example)).ToList();
        Assert.True(fits.Exists(d => d.Count == 0), $"{example.Text}: {string.Join("; ", fits.OrderBy(d => d.Count).First())}");
    }

    [Fact]
    public void Every_type_beside_statement_has_frames() =>
        Assert.Equal(Enum.GetValues<ClaimType>().Where(t => t != ClaimType.Statement), Frames.Frames.Select(f => f.Type).Distinct().Order());

    [Fact]
    public void Every_frame_says_what_it_matches_and_what_it_does_not() =>
        Assert.Empty(Frames.Frames.Where(f => !f.Examples.Any(e => e.Positive) || f.Examples.All(e => e.Positive)).Select(f => f.Id));

    [Fact]
    public void Ids_of_frames_are_unique() => Assert.Equal(Frames.Frames.Length, Frames.Frames.Select(f => f.Id).Distinct().Count());

    private static List<string> Differences(AnnotatedDocument document, Claim claim, FrameExample example)
    {
        var differences = new List<string>();
        foreach (var (field, expected) in example.Fields)
        {
            var actual = SampleReader.Field(document, claim, field);
            if (actual != expected) differences.Add($"{field} is “{actual}”, not “{expected}”");
        }

        return differences;
    }
}
