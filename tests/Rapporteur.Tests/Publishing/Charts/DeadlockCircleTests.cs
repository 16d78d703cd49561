using System.Globalization;
using System.Xml.Linq;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed class DeadlockCircleTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whose_condition_it_is_stands_in_no_box(int n)
    {
        const string Party = "transatlantic allies";
        DeadlockArrow[] arrows = [.. Enumerable.Range(0, n).Select(i => new DeadlockArrow(i, (i + 1) % n, Party, false, false))];
        var svg = XDocument.Parse(new DeadlockCircle("d", [.. Enumerable.Range(0, n).Select(i => new DeadlockBox($"thing {i}", ""))], [.. arrows]).ToSvg()).Root!;
        double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        var boxes = svg.Descendants().Where(e => e.Name.LocalName == "rect" && (string?)e.Attribute("class") == "box").Select(b => (Left: Number(b, "x"), Top: Number(b, "y"), Right: Number(b, "x") + Number(b, "width"), Bottom: Number(b, "y") + Number(b, "height"))).ToList();
        Assert.Equal(n, boxes.Count);
        var names = svg.Descendants().Where(e => e.Name.LocalName == "text" && e.Value == Party).ToList();
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            var width = TextStyle.Strong.Width(Party);
            var left = Number(name, "x") - ((string?)name.Attribute("text-anchor") switch { "middle" => width / 2, "end" => width, _ => 0 });
            var bottom = Number(name, "y");
            Assert.DoesNotContain(boxes, b => left < b.Right - 1 && left + width > b.Left + 1 && bottom - 9 < b.Bottom && bottom > b.Top);
        }
    }
}
