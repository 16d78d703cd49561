using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Training;

/// <summary>Reads treebanks in CoNLL-U (https://universaldependencies.org/format.html). Empty nodes are left out.</summary>
public static class Treebank
{
    /// <summary>The sentences of a file, or of all <c>*.conllu</c> files of a folder in ordinal order of their names.</summary>
    /// <param name="path">File or folder.</param>
    public static ImmutableArray<TreebankSentence> Load(string path)
    {
        if (!Directory.Exists(path)) return Read(File.ReadLines(path));
        var files = Directory.GetFiles(path, "*.conllu");
        Array.Sort(files, StringComparer.Ordinal);
        return [.. files.SelectMany(file => Read(File.ReadLines(file)))];
    }

    /// <summary>The sentences of the lines of one file; throws <see cref="FormatException"/> that names the line where one is malformed.</summary>
    /// <param name="lines">Lines without their ends.</param>
    public static ImmutableArray<TreebankSentence> Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var sentences = ImmutableArray.CreateBuilder<TreebankSentence>();
        var rows = new List<string[]>();
        var text = "";
        var name = "";
        var document = false;
        var paragraph = false;
        var number = 0;
        foreach (var line in lines.Append(""))
        {
            number++;
            if (line.Length == 0)
            {
                if (rows.Count > 0) sentences.Add(Build(rows, text, document ? name : "", document, paragraph));
                if (rows.Count > 0) (document, paragraph, text) = (false, false, "");
                rows.Clear();
            }
            else if (line[0] == '#')
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal)) (document, name) = (true, line.Split('=', 2) is [_, var id] ? id.Trim() : "");
                else if (line is "# newpar" || line.StartsWith("# newpar id", StringComparison.Ordinal)) paragraph = true;
                else if (line.StartsWith("# text = ", StringComparison.Ordinal)) text = line[9..];
            }
            else
            {
                var fields = line.Split('\t');
                if (fields.Length != 10) throw new FormatException($"Line {number} has {fields.Length} fields instead of 10: {line}");
                rows.Add(fields);
            }
        }

        return sentences.DrainToImmutable();
    }

    private static TreebankSentence Build(List<string[]> rows, string text, string name, bool document, bool paragraph)
    {
        var words = ImmutableArray.CreateBuilder<TreebankWord>();
        if (text.Length == 0) text = string.Concat(rows.Where(row => !row[0].Contains('.', StringComparison.Ordinal)).Select(row => row[1] + (Joins(row) ? "" : " "))).TrimEnd();
        var position = 0;
        var covered = 0;
        var joins = false;
        foreach (var row in rows)
        {
            if (row[0].Contains('.', StringComparison.Ordinal)) continue;
            var dash = row[0].IndexOf('-', StringComparison.Ordinal);
            if (dash > 0)
            {
                covered = int.Parse(row[0].AsSpan(dash + 1), CultureInfo.InvariantCulture);
                joins = Joins(row);
                continue;
            }

            var id = int.Parse(row[0], CultureInfo.InvariantCulture);
            var start = text.IndexOf(row[1], position, StringComparison.Ordinal);
            if (start < 0 || start - position > 3) start = Math.Min(position, text.Length);
            position = Math.Min(text.Length, start + row[1].Length);
            if (id > covered) joins = Joins(row);
            words.Add(new(row[1], row[2], row[3], row[4], int.Parse(row[6], CultureInfo.InvariantCulture) - 1, row[7], new(start, position)));
        }

        return new() { Text = text, Words = words.DrainToImmutable(), BeginsDocument = document, DocumentId = name, BeginsParagraph = paragraph, JoinsNext = joins };
    }

    private static bool Joins(string[] row) => row[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
}
