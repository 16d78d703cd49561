using Rapporteur.Printing;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>The files of a brief, which lie beside each other.</summary>
/// <param name="Html">The page.</param>
/// <param name="Markdown">The same as Markdown.</param>
/// <param name="Json">The same as JSON, which <c>verify</c> checks.</param>
/// <param name="Pdf">The page printed; null where none was asked for.</param>
internal sealed record BriefFiles(string Html, string Markdown, string Json, string? Pdf)
{
    /// <summary>The files for a path; throws <see cref="CallException"/> where the folder is missing or the path is one.</summary>
    /// <param name="path">The file that was named.</param>
    /// <param name="pdf">Whether a PDF is asked for; it is where the file that was named is one.</param>
    public static BriefFiles At(string path, bool pdf = false)
    {
        if (Directory.Exists(path)) throw new CallException($"{path} is a folder; name a file in it, such as {Path.Combine(path, "brief.html")}.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder)) throw new CallException($"The folder {folder} is not there; make it first, or name another file with -o.");
        var stem = Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm" or ".md" or ".json" or ".pdf" ? Path.ChangeExtension(path, null) : path;
        var html = Path.GetExtension(path).Equals(".htm", StringComparison.OrdinalIgnoreCase) ? path : stem + ".html";
        return new(html, stem + ".md", stem + ".json", pdf || Path.GetExtension(path).Equals(".pdf", StringComparison.OrdinalIgnoreCase) ? stem + ".pdf" : null);
    }

    /// <summary>Writes them, each whole or not at all. A PDF that cannot be made is told, and the others are there.</summary>
    public void Write(Brief brief, Messages messages, CancellationToken cancel)
    {
        var page = new HtmlBrief().Export(brief);
        Replace(Html, page);
        Replace(Markdown, new MarkdownBrief().Export(brief));
        Replace(Json, new JsonBrief().Export(brief));
        if (Pdf is null) return;
        try
        {
            Replace(Pdf, ChromiumPrinter.Print(page, brief.Header.Day ?? DateOnly.FromDateTime(DateTime.UnixEpoch), cancel: cancel));
        }
        catch (PrintingException wrong)
        {
            messages.Amiss($"{Pdf} is not written. {wrong.Message}");
        }
    }

    private static void Replace(string path, byte[] bytes)
    {
        var part = path + ".part";
        try
        {
            File.WriteAllBytes(part, bytes);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CallException($"{path} cannot be written ({e.Message.TrimEnd('.')}); choose another file with -o.", ExitCode.LeftOut);
        }
    }
}
