using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A PDF, by way of <c>pdftotext</c> of poppler-utils where it is installed.</summary>
internal sealed class PdfFormat : ISourceFormat
{
    public Extraction Extract(byte[] bytes, SourceOptions options, CancellationToken cancel)
    {
        if (bytes.AsSpan(0, Math.Min(bytes.Length, 1024)).IndexOf("%PDF-"u8) < 0)
            throw new UnreadableSourceException("broken", "The file is no PDF, whatever its name says.");
        var tool = PdfTool.Find("pdftotext", options.PdfToolPath)
            ?? throw new UnreadableSourceException("pdftotext-missing", "PDF files need pdftotext; install poppler-utils, or give the text of the file.");
        var file = Path.Combine(Path.GetTempPath(), "rapporteur-" + ContentHash.Of(bytes)[7..39] + "-" + Environment.ProcessId + "-" + Environment.CurrentManagedThreadId + ".pdf");
        try
        {
            File.WriteAllBytes(file, bytes);
            var text = Encoding.UTF8.GetString(PdfTool.Run(tool, ["-enc", "UTF-8", "-q", file, "-"], options, cancel));
            var info = PdfTool.Find("pdfinfo", options.PdfToolPath) is { } other ? Encoding.UTF8.GetString(PdfTool.Run(other, ["-isodates", "-enc", "UTF-8", file], options, cancel)) : "";
            return Make(text, info, options);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Extraction Make(string raw, string info, SourceOptions options)
    {
        var blocks = PdfPages.Read(raw, options.MaxTextBytes);
        if (blocks.IsEmpty) throw new UnreadableSourceException("no-text", "The PDF holds pictures of text only; run text recognition (OCR) on it first.");
        var text = blocks.ToString();
        return new(text)
        {
            Title = Value(info, "Title:"),
            Published = MetadataDate.Parse(Value(info, "CreationDate:")),
            Marking = MarkingWords.AtTop(text),
            Zones = blocks.Zones,
        };
    }

    private static string? Value(string info, string key)
    {
        foreach (var line in info.Split('\n'))
            if (line.StartsWith(key, StringComparison.Ordinal) && line[key.Length..].Trim() is { Length: > 0 } value) return value;
        return null;
    }
}
