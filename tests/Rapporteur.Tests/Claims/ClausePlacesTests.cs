using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Where meetings and events take place, read without the scorer, so that only the place is under test.</summary>
public sealed class ClausePlacesTests
{
    [Theory]
    [InlineData("John Miller met Joan Lund, the envoy of Italy, in Geneva on Monday.", "Geneva")]
    [InlineData("After meetings with John Miller and several ministers at the White House, Joan Lund left.", "the White House")]
    [InlineData("A planned meeting between John Miller and Joan Lund in Budapest was postponed.", "Budapest")]
    [InlineData("France and Italy will meet at the summit in Vienna on Monday.", "Vienna")]
    [InlineData("The envoys of France and Italy held talks in the Hungarian border town of Sopron on Monday.", "the Hungarian border town of Sopron")]
    public void A_meeting_is_where_its_clause_says(string sentence, string place) => Assert.Contains(place, Places(sentence, ClaimType.Meeting));

    [Fact]
    public void A_visit_is_where_it_goes() => Assert.Contains("Sopron", Places("John Miller made a trip to Sopron on Monday.", ClaimType.Meeting));

    [Theory]
    [InlineData("Rebels killed nine soldiers near the town of Sopron on Friday.", "near the town of Sopron")]
    [InlineData("Pirates seized a tanker off the coast of Oman on Monday.", "off the coast of Oman")]
    [InlineData("Italy attacked France on Monday.", "France")]
    public void An_event_on_the_ground_is_where_its_clause_says(string sentence, string place) => Assert.Contains(place, Places(sentence, ClaimType.Incident));

    [Theory]
    [InlineData("There is no meeting between France and Italy, with Italy's offer of talks in Geneva on the table.", "Geneva", 1)]
    [InlineData("John Miller met Joan Lund at NATO on Monday.", "NATO", 0)]
    [InlineData("John Miller met Joan Lund in June.", "June", 0)]
    public void What_is_elsewhere_or_no_place_is_left_out(string sentence, string place, int times) => Assert.Equal(times, Places(sentence, ClaimType.Meeting).Count(found => found == place));

    private static IEnumerable<string?> Places(string sentence, ClaimType type) =>
        SampleReader.Unscored.Annotate(SampleReader.Annotate(sentence) with { Claims = [] }).Claims.Where(claim => claim.Type == type).Select(claim => claim.Where);
}
