
namespace Rapporteur.Publishing;

/// <summary>Writes the section of sources.</summary>
internal static class HtmlSources
{
    public static void Write(Markup html, Brief brief)
    {
        if (brief.Sources.IsEmpty) return;
        html.Open("section", ("class", "part"), ("id", "sources"));
        html.Element("h2", Words.Of("section.sources.title"));
        html.Open("ul", ("class", "sources"));
        html.Break();
        foreach (var source in brief.Sources) Source(html, source);
        html.Close("ul");
        html.Close("section");
        html.Break();
    }

    private static void Source(Markup html, BriefSource source)
    {
        var document = source.Document;
        html.Open("li", ("id", source.Id), ("class", source.Error is null ? null : "unread"));
        html.Open("p", ("class", "source-title"));
        html.Isolated(HeaderWords.Title(document));
        html.Close("p");
        html.Open("p", ("class", "source-facts"));
        if (!string.IsNullOrWhiteSpace(document.Publisher))
        {
            html.Isolated(Quoting.Clean(document.Publisher));
            html.Text(" · ");
        }

        html.Isolated(HeaderWords.Published(document));
        html.Text($" · {Words.Of("marking", document.Marking)} · ");
        html.Isolated(HeaderWords.State(source));
        html.Close("p");
        if (!string.IsNullOrWhiteSpace(document.Rights))
        {
            html.Open("p", ("class", "source-facts"));
            html.Text(Words.Of("header.rights") + ": ");
            html.Isolated(Quoting.Cut(Quoting.Clean(document.Rights), 300));
            html.Close("p");
        }

        html.Open("p", ("class", "source-path"));
        Path(html, Quoting.Clean(document.Source));
        html.Close("p");
        html.Close("li");
        html.Break();
    }

    // Only addresses of the web become links, and those send no referrer.
    private static void Path(Markup html, string source)
    {
        var link = Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address!.AbsoluteUri : null;
        if (link is not null) html.Open("a", ("href", link), ("rel", "noopener noreferrer external"));
        html.Isolated(source);
        if (link is not null) html.Close("a");
    }
}
