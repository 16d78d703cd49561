using System.Text;

namespace Rapporteur.Publishing;

/// <summary>Writes content lines of iCalendar (RFC 5545, 3.1): folded after 75 octets, ended by CR LF.</summary>
internal sealed class CalendarLines
{
    /// <summary>Most octets that a line may have, without its end.</summary>
    private const int Longest = 75;

    private readonly StringBuilder _out = new(4096);

    /// <summary>Opens a component.</summary>
    public void Begin(string component) => Fold($"BEGIN:{component}");

    /// <summary>Closes a component.</summary>
    public void End(string component) => Fold($"END:{component}");

    /// <summary>A property whose value stands as it is: a day, a word of the standard, an address.</summary>
    public void Property(string name, string value) => Fold($"{name}:{value}");

    /// <summary>A property of text, of one line or several; nothing where there is none.</summary>
    public void Text(string name, params IReadOnlyList<string> lines)
    {
        if (lines.Count > 0) Fold($"{name}:{string.Join("\\n", lines.Select(Escape))}");
    }

    /// <inheritdoc/>
    public override string ToString() => _out.ToString();

    private static string Escape(string text) => Quoting.Clean(text)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    // The blank that continues a line counts among its octets; a character is never torn.
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > Longest)
            {
                _out.Append("\r\n ");
                octets = 1;
            }

            _out.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        _out.Append("\r\n");
    }
}
