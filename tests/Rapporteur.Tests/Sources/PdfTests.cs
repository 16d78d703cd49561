using System.Globalization;
using System.Text;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

public sealed class PdfTests
{
    private static readonly bool HasTool = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")));

    [Fact]
    public void The_text_of_a_real_pdf_is_read()
    {
        Assert.SkipUnless(HasTool, "pdftotext is not installed (package poppler-utils).");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("note.pdf"), OnePage("France rejected the proposal on Monday."));
        var source = Assert.Single(new SourceReader().Read([folder.File("note.pdf")]));
        Assert.Null(source.Error);
        Assert.Contains("France rejected the proposal on Monday.", source.Document!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_pdf_is_named_with_its_reason()
    {
        Assert.SkipUnless(HasTool, "pdftotext is not installed (package poppler-utils).");
        using var folder = new TemporaryFolder();
        folder.Write("broken.pdf", "%PDF-1.4\nthis is no page");
        var source = Assert.Single(new SourceReader().Read([folder.File("broken.pdf")]));
        Assert.NotNull(source.Error);
    }

    // A PDF of one page with one line of text (ISO 32000-1, annex H.3).
    private static byte[] OnePage(string line)
    {
        var content = $"BT /F1 12 Tf 72 720 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
