using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Tells the parts of an article apart by its lines: headline, headings, captions, and what the web page left around it.
/// Careful with the body: a line counts as furniture only by its words or where it stands. Thread-safe.</summary>
public sealed class ZoneFinder
{
    private static readonly Lazy<ZoneFinder> FromShipped = new(() => new(DataFolder.Shipped));
    private readonly FurnitureLines furniture;
    private readonly CaptionLines captions;
    private readonly HeadlineLines headlines;
    private readonly HeadingLines headings;

    /// <summary>A finder with the lists of a data folder.</summary>
    /// <param name="data">Holds <c>sources/furniture.txt</c>, <c>sources/captions.txt</c>, <c>sources/licences.txt</c> and <c>sources/headings.txt</c>.</param>
    public ZoneFinder(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var cues = LineCues.Load(data, "sources/furniture.txt");
        var parts = LineCues.Load(data, "sources/headings.txt");
        furniture = new(cues);
        captions = new(LineCues.Load(data, "sources/captions.txt"), LineCues.Load(data, "sources/licences.txt"));
        headings = new(parts);
        headlines = new(furniture);
    }

    /// <summary>The finder with the shipped lists.</summary>
    public static ZoneFinder Shipped => FromShipped.Value;

    /// <summary>The zones of a text, sorted, without overlap, each within a line; body is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="title">The headline where it is known.</param>
    public ImmutableArray<Zone> Find(string text, string? title = null) => Find(text, title, [], false);

    /// <summary>The same where the markup has settled a part of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="title">The headline where it is known.</param>
    /// <param name="known">Zones that are settled, sorted, whole lines.</param>
    /// <param name="structured">Whether headings are among them, so that none are to be guessed.</param>
    internal ImmutableArray<Zone> Find(string text, string? title, ImmutableArray<Zone> known, bool structured)
    {
        var lines = new ArticleLines(text);
        Settle(lines, known);
        captions.Mark(lines);
        furniture.MarkAnywhere(lines);
        if (!structured)
        {
            headlines.Mark(lines, title);
            headings.Mark(lines);
        }

        furniture.MarkTail(lines);
        if (!structured) HeadlineLines.MarkStandfirst(lines);
        return [.. lines.Zones()];
    }

    private static void Settle(ArticleLines lines, ImmutableArray<Zone> known)
    {
        var next = 0;
        for (var i = 0; i < lines.Count && next < known.Length; i++)
        {
            while (next < known.Length && known[next].Span.End <= lines[i].Start) next++;
            if (next < known.Length && known[next].Span.Start < lines[i].End) lines.Mark(i, known[next].Kind);
        }
    }
}
