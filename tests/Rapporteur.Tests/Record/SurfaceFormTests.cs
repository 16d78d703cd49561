using Rapporteur.Record;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Spellings of an actor are names, by which people may call it in rulings; a pronoun names nobody.</summary>
public sealed class SurfaceFormTests
{
    [Fact]
    public void A_pronoun_is_no_spelling()
    {
        var reading = SampleReader.Read("Angela Merkel met the minister on Monday. She said that her government would sign. The US welcomed it.");
        Assert.Contains(reading.Actors.Single(a => a.Name == "Angela Merkel").Mentions, m => m.Slice(reading.Document.Text) == "She");
        var actors = new SnapshotProjection().Fold([reading], null).Actors.Values.ToList();
        var forms = actors.SelectMany(a => a.SurfaceForms).ToList();
        Assert.Contains("Angela Merkel", forms);
        Assert.Contains("US", forms);
        Assert.DoesNotContain(forms, f => f is "She" or "her" or "it");
    }
}
