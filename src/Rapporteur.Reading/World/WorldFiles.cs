namespace Rapporteur.Reading;

/// <summary>Reads the tab-separated files of the data folder.</summary>
internal static class WorldFiles
{
    public static IEnumerable<string[]> Rows(DataFolder data, string path, int columns)
    {
        foreach (var line in data.Lines(path))
        {
            var field = line.Split('\t');
            if (field.Length != columns) throw new InvalidDataException($"{path}: {columns} columns expected, {field.Length} found in \"{line}\".");
            yield return field;
        }
    }
}
