namespace Rapporteur.Reading;

/// <summary>The columns of one world file.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Columns">How many columns its lines have.</param>
internal sealed record WorldTable(string Name, int Columns)
{
    public static readonly WorldTable States = new("states.tsv", 10);
    public static readonly WorldTable Bodies = new("bodies.tsv", 8);
    public static readonly WorldTable Persons = new("persons.tsv", 7);
    public static readonly WorldTable Places = new("places.tsv", 3);
    public static readonly WorldTable Words = new("words.tsv", 1);
    public static readonly WorldTable Shared = new("shared-names.tsv", 4);

    public static readonly WorldTable Offices = new("offices.tsv", 3);

    /// <summary>Reads the file of a folder; a missing file has no lines.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problems">Takes lines with the wrong number of columns.</param>
    public List<WorldRow> Read(string folder, List<WorldProblem> problems)
    {
        var path = Path.Combine(folder, Name);
        var rows = new List<WorldRow>();
        if (!File.Exists(path)) return rows;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var row = new WorldRow(path, number, line.TrimEnd('\r').Split('\t'));
            if (row.Fields.Length == Columns) rows.Add(row);
            else problems.Add(row.Problem($"{Columns} columns parted by tabs expected, {row.Fields.Length} found."));
        }

        return rows;
    }
}
