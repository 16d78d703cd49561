using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Publication dates that the user gives for many files in one table.</summary>
public sealed class PublishedDates
{
    private readonly Dictionary<string, Edtf> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Edtf?> byName = new(StringComparer.Ordinal);

    private PublishedDates(string? path) => Path = path is null ? null : System.IO.Path.GetFullPath(path);

    /// <summary>Full path of the table, which is no source itself; null when it came from a text.</summary>
    public string? Path { get; }

    /// <summary>How many files it names.</summary>
    public int Count => byPath.Count;

    /// <summary>Reads a CSV file with the columns <c>file,published</c>; a header line is optional, quotes as in RFC 4180.</summary>
    /// <param name="path">The file, UTF-8; <see cref="IOException"/> where it cannot be read, <see cref="FormatException"/> with the line where one is wrong.</param>
    public static PublishedDates Load(string path) => Parse(File.ReadAllText(path), path);

    /// <summary>Reads the same from a text.</summary>
    /// <param name="csv">The lines; <see cref="FormatException"/> with the line where one is wrong.</param>
    /// <param name="path">Where it came from, if from a file.</param>
    public static PublishedDates Parse(string csv, string? path = null)
    {
        var dates = new PublishedDates(path);
        var number = 0;
        foreach (var line in csv.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0) continue;
            var (file, rest) = Cell(line);
            var published = rest is null ? null : Cell(rest).Value.Trim();
            file = file.Trim().Replace('\\', '/');
            if (number == 1 && file == "file" && published == "published") continue;
            if (file.Length == 0 || MetadataDate.Parse(published) is not { } date)
                throw new FormatException($"Line {number} of {path ?? "the table of dates"} is not \"file,published\" with a date such as 2025-08-22.");
            dates.Add(Trimmed(file), date);
        }

        return dates;
    }

    /// <summary>The date given for a source: by its whole path, by the end of its path, or by its file name where only one entry has that name.</summary>
    /// <param name="source">Path as the user named it, or the source of a line of NDJSON.</param>
    /// <returns>The date; null when the table has none.</returns>
    public Edtf? For(string source)
    {
        var rest = Trimmed(source.Replace('\\', '/'));
        while (true)
        {
            if (byPath.TryGetValue(rest, out var date)) return date;
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0) break;
            rest = rest[(slash + 1)..];
        }

        return byName.GetValueOrDefault(rest);
    }

    private static string Trimmed(string path)
    {
        while (path.StartsWith("./", StringComparison.Ordinal)) path = path[2..];
        return path;
    }

    private static (string Value, string? Others) Cell(string line)
    {
        if (!line.StartsWith('"'))
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            return comma < 0 ? (line, null) : (line[..comma], line[(comma + 1)..]);
        }

        var end = 1;
        while (end < line.Length && (line[end] != '"' || (end + 1 < line.Length && line[end + 1] == '"'))) end += line[end] == '"' ? 2 : 1;
        var value = line[1..Math.Min(end, line.Length)].Replace("\"\"", "\"", StringComparison.Ordinal);
        return end + 1 < line.Length && line[end + 1] == ',' ? (value, line[(end + 2)..]) : (value, null);
    }

    private void Add(string file, Edtf date)
    {
        byPath[file] = date;
        var name = file[(file.LastIndexOf('/') + 1)..];
        byName[name] = byName.TryGetValue(name, out var other) && other?.Value != date.Value ? null : date;
    }
}
