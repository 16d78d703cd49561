using DocumentFormat.OpenXml.Packaging;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A Word document (ISO/IEC 29500): paragraphs, headings, lists and tables of its body, then its notes.</summary>
internal sealed class WordFormat : ISourceFormat
{
    public Extraction Extract(byte[] bytes, SourceOptions options, CancellationToken cancel)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new UnreadableSourceException("encrypted", "The file is protected by a password, or an old .doc; save it as a DOCX without a password.");
        if (!bytes.AsSpan().StartsWith("PK"u8)) throw Broken();
        try
        {
            PackedParts.Check(bytes, options, cancel);
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes, false), false, new OpenSettings { MaxCharactersInPart = options.MaxUnpackedBytes });
            return Extract(document, options);
        }
        catch (Exception failure) when (failure is InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FileFormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or UriFormatException or NotSupportedException or FormatException)
        {
            throw Broken();
        }
    }

    private static Extraction Extract(WordprocessingDocument document, SourceOptions options)
    {
        var main = document.MainDocumentPart ?? throw Broken();
        var blocks = new ZonedText(options.MaxTextBytes);
        var styles = WordStyles.Read(main.StyleDefinitionsPart);
        var writer = new WordText(blocks, styles);
        writer.Write(main);
        if (main.FootnotesPart is { } footnotes) writer.Write(footnotes);
        if (main.EndnotesPart is { } endnotes) writer.Write(endnotes);
        var text = blocks.ToString();
        var marking = MarkingWords.AtTop(text);
        foreach (var part in main.HeaderParts.Cast<OpenXmlPart>().Concat(main.FooterParts))
        {
            if (MarkingWords.FindIn(WordText.Plain(part)) is { } label && label > marking) marking = label;
        }

        var about = document.PackageProperties;
        return new(text)
        {
            Title = writer.Title ?? (string.IsNullOrWhiteSpace(about.Title) ? null : about.Title),
            Published = about.Created is { } created ? Edtf.Day(DateOnly.FromDateTime(created.ToUniversalTime())) : null,
            Marking = marking,
            Zones = blocks.Zones,
            HasStructure = blocks.Zones.Any(zone => zone.Kind is ZoneKind.Title or ZoneKind.Summary),
        };
    }

    private static UnreadableSourceException Broken() => new("broken", "The file is no whole DOCX document; open it in a word processor and save it again.");
}
