using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rapporteur.Printing;

/// <summary>Takes out of a PDF what the browser writes of the clock and of the machine, so that the same page and browser give the same bytes. Lengths stay, since a PDF counts them.</summary>
internal static partial class PdfStamp
{
    /// <summary>The PDF with another day and without the name of the system.</summary>
    /// <param name="pdf">The PDF.</param>
    /// <param name="day">The day that it bears.</param>
    public static byte[] Set(byte[] pdf, DateOnly day)
    {
        var stamp = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "000000";
        var text = Date().Replace(Encoding.Latin1.GetString(pdf), m => $"/{m.Groups[1].Value} (D:{stamp}+00'00')");
        text = Creator().Replace(text, m => "/Creator (" + "Rapporteur".PadRight(m.Groups[1].Length)[..m.Groups[1].Length] + ")");
        return Encoding.Latin1.GetBytes(text);
    }

    [GeneratedRegex(@"/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"/Creator \(((?:\\.|[^\\()])*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Creator();
}
