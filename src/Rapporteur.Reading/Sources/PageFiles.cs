using System.Text;

namespace Rapporteur.Reading;

/// <summary>The pages in files that hold several: web archives and feeds.</summary>
internal static class PageFiles
{
    /// <summary>The pages of a file, in its order.</summary>
    public static IEnumerable<PageSource> Read(string path, string source, SourceOptions options)
    {
        if (SourceKinds.ByName(path) == SourceKind.Feed)
        {
            foreach (var page in Feed(path, source, options)) yield return page;
            yield break;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        foreach (var page in WarcPages.Read(file, options)) yield return page;
    }

    /// <summary>The entry of a feed as a page of its own; null where the feed carries no words of it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="publisher">Name of the feed.</param>
    /// <param name="source">What to call it where it has no address.</param>
    public static PageSource? OfEntry(FeedEntry entry, string? publisher, string source) => entry.Content is null ? null
        : new(Encoding.UTF8.GetBytes($"<!doctype html><meta charset=\"utf-8\"><article><h1>{System.Net.WebUtility.HtmlEncode(entry.Title)}</h1>{entry.Content}</article>"), entry.Link?.AbsoluteUri ?? source)
        {
            ContentType = "text/html; charset=utf-8",
            Title = entry.Title,
            Publisher = publisher,
            Published = entry.Published,
        };

    private static List<PageSource> Feed(string path, string source, SourceOptions options)
    {
        try
        {
            var feed = FeedReader.Read(SourceBytes.Of(path, options), null, new Uri(Path.GetFullPath(path)));
            return [.. feed.Entries.Select(entry => OfEntry(entry, feed.Title, $"{source}#{entry.Key}")).OfType<PageSource>()];
        }
        catch (FormatException wrong)
        {
            throw new UnreadableSourceException("broken", wrong.Message);
        }
    }
}
