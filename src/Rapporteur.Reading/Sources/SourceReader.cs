using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Turns files, folders and NDJSON into documents, one after the other. Each failure is a result with a code and a sentence, never an
/// exception; one bad source does not stop the others. Reads with no state of its own, so one reader may serve several threads.</summary>
public sealed class SourceReader
{
    private readonly SourceOptions options;
    private readonly DocumentMaker maker;

    /// <summary>A reader with the shipped data.</summary>
    /// <param name="options">Dates, marking and limits; defaults where null.</param>
    public SourceReader(SourceOptions? options = null)
        : this(options, ZoneFinder.Shipped, LanguageIdentifier.Shipped)
    {
    }

    /// <summary>A reader with other lists or profiles.</summary>
    /// <param name="options">Dates, marking and limits; defaults where null.</param>
    /// <param name="zones">Tells the parts of a text apart.</param>
    /// <param name="languages">Tells languages apart.</param>
    public SourceReader(SourceOptions? options, ZoneFinder zones, LanguageIdentifier languages)
    {
        ArgumentNullException.ThrowIfNull(zones);
        ArgumentNullException.ThrowIfNull(languages);
        this.options = options ?? new();
        maker = new(this.options, zones, languages);
    }

    /// <summary>Reads what the paths name, in their order: a file, a folder with all below it sorted by ordinal order of the paths, or <c>-</c> for NDJSON.
    /// Lazy: a file is opened when its result is asked for.</summary>
    /// <param name="paths">Files, folders, <c>-</c>.</param>
    /// <param name="standardInput">What <c>-</c> reads; null gives an error for it.</param>
    /// <param name="cancel">Stops with <see cref="OperationCanceledException"/>.</param>
    /// <returns>One result for every document, every file that could not be read and every one that was left out.</returns>
    public IEnumerable<SourceResult> Read(IEnumerable<string> paths, Stream? standardInput = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            if (path == "-")
            {
                foreach (var result in standardInput is null
                    ? [SourceResult.Failed("-", "no-input", "There is nothing on standard input; pipe NDJSON into it, one document a line.")]
                    : ReadNdjson(standardInput, "-", cancel)) yield return result;
                continue;
            }

            foreach (var entry in SourceFolder.Expand(path, options))
            {
                cancel.ThrowIfCancellationRequested();
                if (entry.Result is { } settled) yield return settled;
                else if (SourceKinds.ByName(entry.Path) == SourceKind.Ndjson)
                {
                    foreach (var result in NdjsonFile(entry, cancel)) yield return result;
                }
                else if (SourceKinds.ByName(entry.Path) is SourceKind.Warc or SourceKind.Feed)
                {
                    foreach (var result in PackedPages(entry, cancel)) yield return result;
                }
                else yield return ReadFile(entry, cancel);
            }
        }
    }

    /// <summary>Reads one file.</summary>
    /// <param name="path">A file that holds one document.</param>
    /// <param name="cancel">Stops with <see cref="OperationCanceledException"/>.</param>
    public SourceResult ReadFile(string path, CancellationToken cancel = default) => ReadFile(new SourceEntry(path, SourceFolder.Name(path), null), cancel);

    /// <summary>Reads NDJSON: <c>{"id","source","title"?,"publisher"?,"published"?,"text","marking"?}</c> a line, in order. A bad line is an error that names it; the rest go on.</summary>
    /// <param name="stream">UTF-8; read to its end, not closed.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="cancel">Stops with <see cref="OperationCanceledException"/>.</param>
    public IEnumerable<SourceResult> ReadNdjson(Stream stream, string name = "-", CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var number = 0;
        foreach (var line in new BoundedLines(stream, options.MaxTextBytes).Read())
        {
            cancel.ThrowIfCancellationRequested();
            number++;
            if (line.IsTooLong) yield return SourceResult.Failed($"{name}:{number}", "too-large", $"Line {number} is longer than {options.MaxTextBytes:N0} bytes; split the document.");
            else if (!line.IsBlank) yield return NdjsonLine.Read(line.Bytes, $"{name}:{number}", number, maker);
        }
    }

    /// <summary>Makes a document of a text that is already at hand, as from a text box: kept exactly as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">What to call it.</param>
    public SourceResult ReadText(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        return maker.Make(PlainTextFormat.Of(text), source, ContentHash.Of(text));
    }

    /// <summary>Reads a page that is already at hand, as from a feed or a web archive.</summary>
    /// <param name="page">The page. Its own title, publisher and date win over those that it comes with.</param>
    /// <param name="cancel">Stops with <see cref="OperationCanceledException"/>.</param>
    public SourceResult ReadPage(PageSource page, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (page.Fault is { } fault) return new(null, page.Source, null, fault);
        var id = ContentHash.Of(page.Bytes);
        try
        {
            if (page.Bytes.Length == 0) return SourceResult.Failed(page.Source, "empty", "The page is empty.", id);
            var kind = SourceKinds.ByMedia(page.MediaType, page.Bytes);
            if (OwnOutput.Is(kind, page.Bytes)) return SourceResult.Skipped(page.Source, "own-output", "Left out: Rapporteur wrote it.");
            var bytes = kind is SourceKind.Html or SourceKind.Text ? TextDecoding.ToUtf8(page.Bytes, page.Charset) : page.Bytes;
            var found = SourceFormats.Of(kind).Extract(bytes, options, cancel);
            return maker.Make(found with { Published = found.Published ?? page.Published, PublishedBasis = found.Published is null ? DateBasis.Metadata : found.PublishedBasis, Title = found.Title ?? page.Title, Publisher = found.Publisher ?? page.Publisher }, page.Source, id);
        }
        catch (UnreadableSourceException unreadable)
        {
            return new(null, page.Source, id, unreadable.Error);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return SourceFailure.Of(failure, page.Source, id);
        }
    }

    private SourceResult ReadFile(SourceEntry entry, CancellationToken cancel)
    {
        string? id = null;
        try
        {
            var bytes = SourceBytes.Of(entry.Path, options);
            id = ContentHash.Of(bytes);
            if (bytes.Length == 0) return SourceResult.Failed(entry.Source, "empty", "The file is empty.", id);
            var kind = SourceKinds.ByName(entry.Path);
            if (kind == SourceKind.Unknown) kind = SourceKinds.ByContent(bytes);
            if (kind is not SourceKind.Word && OwnOutput.Is(kind, bytes)) return SourceResult.Skipped(entry.Source, "own-output", "Left out: Rapporteur wrote it.");
            return maker.Make(SourceFormats.Of(kind).Extract(bytes, options, cancel), entry.Source, id);
        }
        catch (UnreadableSourceException unreadable)
        {
            return new(null, entry.Source, id, unreadable.Error);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return SourceFailure.Of(failure, entry.Source, id);
        }
    }

    private IEnumerable<SourceResult> NdjsonFile(SourceEntry entry, CancellationToken cancel)
    {
        FileStream? stream = null;
        SourceResult? failed = null;
        try
        {
            stream = File.OpenRead(entry.Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            failed = SourceFailure.Of(failure, entry.Source, null);
        }

        if (failed is not null) yield return failed;
        if (stream is null) yield break;
        using (stream)
        {
            if (stream.Length == 0) yield return SourceResult.Failed(entry.Source, "empty", "The file is empty.", ContentHash.Of([]));
            foreach (var result in ReadNdjson(stream, entry.Source, cancel)) yield return result;
        }
    }

    // The pages of a web archive, or the entries of a feed; what follows a fault is left out, and the fault is named.
    private IEnumerable<SourceResult> PackedPages(SourceEntry entry, CancellationToken cancel)
    {
        using var pages = PageFiles.Read(entry.Path, entry.Source, options).GetEnumerator();
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            SourceResult? failed = null;
            try
            {
                if (!pages.MoveNext()) yield break;
            }
            catch (UnreadableSourceException unreadable)
            {
                failed = new(null, entry.Source, null, unreadable.Error);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failed = SourceFailure.Of(failure, entry.Source, null);
            }

            if (failed is not null)
            {
                yield return failed;
                yield break;
            }

            yield return ReadPage(pages.Current, cancel);
        }
    }
}
