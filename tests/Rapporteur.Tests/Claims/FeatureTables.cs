using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public class FeatureTables
{
    [Fact]
    public void A_table_gives_every_weight_that_went_in_and_zero_for_the_rest()
    {
        var random = new Random(7);
        var weights = new Dictionary<ulong, int> { [0] = 5 };
        // Many keys with the same low bits, which all look for the same place.
        for (var i = 1; i < 2000; i++) weights[i % 3 == 0 ? (ulong)i << 32 : (ulong)random.NextInt64()] = i;
        var table = new FeatureTable(weights);
        foreach (var (feature, weight) in weights) Assert.Equal(weight, table[feature]);
        Assert.Equal(0, table[ulong.MaxValue]);
        Assert.Equal(0, new FeatureTable(new Dictionary<ulong, int>())[0]);
    }
}
