using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Writes the paragraphs of a part of a Word document as text. Reads it as a stream, so depth costs nothing.</summary>
internal sealed class WordText(ZonedText blocks, WordStyles styles)
{
    private readonly StringBuilder words = new();
    private readonly StringBuilder row = new();
    private string? style;
    private bool outlined;
    private bool listed;
    private int rows;
    private bool hasTitle;

    /// <summary>The paragraph in the style of a title; null where there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>Writes the paragraphs of a part.</summary>
    public void Write(OpenXmlPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        var skipped = 0;
        while (reader.Read())
        {
            var type = reader.ElementType;
            if (IsSkipped(reader))
            {
                skipped += reader.IsStartElement ? 1 : 0;
                skipped -= reader.IsEndElement ? 1 : 0;
            }

            if (skipped > 0) continue;
            if (reader.IsStartElement) Start(reader, type);
            if (reader.IsEndElement) End(type);
        }

        Paragraph();
    }

    /// <summary>All words of a part, such as a header, on one line.</summary>
    public static string Plain(OpenXmlPart part)
    {
        using var reader = OpenXmlReader.Create(part);
        var text = new StringBuilder();
        while (reader.Read() && text.Length < 10_000)
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Text)) text.Append(reader.GetText());
            else if (reader.IsEndElement && reader.ElementType == typeof(Paragraph)) text.Append(' ');
        }

        return text.ToString();
    }

    /// <summary>The value of an attribute by its local name; null where it is missing.</summary>
    public static string? Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
            if (attribute.LocalName == name) return attribute.Value;
        return null;
    }

    // What was deleted while changes were tracked, instructions of fields, and the copy of a drawing for old programs.
    private static bool IsSkipped(OpenXmlReader reader) =>
        reader.ElementType == typeof(DeletedRun) || reader.ElementType == typeof(MoveFromRun) || reader.LocalName is "Fallback" or "instrText" or "delText" or "sectPr";

    private void Start(OpenXmlReader reader, Type type)
    {
        if (type == typeof(Text)) words.Append(reader.GetText());
        else if (type == typeof(TabChar)) words.Append(' ');
        else if (type == typeof(Break) || type == typeof(CarriageReturn)) words.Append('\n');
        else if (type == typeof(NoBreakHyphen)) words.Append('-');
        else if (type == typeof(ParagraphStyleId)) style = Attribute(reader, "val");
        else if (type == typeof(OutlineLevel)) outlined = Attribute(reader, "val") is not "9";
        else if (type == typeof(NumberingId)) listed = Attribute(reader, "val") is not "0";
        else if (type == typeof(Table) && rows == 0) blocks.EndList();
        else if (type == typeof(TableRow)) rows++;
    }

    private void End(Type type)
    {
        if (type == typeof(Paragraph)) Paragraph();
        else if (type == typeof(TableCell) && rows == 1) row.Append(" | ");
        else if (type == typeof(Table)) blocks.EndList();
        else if (type == typeof(TableRow) && --rows == 0)
        {
            blocks.Add(row.ToString().TrimEnd(' ', '|'), ZoneKind.Body, "");
            row.Clear();
        }
    }

    private void Paragraph()
    {
        var text = words.ToString();
        var kind = outlined ? ZoneKind.Summary : styles.Kind(style);
        var item = listed && kind == ZoneKind.Body;
        words.Clear();
        (style, outlined, listed) = (null, false, false);
        if (string.IsNullOrWhiteSpace(text)) return;
        if (rows > 0)
        {
            row.Append(ZonedText.Clean(text).Replace('\n', ' ')).Append(' ');
            return;
        }

        if (kind == ZoneKind.Title && hasTitle) kind = ZoneKind.Summary;
        if (kind == ZoneKind.Title)
        {
            hasTitle = true;
            Title = ZonedText.Clean(text);
        }

        blocks.Add(text, kind, item ? "\u2022 " : null);
    }
}
