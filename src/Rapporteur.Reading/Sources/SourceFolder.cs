namespace Rapporteur.Reading;

/// <summary>A file to read, or what is already known to have become of it.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Source">What to call it: the path as the user named it, forward slashes.</param>
/// <param name="Result">Its result where it is not to be opened; else null.</param>
internal sealed record SourceEntry(string Path, string Source, SourceResult? Result);

/// <summary>Paths as the user names them to the files that they mean.</summary>
internal static class SourceFolder
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <summary>The path with forward slashes and without <c>./</c> before it.</summary>
    public static string Name(string path)
    {
        var name = path.Replace('\\', '/');
        while (name.StartsWith("./", StringComparison.Ordinal) && name.Length > 2) name = name[2..].TrimStart('/');
        return name;
    }

    public static IEnumerable<SourceEntry> Expand(string path, SourceOptions options)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            return [Failed(path, "not-found", "The path is empty.")];
        if (Directory.Exists(path)) return Folder(path, options);
        if (!File.Exists(path)) return [Failed(Name(path), "not-found", "There is no such file or folder; look at the path.")];
        return [File_(path, Name(path), options, named: true)];
    }

    private static List<SourceEntry> Folder(string folder, SourceOptions options)
    {
        var entries = new List<SourceEntry>();
        var prefix = Name(folder).TrimEnd('/');
        Collect(folder, prefix is "." ? "" : Name(folder).StartsWith('/') && prefix.Length == 0 ? "/" : prefix + "/", entries, options);
        entries.Sort((a, b) => string.CompareOrdinal(a.Source, b.Source));
        if (!entries.Exists(entry => entry.Result is null))
            entries.Add(Failed(Name(folder), "nothing-to-read", $"The folder holds no file that can be read. Read are {SourceKinds.Readable}."));
        return entries;
    }

    private static void Collect(string root, string prefix, List<SourceEntry> entries, SourceOptions options)
    {
        var open = new Stack<(string Folder, string Prefix)>();
        open.Push((root, prefix));
        while (open.TryPop(out var next))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(next.Folder).EnumerateFileSystemInfos("*", Everything))
                {
                    var source = next.Prefix + entry.Name;
                    if (entry.Name.StartsWith('.')) entries.Add(Skipped(source, "hidden", "Left out: hidden."));
                    else if (entry is not DirectoryInfo) entries.Add(File_(entry.FullName, source, options, named: false));
                    else if (entry.LinkTarget is not null) entries.Add(Skipped(source, "link", "Left out: a link to a folder, which may lead in circles; name it to read it."));
                    else open.Push((entry.FullName, source + "/"));
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                entries.Add(new("", next.Prefix, SourceFailure.Of(failure, next.Prefix, null)));
            }
        }
    }

    private static SourceEntry File_(string path, string source, SourceOptions options, bool named)
    {
        var ending = Path.GetExtension(path);
        if (SourceKinds.ByName(path) != SourceKind.Unknown || ending.Length == 0) return new(path, source, null);
        if (options.PublishedByFile?.Path is { } table && Path.GetFullPath(path) == table) return Skipped(source, "configuration", "Left out: the table of publication dates.");
        if (!named && OwnOutput.IsRecord(path)) return Skipped(source, "record", "Left out: a record, not a source.");
        if (!named && Path.GetFileName(path) is "dossier.yaml" or "dossier.yml") return Skipped(source, "configuration", "Left out: the dossier's description.");
        if (ending.Equals(".json", StringComparison.OrdinalIgnoreCase) && OwnOutput.IsFile(path)) return Skipped(source, "own-output", "Left out: Rapporteur wrote it.");
        return Failed(source, "unknown-kind", $"Files that end in {ending} are not read. {SourceKinds.Advice(path)}");
    }

    private static SourceEntry Failed(string source, string code, string message) => new("", source, SourceResult.Failed(source, code, message));

    private static SourceEntry Skipped(string source, string code, string message) => new("", source, SourceResult.Skipped(source, code, message));
}
