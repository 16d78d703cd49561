using static Rapporteur.Publishing.Pixels;

namespace Rapporteur.Publishing;

/// <summary>Where a chart is drawn: every line, shape, text and link of a chart goes through it.</summary>
internal sealed class Canvas(Markup svg, string id)
{
    /// <summary>Pattern of lines for areas, so that they are told apart in print without colour; names are of <see cref="Patterns"/>.</summary>
    public string Pattern(string name) => $"url(#{id}-{name})";

    /// <summary>End of an arrow.</summary>
    public string Arrow(string name) => $"url(#{id}-{name})";

    public void Path(string kind, string d, string? end = null, string? fill = null) => Empty("path", ("class", kind), ("d", d), ("marker-end", end), ("fill", fill));

    public void Line(string kind, double x1, double y1, double x2, double y2) => Path(kind, $"M{At(x1, y1)} L{At(x2, y2)}");

    public void Rect(string kind, double x, double y, double width, double height, string? fill = null, double round = 2) =>
        Empty("rect", ("class", kind), ("x", At(x)), ("y", At(y)), ("width", At(Math.Max(0.5, width))), ("height", At(Math.Max(0.5, height))), ("rx", round > 0 && height > 6 ? At(round) : null), ("fill", fill));

    public void Circle(string kind, double x, double y, double radius) => Empty("circle", ("class", kind), ("cx", At(x)), ("cy", At(y)), ("r", At(radius)));

    /// <summary>A text; an empty one is left out.</summary>
    public void Text(string text, double x, double y, TextStyle style = TextStyle.Label, TextEnd end = TextEnd.Start, bool halo = false, string? fade = null)
    {
        if (text.Length == 0) return;
        svg.Element("text", text, ("class", Words.Code(style) + (halo ? " halo" : "") + (fade is null ? "" : " " + fade)), ("x", At(x)), ("y", At(y)), ("text-anchor", end switch { TextEnd.Middle => "middle", TextEnd.End => "end", _ => null }));
    }

    /// <summary>A text that runs upwards, with its middle at a place.</summary>
    public void Upright(string text, double x, double y, TextStyle style = TextStyle.Label) =>
        svg.Element("text", text, ("class", Words.Code(style)), ("x", "0"), ("y", "0"), ("text-anchor", "middle"), ("transform", $"translate({At(x)} {At(y)}) rotate(-90)"));

    /// <summary>Lines of a text, one below the other, the middle of the whole at a height.</summary>
    public void Lines(IReadOnlyList<string> lines, double x, double middle, TextStyle style = TextStyle.Label, TextEnd end = TextEnd.Start, double apart = 15)
    {
        for (var i = 0; i < lines.Count; i++) Text(lines[i], x, middle + 4 + (i * apart) - ((lines.Count - 1) * apart / 2), style, end);
    }

    /// <summary>Marks that belong together, as a list with a name.</summary>
    public void List(string name, Action draw, string? kind = null)
    {
        svg.Open("g", ("class", kind), ("role", "list"), ("aria-label", name));
        draw();
        svg.Close("g");
    }

    /// <summary>Shapes that carry a class together.</summary>
    public void Group(string kind, Action draw)
    {
        svg.Open("g", ("class", kind));
        draw();
        svg.Close("g");
    }

    /// <summary>A mark of a list: a link where it can be opened, else a picture of its own; its title is read out and shown to who points at it.</summary>
    public void Mark(ChartMark mark, string kind, Action draw)
    {
        svg.Open("g", ("role", "listitem"));
        var href = SafeHref(mark.Href);
        var element = href is null ? "g" : "a";
        svg.Open(element, ("href", href), ("class", kind), ("role", href is null ? "img" : null));
        svg.Element("title", mark.Title);
        draw();
        svg.Close(element);
        svg.Close("g");
    }

    /// <summary>A shape of a given radius around a place.</summary>
    public void Shape(Glyph glyph, string kind, double x, double y, double r = 5)
    {
        switch (glyph)
        {
            case Glyph.Dot: Circle(kind + " full", x, y, r); break;
            case Glyph.Ring: Circle(kind + " open", x, y, r); break;
            case Glyph.Faint: Circle(kind + " open faint", x, y, r); break;
            case Glyph.Point: Circle(kind + " full", x, y, r * 0.45); break;
            case Glyph.Half:
                Circle(kind + " open", x, y, r);
                Path(kind + " full", $"M{At(x - r, y)} A{At(r)},{At(r)} 0 0 0 {At(x + r, y)} z");
                break;
            case Glyph.Square: Rect(kind + " full", x - (r * 0.9), y - (r * 0.9), r * 1.8, r * 1.8); break;
            case Glyph.Frame: Rect(kind + " open", x - (r * 0.9), y - (r * 0.9), r * 1.8, r * 1.8); break;
            case Glyph.Diamond: Path(kind + " full", $"M{At(x, y - (r * 1.2))} L{At(x + (r * 1.2), y)} L{At(x, y + (r * 1.2))} L{At(x - (r * 1.2), y)} z"); break;
            case Glyph.Up: Path(kind + " full", $"M{At(x, y - r)} L{At(x + r, y + (r * 0.8))} L{At(x - r, y + (r * 0.8))} z"); break;
            case Glyph.Down: Path(kind + " full", $"M{At(x, y + r)} L{At(x + r, y - (r * 0.8))} L{At(x - r, y - (r * 0.8))} z"); break;
            case Glyph.Call: Path(kind + " open", $"M{At(x, y - r)} L{At(x + r, y + (r * 0.8))} L{At(x - r, y + (r * 0.8))} z"); break;
            case Glyph.Pause: Path(kind + " stroke thick", $"M{At(x - (r * 0.5), y - r)} L{At(x - (r * 0.5), y + r)} M{At(x + (r * 0.5), y - r)} L{At(x + (r * 0.5), y + r)}"); break;
            case Glyph.Cross: Path(kind + " stroke thick", Crossed(x, y, r * 0.8)); break;
            case Glyph.Barred or Glyph.FaintBarred:
                Circle(kind + (glyph == Glyph.Barred ? " open" : " open faint"), x, y, r);
                Path(kind + " stroke", Crossed(x, y, r * 0.5));
                break;
            case Glyph.Slashed:
                Circle(kind + " open", x, y, r);
                Path(kind + " stroke", $"M{At(x - (r * 0.9), y + (r * 0.9))} L{At(x + (r * 0.9), y - (r * 0.9))}");
                break;
            case Glyph.Check: Path(kind + " stroke thick", $"M{At(x - r, y)} L{At(x - (r * 0.3), y + (r * 0.8))} L{At(x + r, y - (r * 0.9))}"); break;
            default: throw new ArgumentOutOfRangeException(nameof(glyph), glyph, null);
        }
    }

    private static string Crossed(double x, double y, double r) => $"M{At(x - r, y - r)} L{At(x + r, y + r)} M{At(x + r, y - r)} L{At(x - r, y + r)}";

    // Only anchors, paths of the same host and addresses of the web are followed.
    internal static string? SafeHref(string? href) => href switch
    {
        null or "" => null,
        ['#', ..] => href,
        ['/', not '/' and not '\\', ..] or "/" => href,
        _ => Uri.TryCreate(href, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address!.AbsoluteUri : null,
    };

    private void Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        svg.Open(name, attributes);
        svg.Close(name);
    }
}
