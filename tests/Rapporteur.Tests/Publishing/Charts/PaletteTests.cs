using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>The colours of charts, computed from the style sheet.</summary>
public sealed partial class PaletteTests
{
    // Apart enough to be told beside each other, on a scale on which black and white are 100 apart.
    private const double LeastDistance = 10;

    // Machado, Oliveira and Fernandes 2009, severity 1.
    private static readonly Dictionary<string, double[][]> Sights = new()
    {
        ["normal"] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        ["protanopia"] = [[.152286, 1.052583, -.204868], [.114503, .786281, .099216], [-.003882, -.048116, 1.051998]],
        ["deuteranopia"] = [[.367322, .860646, -.227968], [.280085, .672501, .047413], [-.011820, .042940, .968881]],
        ["tritanopia"] = [[1.255528, -.076749, -.178779], [-.078411, .930809, .147602], [.004733, .691367, .303900]],
    };

    // Paper of a file of its own, and the panel and paper of a brief.
    public static TheoryData<int, string> Papers() => new() { { 0, "#ffffff" }, { 0, "#fcfbf8" }, { 1, "#1f2226" }, { 1, "#17191c" }, { 2, "#ffffff" } };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Text_stands_out_by_four_and_a_half_and_marks_by_three(int scheme, string paper)
    {
        var colours = Scheme(scheme);
        foreach (var name in (string[])["ink", "soft"]) Assert.True(Contrast(colours[name], paper) >= 4.5, $"{name} on {paper}: {Contrast(colours[name], paper):0.00}");
        foreach (var name in (string[])["c0", "c1", "c2", "c3", "c4"]) Assert.True(Contrast(colours[name], paper) >= 3, $"{name} on {paper}: {Contrast(colours[name], paper):0.00}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_two_colours_stay_apart_for_every_sight(int scheme)
    {
        var colours = Scheme(scheme).Where(c => c.Key[0] == 'c').ToList();
        Assert.Equal(5, colours.Count);
        foreach (var (sight, matrix) in Sights)
            foreach (var (i, one) in colours.Index())
                foreach (var other in colours.Skip(i + 1))
                {
                    var apart = Distance(Seen(one.Value, matrix), Seen(other.Value, matrix));
                    Assert.True(apart >= LeastDistance, $"{one.Key} and {other.Key}, {sight}: {apart:0.0}");
                }
    }

    [Fact]
    public void Every_style_of_text_has_a_class()
    {
        foreach (var style in Enum.GetValues<TextStyle>().Where(s => s != TextStyle.Label)) Assert.Contains($".chart .{Words.Code(style)}", Chart.Css, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Scheme(int index) => Variables().Matches(Chart.Css)[index].Groups["rules"].Value.Split(';').Select(r => r.Split(':')).Where(r => r.Length == 2 && r[1].Trim().StartsWith('#'))
        .ToDictionary(r => r[0].Trim()["--chart-".Length..], r => r[1].Trim());

    private static double[] Linear(string hex) => [.. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0).Select(c => c <= .04045 ? c / 12.92 : Math.Pow((c + .055) / 1.055, 2.4))];

    private static double Contrast(string one, string other)
    {
        double Light(string hex) => Linear(hex) is var c ? (.2126 * c[0]) + (.7152 * c[1]) + (.0722 * c[2]) : 0;
        var (a, b) = (Math.Max(Light(one), Light(other)), Math.Min(Light(one), Light(other)));
        return (a + .05) / (b + .05);
    }

    private static double[] Seen(string hex, double[][] matrix)
    {
        var c = Linear(hex);
        return [.. matrix.Select(row => Math.Clamp((row[0] * c[0]) + (row[1] * c[1]) + (row[2] * c[2]), 0, 1))];
    }

    // Oklab (Ottosson 2020).
    private static double Distance(double[] one, double[] other)
    {
        static double[] Lab(double[] c)
        {
            var l = Math.Cbrt((.4122214708 * c[0]) + (.5363325363 * c[1]) + (.0514459929 * c[2]));
            var m = Math.Cbrt((.2119034982 * c[0]) + (.6806995451 * c[1]) + (.1073969566 * c[2]));
            var s = Math.Cbrt((.0883024619 * c[0]) + (.2817188376 * c[1]) + (.6299787005 * c[2]));
            return [(.2104542553 * l) + (.7936177850 * m) - (.0040720468 * s), (1.9779984951 * l) - (2.4285922050 * m) + (.4505937099 * s), (.0259040371 * l) + (.7827717662 * m) - (.8086757660 * s)];
        }

        var (a, b) = (Lab(one), Lab(other));
        return 100 * Math.Sqrt(Enumerable.Range(0, 3).Sum(i => (a[i] - b[i]) * (a[i] - b[i])));
    }

    [GeneratedRegex(@"\.chart \{(?<rules>\s*--chart-ink[^}]*)\}")]
    private static partial Regex Variables();
}
