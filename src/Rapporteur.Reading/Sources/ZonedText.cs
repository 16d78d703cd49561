using System.Collections.Immutable;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Builds the text of a marked-up source from its paragraphs, with a blank line between them and a zone for each that is not body.</summary>
/// <param name="most">Most characters; more throw <see cref="UnreadableSourceException"/> (<c>too-large</c>).</param>
internal sealed class ZonedText(int most)
{
    private readonly StringBuilder text = new();
    private readonly ImmutableArray<Zone>.Builder zones = ImmutableArray.CreateBuilder<Zone>();
    private bool afterItem;

    public bool IsEmpty => text.Length == 0;

    public ImmutableArray<Zone> Zones => zones.ToImmutable();

    public override string ToString() => text.ToString();

    /// <summary>Adds a paragraph; white space is drawn together, line feeds are kept, an empty one is left out.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="bullet">What stands before an item of a list; items follow each other without a blank line. Null for a paragraph.</param>
    public void Add(string words, ZoneKind kind = ZoneKind.Body, string? bullet = null)
    {
        var clean = Clean(words);
        if (clean.Length == 0) return;
        if (text.Length > 0) text.Append(bullet is not null && afterItem ? "\n" : "\n\n");
        var start = text.Length;
        if (bullet is not null) text.Append(bullet);
        text.Append(clean);
        afterItem = bullet is not null;
        if (kind != ZoneKind.Body) zones.Add(new(new(start, text.Length), kind));
        if (text.Length > most) throw new UnreadableSourceException("too-large", $"The text has more than {most:N0} characters; split it.");
    }

    /// <summary>Ends a list or table, so that the next item stands apart from it.</summary>
    public void EndList() => afterItem = false;

    /// <summary>Single spaces, no space beside a line feed, no invisible characters.</summary>
    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        var (space, feed) = (false, false);
        foreach (var c in words)
        {
            if (c is '\u00ad' or '\u200b' or '\u2060' or '\ufeff' || (char.IsControl(c) && !char.IsWhiteSpace(c))) continue;
            if (char.IsWhiteSpace(c))
            {
                if (c is '\n' or '\u2028') feed = true;
                space = true;
                continue;
            }

            if (space && clean.Length > 0) clean.Append(feed ? '\n' : ' ');
            space = feed = false;
            clean.Append(c);
        }

        return clean.ToString();
    }
}
