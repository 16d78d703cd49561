using System.Text;

namespace Rapporteur.Publishing;

/// <summary>Writes a brief as one HTML file: no script, no outside resource, citations in <c>details</c> elements, light and dark, fit for print.
/// Its Content-Security-Policy allows nothing but its own style sheet.</summary>
public sealed class HtmlBrief : Exporter
{
    private static readonly string Css = StyleSheet.Of("brief.css") + StyleSheet.Of("chart.css");

    /// <inheritdoc/>
    public override string Name => "html";

    /// <inheritdoc/>
    public override string MediaType => "text/html; charset=utf-8";

    /// <inheritdoc/>
    public override byte[] Export(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var html = new Markup();
        html.Doctype();
        html.Open("html", ("lang", "en"));
        Head(html, brief);
        Body(html, brief);
        html.Close("html");
        html.Break();
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Head(Markup html, Brief brief)
    {
        html.Open("head");
        html.Break();
        html.Open("meta", ("charset", "utf-8"));
        html.Break();
        html.Open("meta", ("name", "generator"), ("content", HeaderWords.Generator(brief.Header)));
        html.Break();
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; style-src {StyleSheet.Hash(Css)}; img-src data:; base-uri 'none'; form-action 'none'"));
        html.Break();
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Break();
        html.Open("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Open("meta", ("name", "robots"), ("content", "noindex"));
        html.Open("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Break();
        html.Element("title", brief.Header.Day is { } day ? $"{brief.Header.Title}, {DateWords.Of(day)}" : brief.Header.Title);
        html.Break();
        html.Style(Css);
        html.Break();
        html.Close("head");
        html.Break();
    }

    private static void Body(Markup html, Brief brief)
    {
        var text = new HtmlText(html, brief);
        var blocks = new HtmlBlocks(html, text);
        html.Open("body");
        html.Break();
        html.Element("a", Words.Of("header.skip"), ("class", "skip"), ("href", "#content"));
        HtmlFrame.Banner(html, brief.Header);
        html.Open("div", ("class", "page"));
        HtmlFrame.Contents(html, brief);
        html.Open("main", ("id", "content"));
        html.Break();
        HtmlFrame.Header(html, text, brief);
        foreach (var section in brief.Sections)
        {
            html.Open("section", ("class", "part"), ("id", section.Id));
            html.Element("h2", section.Title);
            if (section.Note is { } note) html.Element("p", note, ("class", "note"));
            html.Break();
            foreach (var block in section.Blocks) block.Render(blocks);
            html.Close("section");
            html.Break();
        }

        HtmlSources.Write(html, brief);
        html.Element("footer", Words.Of("header.about"));
        html.Close("main");
        html.Close("div");
        HtmlFrame.Banner(html, brief.Header);
        html.Close("body");
    }
}
