using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class ReaderComparisonTests
{
    private static readonly string Text = new('x', 200);

    [Fact]
    public void Claims_of_one_type_on_one_sentence_agree_and_each_but_once()
    {
        var comparison = Of(
            Claim(ClaimType.Demand, 0, 40, 5, null), Claim(ClaimType.Demand, 0, 40, 20, null), Claim(ClaimType.Offer, 50, 90, 55, null),
            Claim(ClaimType.Demand, 0, 40, 20, "model"), Claim(ClaimType.Threat, 50, 90, 55, "model"));
        var (first, second) = Assert.Single(comparison.Agreed);
        Assert.Equal((20, 20), (first.Trigger.Start, second.Trigger.Start));
        Assert.Equal([ClaimType.Demand, ClaimType.Offer], comparison.FirstOnly.Select(claim => claim.Type));
        Assert.Equal([ClaimType.Threat], comparison.SecondOnly.Select(claim => claim.Type));
    }

    [Fact]
    public void Evidence_that_overlaps_by_less_than_half_does_not_agree() =>
        Assert.Empty(Of(Claim(ClaimType.Demand, 0, 40, 5, null), Claim(ClaimType.Demand, 30, 90, 35, "model")).Agreed);

    private static ReaderComparison Of(params Claim[] claims) => ReaderComparison.Of(new()
    {
        Document = new() { Id = "d", TextId = ContentHash.Of(Text), Source = "s", Text = Text },
        Claims = [.. claims],
        Reader = new("", ""),
    });

    private static Claim Claim(ClaimType type, int start, int end, int trigger, string? origin) => new()
    {
        Id = $"{type}-{trigger}-{origin}",
        Type = type,
        Trigger = new(trigger, trigger + 3),
        Evidence = new(start, end),
        Rule = "test",
        Origin = origin,
    };
}
