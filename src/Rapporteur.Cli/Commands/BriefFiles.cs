using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>The three files of a brief, which lie beside each other.</summary>
/// <param name="Html">The page.</param>
/// <param name="Markdown">The same as Markdown.</param>
/// <param name="Json">The same as JSON, which <c>verify</c> checks.</param>
internal sealed record BriefFiles(string Html, string Markdown, string Json)
{
    /// <summary>The files for a path; throws <see cref="CallException"/> where the folder is missing or the path is one.</summary>
    public static BriefFiles At(string path)
    {
        if (Directory.Exists(path)) throw new CallException($"{path} is a folder; name a file in it, such as {Path.Combine(path, "brief.html")}.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null && !Directory.Exists(folder)) throw new CallException($"The folder {folder} is not there; make it first, or name another file with -o.");
        var stem = Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm" or ".md" or ".json" ? Path.ChangeExtension(path, null) : path;
        var html = Path.GetExtension(path).Equals(".htm", StringComparison.OrdinalIgnoreCase) ? path : stem + ".html";
        return new(html, stem + ".md", stem + ".json");
    }

    /// <summary>Writes all three, each whole or not at all.</summary>
    public void Write(Brief brief)
    {
        Replace(Html, new HtmlBrief().Export(brief));
        Replace(Markdown, new MarkdownBrief().Export(brief));
        Replace(Json, new JsonBrief().Export(brief));
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
