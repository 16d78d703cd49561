using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Acts that a list behind a colon tells one by one.</summary>
public sealed class ListedActTests
{
    [Theory]
    [InlineData("Norway demanded three things:", ClaimType.Demand)]
    [InlineData("Norway offered a plan:", ClaimType.Offer)]
    [InlineData("Norway accepted the following steps:", ClaimType.Acceptance)]
    public void Each_item_is_told_once(string opening, ClaimType type)
    {
        var text = opening + "\n\n• the release of all prisoners;\n• the opening of the road to Ordu.\n\nThe envoy left the valley.";
        var read = SampleReader.Read(text);
        var items = read.Claims.Where(claim => claim.Type == type).ToList();
        Assert.Contains("the release of all prisoners", items.Select(claim => claim.What?.Slice(text)));
        Assert.Contains("the opening of the road to Ordu", items.Select(claim => claim.What?.Slice(text)));
        Assert.All(items, claim => Assert.Equal("Norway", read.Actors.Single(actor => actor.Id == claim.By).Name));
    }

    [Fact]
    public void An_item_stands_on_its_own_line()
    {
        var text = "Norway demanded two things:\n\n1. the release of all prisoners.\n2. the opening of the road to Ordu.\n";
        var read = SampleReader.Read(text);
        Assert.Contains(read.Claims, claim => claim.Type == ClaimType.Demand && claim.Evidence.Slice(text).Contains("the opening of the road", StringComparison.Ordinal) && !claim.Evidence.Slice(text).Contains("Norway", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_fired_counts_in_the_assault()
    {
        var read = SampleReader.Read("Sweden opened a new assault on Friday, sending 40 missiles and 120 drones toward the port of Ordu.");
        var incident = Assert.Single(read.Claims, claim => claim.Type == ClaimType.Incident && claim.Quantities.Length > 0);
        Assert.Equal([40m, 120m], incident.Quantities.Select(quantity => quantity.Value).Order());
    }
}
