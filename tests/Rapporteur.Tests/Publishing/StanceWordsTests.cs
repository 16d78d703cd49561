using Rapporteur.Domain;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What a side rules out never reads as what it wants.</summary>
public sealed class StanceWordsTests
{
    private static readonly Issue Troops = new("troops", "Troops") { Options = [new("a", "foreign troops in the valley"), new("b", "monitors")] };

    [Fact]
    public void A_red_line_is_told_as_ruled_out() =>
        Assert.Equal("is for “monitors”; rules out “foreign troops in the valley”", StanceWords.Of(Troops, [new("b", Firmness.Preference), new("a", Firmness.RedLine)]));

    [Fact]
    public void What_is_demanded_is_told_as_demanded() => Assert.Equal("demands “monitors”", StanceWords.Of(Troops, [new("b", Firmness.Demand)]));
}
