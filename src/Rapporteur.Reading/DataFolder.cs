using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The files under <c>data/</c> that ship beside the assembly.</summary>
/// <param name="Root">Folder that holds them.</param>
public sealed record DataFolder(string Root)
{
    /// <summary>The folder beside the running assembly.</summary>
    public static DataFolder Shipped { get; } = new(Path.Combine(AppContext.BaseDirectory, "data"));

    /// <summary>Opens a file for reading; throws <see cref="FileNotFoundException"/> that names it where it is missing.</summary>
    /// <param name="path">Path below the root, with forward slashes.</param>
    public Stream Open(string path) => File.OpenRead(Path.Combine(Root, path));

    /// <summary>All lines of a UTF-8 file that are neither empty nor a comment (<c>#</c>).</summary>
    /// <param name="path">Path below the root, with forward slashes.</param>
    public IEnumerable<string> Lines(string path)
    {
        foreach (var line in File.ReadLines(Path.Combine(Root, path)))
            if (line.Length > 0 && line[0] != '#') yield return line;
    }

    /// <summary>Files of one kind below a folder, sorted by ordinal order of their names; empty where the folder is missing.</summary>
    /// <param name="folder">Folder below the root.</param>
    /// <param name="ending">Ending such as <c>.yaml</c>.</param>
    public IReadOnlyList<string> Files(string folder, string ending)
    {
        var full = Path.Combine(Root, folder);
        if (!Directory.Exists(full)) return [];
        var files = Directory.GetFiles(full, "*" + ending, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).ToList();
        files.Sort(StringComparer.Ordinal);
        return files;
    }

    /// <summary>Hash over the names and bytes of every file below the given folders, part of the reader's fingerprint.</summary>
    /// <param name="folders">Folders below the root.</param>
    public string Fingerprint(params IEnumerable<string> folders)
    {
        var parts = new List<string?>();
        foreach (var file in folders.SelectMany(folder => Files(folder, "")))
        {
            parts.Add(file);
            parts.Add(ContentHash.Of(File.ReadAllBytes(Path.Combine(Root, file))));
        }

        return ContentHash.Of(string.Join('\n', parts));
    }
}
