using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A page of one chart with its data as a table: no script, no outside resource.</summary>
public static class ChartPage
{
    private static readonly string Css = StyleSheet.Of("chart.css") + StyleSheet.Of("chart-page.css");

    /// <summary>The page as UTF-8.</summary>
    /// <param name="drawn">The chart with what stands around it.</param>
    public static byte[] Of(DrawnChart drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        var html = new Markup();
        html.Doctype();
        html.Open("html", ("lang", "en"));
        html.Open("head");
        html.Open("meta", ("charset", "utf-8"));
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src {StyleSheet.Hash(Css)}; img-src data:; base-uri 'none'; form-action 'none'"));
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Open("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Open("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Element("title", drawn.Chart.Title);
        html.Style(Css);
        html.Close("head");
        html.Break();
        html.Open("body");
        Body(html, drawn.Chart, drawn.Frame);
        html.Close("body");
        html.Close("html");
        html.Break();
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Body(Markup html, Chart chart, ChartFrame frame)
    {
        html.Open("main");
        html.Element("h1", chart.Title);
        var facts = new[] { frame.Day is { } day ? Words.Fill("header.day", ("date", DateWords.Of(day))) : "", frame.Marking is { } m ? m == Marking.Unmarked ? Words.Of("header.unmarked") : Words.Of("marking", m) : "" };
        html.Element("p", string.Join(" · ", facts.Where(f => f.Length > 0)), ("class", "facts"));
        html.Element("p", chart.Description, ("class", "facts"));
        html.Open("figure");
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", chart.Title));
        chart.Write(html);
        html.Close("div");
        html.Close("figure");
        html.Break();
        Table(html, chart.Table, chart.Title);
        Sources(html, frame);
        html.Close("main");
    }

    /// <summary>Writes the data of a chart as a table.</summary>
    internal static void Table(Markup html, ChartTable table, string caption)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption));
        html.Open("table");
        html.Element("caption", caption);
        html.Open("thead");
        html.Open("tr");
        foreach (var column in table.Columns) html.Element("th", column, ("scope", "col"));
        html.Close("tr");
        html.Close("thead");
        html.Open("tbody");
        foreach (var row in table.Rows)
        {
            html.Open("tr");
            for (var i = 0; i < row.Cells.Length; i++) Cell(html, row.Cells[i], i == 0 ? Canvas.SafeHref(row.Href) : null);
            html.Close("tr");
            html.Break();
        }

        html.Close("tbody");
        html.Close("table");
        html.Close("div");
    }

    private static void Cell(Markup html, string text, string? href)
    {
        html.Open("td");
        if (href is not null) html.Open("a", ("href", href));
        html.Isolated(text);
        if (href is not null) html.Close("a");
        html.Close("td");
    }

    private static void Sources(Markup html, ChartFrame frame)
    {
        if (frame.Sources.IsEmpty) return;
        html.Element("h2", Words.Of("section.sources.title"));
        html.Open("ul");
        foreach (var source in frame.Sources)
        {
            html.Open("li", ("id", source.Id));
            if (source.Href is not null) html.Open("a", ("href", source.Href), ("rel", "noopener noreferrer external"));
            html.Isolated(source.Label);
            if (source.Href is not null) html.Close("a");
            html.Close("li");
        }

        html.Close("ul");
    }
}
