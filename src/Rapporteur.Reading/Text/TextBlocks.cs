using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A stretch of text that no sentence leaves: a paragraph, heading or list item, in one zone, freed of its bullet.</summary>
/// <param name="Span">Where it lies, without surrounding blanks.</param>
/// <param name="Zone">The zone in which it lies.</param>
internal readonly record struct TextBlock(TextSpan Span, ZoneKind Zone);

/// <summary>Finds the blocks of a text by its zones, empty lines, line ends and bullets.</summary>
internal static class TextBlocks
{
    /// <summary>The blocks in text order.</summary>
    public static List<TextBlock> Of(SourceDocument document)
    {
        var blocks = new List<TextBlock>();
        var layout = LineLayout.Of(document.Text);
        var position = 0;
        foreach (var zone in document.Zones)
        {
            var start = Math.Clamp(zone.Span.Start, position, document.Text.Length);
            var end = Math.Clamp(zone.Span.End, start, document.Text.Length);
            Lines(document.Text, position, start, ZoneKind.Body, layout, blocks);
            Lines(document.Text, start, end, zone.Kind, layout, blocks);
            position = end;
        }

        Lines(document.Text, position, document.Text.Length, ZoneKind.Body, layout, blocks);
        return blocks;
    }

    private static void Lines(string text, int start, int end, ZoneKind zone, LineLayout layout, List<TextBlock> blocks)
    {
        TextSpan open = default;
        var lastLine = start;
        for (var i = start; i < end;)
        {
            var stop = i;
            while (stop < end && !Characters.IsNewline(text[stop])) stop++;
            var line = Trim(text, i, stop);
            var item = SkipBullet(text, line);
            if (line.IsEmpty || item.IsEmpty)
            {
                Close(ref open, zone, blocks);
            }
            else if (!open.IsEmpty && item == line && layout.Continues(text, lastLine, open.End, line))
            {
                open = open with { End = item.End };
            }
            else
            {
                Close(ref open, zone, blocks);
                open = item;
            }

            lastLine = i;
            i = stop < end && text[stop] == '\r' && stop + 1 < end && text[stop + 1] == '\n' ? stop + 2 : stop + 1;
        }

        Close(ref open, zone, blocks);
    }

    private static void Close(ref TextSpan open, ZoneKind zone, List<TextBlock> blocks)
    {
        if (!open.IsEmpty) blocks.Add(new(open, zone));
        open = default;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && Characters.IsBlank(text[start])) start++;
        while (end > start && Characters.IsBlank(text[end - 1])) end--;
        return new(start, end);
    }

    /// <summary>The line without bullets, or closing brackets left over from markup, before it; empty where it is nothing but bullets or a rule.</summary>
    private static TextSpan SkipBullet(string text, TextSpan line)
    {
        var i = line.Start;
        while (i < line.End)
        {
            var c = text[i];
            var alone = i + 1 >= line.End || Characters.IsBlank(text[i + 1]);
            if (!Characters.IsBullet(c) && c is not (']' or '}' or '|') && !((c == '*' || Characters.IsDash(c)) && alone)) break;
            i++;
            while (i < line.End && Characters.IsBlank(text[i])) i++;
        }

        for (var j = i; j < line.End; j++)
            if (!Characters.IsBlank(text[j]) && !Characters.IsDash(text[j]) && text[j] is not ('*' or '=' or '_')) return new(i, line.End);
        return new(line.End, line.End);
    }
}
