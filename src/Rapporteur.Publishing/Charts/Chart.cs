namespace Rapporteur.Publishing;

/// <summary>A chart as SVG. Its classes are styled by <c>data/publishing/chart.css</c>, in light and dark.</summary>
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

    /// <summary>The chart as a file of its own, with its style.</summary>
    public string ToSvg()
    {
        var svg = new Markup();
        Write(svg, standalone: true);
        return svg.ToString() + "\n";
    }

    /// <summary>Writes the chart into a page that has the style of charts.</summary>
    internal void Write(Markup svg) => Write(svg, standalone: false);

    /// <summary>Width and height in pixels at full size.</summary>
    private protected abstract (int Width, int Height) Size { get; }

    /// <summary>Draws the content.</summary>
    private protected abstract void Draw(Markup svg);

    private void Write(Markup svg, bool standalone)
    {
        var (width, height) = Size;
        svg.Open("svg", ("xmlns", standalone ? "http://www.w3.org/2000/svg" : null), ("class", "chart"), ("id", Id), ("viewBox", $"0 0 {Words.Number(width)} {Words.Number(height)}"),
            ("width", Words.Number(width)), ("height", Words.Number(height)), ("role", "group"), ("aria-labelledby", $"{Id}-title {Id}-desc"));
        svg.Element("title", Title, ("id", Id + "-title"));
        svg.Element("desc", Description, ("id", Id + "-desc"));
        if (standalone) svg.Style(StyleSheet.Of("chart.css") + StyleSheet.Of("model-charts.css"));
        Draw(svg);
        svg.Close("svg");
    }
}
