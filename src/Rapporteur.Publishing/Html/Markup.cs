using System.Buffers;
using System.Text;

namespace Rapporteur.Publishing;

/// <summary>Writes elements of HTML or SVG. Every text and attribute value goes through one place that escapes it.</summary>
internal sealed class Markup
{
    // What is not written as it stands: markup, control characters, halves of pairs.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => c is '&' or '<' or '>' or '"' or '\'' or '\ufffe' or '\uffff' || (char.IsControl(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c))]);

    private readonly StringBuilder _out = new(4096);

    /// <summary>Opens an element; attributes whose value is null are left out.</summary>
    public void Open(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _out.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is null) continue;
            _out.Append(' ').Append(attribute).Append("=\"");
            Escape(value);
            _out.Append('"');
        }

        _out.Append('>');
    }

    /// <summary>Closes an element.</summary>
    public void Close(string name) => _out.Append("</").Append(name).Append('>');

    /// <summary>Writes text as text.</summary>
    public void Text(string text) => Escape(text);

    /// <summary>An element that holds only text.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(name, attributes);
        Escape(text);
        Close(name);
    }

    /// <summary>Text of others, isolated so that its writing direction ends with it.</summary>
    public void Isolated(string text) => Element("bdi", text);

    /// <summary>A line break in the source, for readable bytes.</summary>
    public void Break() => _out.Append('\n');

    /// <summary>A style sheet of the program; never text of a source.</summary>
    public void Style(string css) => _out.Append("<style>").Append(css).Append("</style>");

    /// <summary>The first line of a page.</summary>
    public void Doctype() => _out.Append("<!DOCTYPE html>\n");

    /// <inheritdoc/>
    public override string ToString() => _out.ToString();

    // The five characters of markup; control characters and lone surrogates, which no document may hold, are left out.
    private void Escape(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var plain = text.AsSpan(i).IndexOfAny(Special);
            if (plain != 0)
            {
                _out.Append(text, i, plain < 0 ? text.Length - i : plain);
                if (plain < 0) return;
                i += plain;
            }

            var c = text[i];
            switch (c)
            {
                case '&': _out.Append("&amp;"); break;
                case '<': _out.Append("&lt;"); break;
                case '>': _out.Append("&gt;"); break;
                case '"': _out.Append("&quot;"); break;
                case '\'': _out.Append("&#39;"); break;
                default:
                    if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) _out.Append(c).Append(text[++i]);
                    break;
            }
        }
    }
}
