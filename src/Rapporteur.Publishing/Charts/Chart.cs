using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>A chart as SVG. Its classes are styled by <c>data/publishing/chart.css</c>, in light, dark and print.</summary>
public abstract record Chart
{
    /// <summary>Makes a chart.</summary>
    /// <param name="id">Anchor; stem of the ids of title and description.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What a reader who does not see it has to know.</param>
    protected Chart(string id, string title, string description)
    {
        Id = id;
        Title = title;
        Description = description;
    }

    /// <summary>Anchor.</summary>
    public string Id { get; }

    /// <summary>What it shows; the accessible name.</summary>
    public string Title { get; }

    /// <summary>What a reader who does not see it has to know.</summary>
    public string Description { get; }

    /// <summary>The same data as a table.</summary>
    public abstract ChartTable Table { get; }

    /// <summary>The chart as a file of its own, with its style, its title above and what its frame says below.</summary>
    /// <param name="frame">Day, marking and sources; null for a chart of numbers that no document gave.</param>
    public string ToSvg(ChartFrame? frame = null)
    {
        var svg = new Markup();
        var layout = new FrameLayout(this, Size.Width, frame);
        Open(svg, layout.Top, layout.Bottom, isAlone: true);
        svg.Style(StyleSheet.Of("chart.css"));
        var canvas = new Canvas(svg, Id);
        layout.Paper(canvas, Size);
        Inside(svg, canvas);
        layout.Draw(svg, canvas, Size);
        svg.Close("svg");
        return svg.ToString() + "\n";
    }

    /// <summary>Writes the chart into a page that has the style of charts.</summary>
    internal void Write(Markup svg)
    {
        Open(svg, 0, 0, isAlone: false);
        Inside(svg, new(svg, Id));
        svg.Close("svg");
    }

    /// <summary>The chart as it stands in a page that has <see cref="Css"/>.</summary>
    public string ToFragment()
    {
        var svg = new Markup();
        Write(svg);
        return svg.ToString();
    }

    /// <summary>The style of charts, for pages that hold them.</summary>
    public static string Css => StyleSheet.Of("chart.css");

    /// <summary>Width and height in pixels at full size.</summary>
    private protected abstract (int Width, int Height) Size { get; }

    /// <summary>Whether it is one picture without marks that can be opened: a screen reader then reads its description and its table. Else the marks are a list that can be walked through.</summary>
    private protected virtual bool IsPicture => false;

    /// <summary>Names of the <see cref="Patterns"/> it uses.</summary>
    private protected virtual ImmutableArray<string> Uses => [];

    /// <summary>Draws the content.</summary>
    private protected abstract void Draw(Canvas canvas);

    private void Open(Markup svg, int top, int bottom, bool isAlone)
    {
        var (width, height) = Size;
        var (whole, start) = (Words.Number(height + top + bottom), top == 0 ? "0" : Words.Number(-top));
        svg.Open("svg", ("xmlns", isAlone ? "http://www.w3.org/2000/svg" : null), ("class", isAlone ? "chart alone" : "chart"), ("id", Id), ("viewBox", $"0 {start} {Words.Number(width)} {whole}"),
            ("width", Words.Number(width)), ("height", whole), ("role", IsPicture ? "img" : "group"), ("aria-labelledby", $"{Id}-title {Id}-desc"));
        svg.Element("title", Title, ("id", Id + "-title"));
        svg.Element("desc", isAlone && IsPicture ? $"{Description} {TableText.Of(Table)}" : Description, ("id", Id + "-desc"));
    }

    private void Inside(Markup svg, Canvas canvas)
    {
        Patterns.Write(svg, Id, Uses);
        Draw(canvas);
    }
}
