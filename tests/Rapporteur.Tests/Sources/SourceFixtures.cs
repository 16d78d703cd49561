using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Rapporteur.Reading;

namespace Rapporteur.Tests;

/// <summary>Files made for a test, in a folder of their own that goes when the test ends.</summary>
internal sealed class SourceFixtures : IDisposable
{
    public const string Article = """
        Envoys return to the capital

        The envoys of both countries came back to the capital on Friday and said that the talks would go on for some weeks yet.

        Neither side has given way on the town and its bridge, which both have claimed since the truce of last spring was signed.

        """;

    public SourceFixtures([System.Runtime.CompilerServices.CallerMemberName] string test = "")
    {
        Folder = Path.Combine(Path.GetTempPath(), $"rapporteur-tests-{Environment.ProcessId}", test);
        if (Directory.Exists(Folder)) Directory.Delete(Folder, true);
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public void Dispose() => Directory.Delete(Folder, true);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public List<SourceResult> ReadAll(SourceOptions? options = null) => [.. new SourceReader(options).Read([Folder])];

    public SourceResult Read(string name, string text, SourceOptions? options = null) => new SourceReader(options).ReadFile(Write(name, text));

    public SourceResult Read(string name, byte[] bytes, SourceOptions? options = null) => new SourceReader(options).ReadFile(Write(name, bytes));

    /// <summary>A DOCX with a title, a heading, a list, a table and a header.</summary>
    public static byte[] Word(string header = "TLP:GREEN", params OpenXmlElement[] more)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var item = Text("The bridge has to be opened first.");
            item.ParagraphProperties = new(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 }));
            var table = new Table(new TableRow(new TableCell(Text("Side")), new TableCell(Text("Wants"))), new TableRow(new TableCell(Text("North")), new TableCell(Text("the town"))));
            main.Document = new Document(new Body([Text("Envoys return", "Title"), Text("The envoys came back to the capital on Friday and the talks will go on."), Text("What they want", "Heading1"), item, table, Text("It was the third round of the talks that began in spring."), .. more]));
            var top = main.AddNewPart<HeaderPart>();
            top.Header = new Header(Text(header));
            document.PackageProperties.Created = new DateTime(2024, 3, 14, 12, 0, 0, DateTimeKind.Utc);
            document.PackageProperties.Title = "draft";
        }

        return stream.ToArray();
    }

    /// <summary>An archive whose one part unpacks to many times its size.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, true))
        {
            using var part = archive.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < megabytes; i++) part.Write(zeros);
        }

        return stream.ToArray();
    }

    private static Paragraph Text(string words, string? style = null)
    {
        var paragraph = new Paragraph(new Run(new Text(words) { Space = SpaceProcessingModeValues.Preserve }));
        if (style is not null) paragraph.ParagraphProperties = new(new ParagraphStyleId { Val = style });
        return paragraph;
    }
}
