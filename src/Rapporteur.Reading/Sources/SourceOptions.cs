using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What the user says about the sources, and how much is read.</summary>
public sealed record SourceOptions
{
    /// <summary>Publication date for documents that do not state one; null by default.</summary>
    public Edtf? Published { get; init; }

    /// <summary>Publication dates by file, which win over what the files say; null by default.</summary>
    public PublishedDates? PublishedByFile { get; init; }

    /// <summary>Marking of every document; where a document states one too, the stricter holds. <see cref="Marking.Unmarked"/> by default.</summary>
    public Marking Marking { get; init; }

    /// <summary>Largest file that is opened, in bytes; default 100 MiB. Larger ones give <c>too-large</c>.</summary>
    public long MaxFileBytes { get; init; } = 100L << 20;

    /// <summary>Longest text of one document, in bytes of its encoding; default 20 MiB. Also bounds a line of NDJSON.</summary>
    public int MaxTextBytes { get; init; } = 20 << 20;

    /// <summary>Largest page of HTML, in bytes; default 10 MiB. Its tree takes about forty times as much memory.</summary>
    public int MaxMarkupBytes { get; init; } = 10 << 20;

    /// <summary>Largest size of the unpacked parts of a DOCX file, in bytes; default 64 MiB.</summary>
    public long MaxUnpackedBytes { get; init; } = 64L << 20;

    /// <summary>How often a part of a DOCX file over 1 MiB may be larger than its packed form; default 200.</summary>
    public int MaxPackRatio { get; init; } = 200;

    /// <summary>Time that <c>pdftotext</c> may take for one file; default one minute.</summary>
    public TimeSpan PdfTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Folders in which <c>pdftotext</c> and <c>pdfinfo</c> are looked for, separated as in PATH; null (default) takes PATH.</summary>
    public string? PdfToolPath { get; init; }
}
