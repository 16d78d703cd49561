using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Named sets of lemmas.</summary>
public class LemmaSetTests
{
    [Fact]
    public void A_set_that_is_there_twice_in_a_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "twice.sets"), "paper = letter\npaper = memo\n");
        var refused = Assert.Throws<InvalidDataException>(() => FrameFile.ReadSets(new(folder.Path), "twice.sets", []));
        Assert.Contains("paper", refused.Message, StringComparison.Ordinal);
    }
}
