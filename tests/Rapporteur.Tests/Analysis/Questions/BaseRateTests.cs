using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class BaseRateTests
{
    [Fact]
    public void Every_rate_that_ships_has_a_source()
    {
        var rates = BaseRates.Read(DataFolder.Shipped.Lines("forecasts/base-rates.tsv"));
        Assert.All(rates, rate => Assert.NotEmpty(rate.Source));
        Assert.Equal((.387, 1238), (rates.Single(rate => rate.Id == "ceasefire-30-days").Share, rates.Single(rate => rate.Id == "ceasefire-30-days").Count));
        // Shares of which no n is public say so in their source.
        Assert.All(rates, rate => Assert.True(rate.Count > 0 || rate.Source.Contains("n not stated", StringComparison.Ordinal), rate.Id));
        Assert.Equal((.34, 204), (rates.Single(rate => rate.Id == "sanctions-success-hse").Share, rates.Single(rate => rate.Id == "sanctions-success-hse").Count));
        Assert.Equal(1, rates.Where(rate => rate.Id.StartsWith("conflict-ends-by-", StringComparison.Ordinal)).Sum(rate => rate.Share), 2);
    }

    [Theory]
    [InlineData("a\tb\t.5\t3", "row 1: expected 5 fields")]
    [InlineData("a\tb\t1.5\t3\ts", "row 1, column share: expected a number from 0 to 1, not '1.5'")]
    [InlineData("a\tb\t.5\t-3\ts", "row 1, column n: expected a whole number above 0")]
    [InlineData("a\tb\t.5\t3\t", "row 1, column source")]
    [InlineData("a\tb\t.5\t3\ts\na\tb\t.5\t3\ts", "row 2, column id")]
    public void A_bad_row_is_named(string table, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => BaseRates.Read(table.Split('\n'))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("all", "all (")]
    [InlineData("unilateral", "unilateral 604 (")]
    [InlineData("bilateral", "bilateral 552 (")]
    [InlineData("mediated", "mediated 389 (")]
    [InlineData("unmediated", "unmediated 803 (")]
    [InlineData("written", "written 295 (")]
    [InlineData("preliminary", "with compliance (prelim) 205 (")]
    [InlineData("definitive", "definitive 88 (")]
    public async Task Survival_of_ceasefires_is_that_of_the_reference(string kind, string reference)
    {
        var data = SharedData.Find("corpora", "bargaining", "ceasefires", "ceasefires_dataset.csv");
        var expected = SharedData.Find("corpora", "bargaining", "expected", "ceasefire_km.txt");
        Assert.SkipUnless(data is not null && expected is not null, SharedData.Missing);
        var found = (await Call.Of("evaluate", "ceasefires", Path.GetDirectoryName(data)!)).Out.Split('\n');
        Assert.StartsWith("1238 ceasefires", found[0], StringComparison.Ordinal);
        // all ({7: 0.623, 30: 0.387, …}: the same shares by the reference.
        var line = File.ReadLines(expected!).Single(line => line.StartsWith(reference, StringComparison.Ordinal));
        var shares = line[..line.IndexOf('}', StringComparison.Ordinal)].Split(':')[1..].Select(part => double.Parse(part.Split(',')[0], CultureInfo.InvariantCulture));
        Assert.Equal(shares, found.Single(row => row.StartsWith(kind + " ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..].Select(share => double.Parse(share, CultureInfo.InvariantCulture)));
    }
}
