using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Something worth knowing about a source that is no failure.</summary>
/// <param name="Code">Stable code: <c>encoding</c> (not UTF-8), <c>hidden</c>, <c>own-output</c>, <c>record</c>, <c>configuration</c>, <c>link</c> (left out on purpose).</param>
/// <param name="Message">One sentence.</param>
public sealed record SourceNote(string Code, string Message);

/// <summary>What became of one source. There is a document, or an error, or both (kept, but not to be read on: <c>not-english</c>),
/// or only notes (left out on purpose: a hidden file, a brief of our own).</summary>
/// <param name="Document">The document with its text and zones; null where none could be made.</param>
/// <param name="Source">Path or name as the user gave it, forward slashes; for a line of NDJSON its <c>source</c>, else its <c>id</c>.</param>
/// <param name="Id">Hash of the raw bytes, <c>sha256:…</c>; null where they were not read.</param>
/// <param name="Error">Why it was left out or is not to be read; null when all is well.</param>
public sealed record SourceResult(SourceDocument? Document, string Source, string? Id, ReadingError? Error)
{
    /// <summary>Remarks, in the order in which they arose.</summary>
    public ImmutableArray<SourceNote> Notes { get; init; } = [];

    /// <summary>Whether the text is to be read on: a document without an error.</summary>
    public bool IsReadable => Document is not null && Error is null;

    /// <summary>Whether it was left out on purpose: neither document nor error.</summary>
    public bool IsSkipped => Document is null && Error is null;

    /// <summary>The document to store or print for this source; for one that failed, a document with an empty text,
    /// and where the bytes were not read, the hash of the source's name in place of <see cref="SourceDocument.Id"/>.</summary>
    public SourceDocument DocumentOrStub() => Document ?? new SourceDocument
    {
        Id = Id ?? ContentHash.Of(Source),
        TextId = ContentHash.Of(""),
        Source = Source,
        Text = "",
    };

    internal static SourceResult Failed(string source, string code, string message, string? id = null) =>
        new(null, source, id, new ReadingError(code, message));

    internal static SourceResult Skipped(string source, string code, string message) =>
        new(null, source, null, null) { Notes = [new SourceNote(code, message)] };
}
