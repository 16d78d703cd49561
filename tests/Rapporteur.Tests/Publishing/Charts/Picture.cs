using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A chart as it was written: what a reader of the SVG can measure.</summary>
internal sealed partial class Picture
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private Picture(string svg)
    {
        Root = XDocument.Parse(svg).Root!;
        var box = Root.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        Box = (box[0], box[1], box[0] + box[2], box[1] + box[3]);
    }

    public XElement Root { get; }

    public (double Left, double Top, double Right, double Bottom) Box { get; }

    public static Picture Of(Chart chart, ChartFrame? frame = null) => new(chart.ToSvg(frame));

    /// <summary>Marks of a kind.</summary>
    public IEnumerable<XElement> Marks(string kind) => Root.Descendants().Where(e => ((string?)e.Attribute("class"))?.Split(' ')[0] == kind && e.Element(Svg + "title") is not null);

    public IEnumerable<XElement> Elements(string name) => Root.Descendants(Svg + name);

    /// <summary>Boxes of all texts, by the estimate with which the charts are laid out.</summary>
    public IEnumerable<(string Text, double Left, double Top, double Right, double Bottom)> Texts() => Elements("text").Select(t =>
    {
        var style = Enum.GetValues<TextStyle>().First(s => Words.Code(s) == t.Attribute("class")!.Value.Split(' ')[0]);
        var (wide, high) = (style.Width(t.Value), style.Size());
        if (Turned().Match((string?)t.Attribute("transform") ?? "") is { Success: true } turned)
        {
            var (cx, cy) = (Number(turned.Groups[1].Value), Number(turned.Groups[2].Value));
            return (t.Value, cx - (high * 0.75), cy - (wide / 2), cx + (high * 0.25), cy + (wide / 2));
        }

        var x = Number(t.Attribute("x")!.Value) - ((string?)t.Attribute("text-anchor") switch { "middle" => wide / 2, "end" => wide, _ => 0 });
        var y = Number(t.Attribute("y")!.Value);
        return (t.Value, x, y - (high * 0.75), x + wide, y + (high * 0.25));
    });

    /// <summary>Every place that a shape names.</summary>
    public IEnumerable<(double X, double Y)> Places()
    {
        foreach (var e in Root.Descendants().Where(e => !e.Ancestors().Any(a => a.Name.LocalName is "defs")))
            switch (e.Name.LocalName)
            {
                case "rect":
                    yield return (At(e, "x"), At(e, "y"));
                    yield return (At(e, "x") + At(e, "width"), At(e, "y") + At(e, "height"));
                    break;
                case "circle":
                    yield return (At(e, "cx") - At(e, "r"), At(e, "cy") - At(e, "r"));
                    yield return (At(e, "cx") + At(e, "r"), At(e, "cy") + At(e, "r"));
                    break;
                case "path" when e.Attribute("d") is { } d:
                    foreach (Match pair in Pair().Matches(d.Value)) yield return (Number(pair.Groups[1].Value), Number(pair.Groups[2].Value));
                    break;
            }
    }

    /// <summary>What holds of every chart: names for who cannot see it, unique ids, links that lead somewhere safe, nothing outside, no text on another.</summary>
    public void IsSound(bool textsApart = true)
    {
        var id = Root.Attribute("id")!.Value;
        Assert.Equal($"{id}-title {id}-desc", Root.Attribute("aria-labelledby")!.Value);
        Assert.Contains(Root.Attribute("role")!.Value, (string[])["img", "group"]);
        Assert.NotEmpty(Root.Element(Svg + "title")!.Value);
        Assert.NotEmpty(Root.Element(Svg + "desc")!.Value);
        var ids = Root.DescendantsAndSelf().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.DoesNotContain("NaN", Root.ToString(), StringComparison.Ordinal);
        Assert.All(Root.Descendants(Svg + "a"), a => Assert.Matches("^(#|/|https?://)", a.Attribute("href")!.Value));
        foreach (var reference in Root.Descendants().Attributes().Where(a => a.Value.StartsWith("url(#", StringComparison.Ordinal))) Assert.Contains(reference.Value[5..^1], ids);
        Assert.All(Root.Descendants().Where(e => (string?)e.Attribute("role") == "listitem"), e => Assert.Contains(e.Descendants(Svg + "title"), t => t.Value.Length > 0));
        var texts = Texts().ToList();
        Assert.All(texts, t => Assert.True(t.Left >= Box.Left - 0.5 && t.Right <= Box.Right + 0.5 && t.Top >= Box.Top - 0.5 && t.Bottom <= Box.Bottom + 0.5, $"“{t.Text}” stands outside."));
        Assert.All(Places(), p => Assert.True(p.X >= Box.Left - 1 && p.X <= Box.Right + 1 && p.Y >= Box.Top - 1 && p.Y <= Box.Bottom + 1, $"{p} lies outside."));
        if (!textsApart) return;
        for (var a = 0; a < texts.Count; a++)
            for (var b = a + 1; b < texts.Count; b++)
                Assert.False(texts[a].Left < texts[b].Right - 0.6 && texts[b].Left < texts[a].Right - 0.6 && texts[a].Top < texts[b].Bottom - 0.6 && texts[b].Top < texts[a].Bottom - 0.6, $"“{texts[a].Text}” stands on “{texts[b].Text}”.");
    }

    private static double At(XElement e, string name) => Number(e.Attribute(name)!.Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"translate\((\S+) (\S+)\)")]
    private static partial Regex Turned();

    [GeneratedRegex(@"(-?[0-9.]+),(-?[0-9.]+)")]
    private static partial Regex Pair();
}
