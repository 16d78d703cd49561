namespace Rapporteur.Reading;

/// <summary>Words for offices: "premier" is a prime minister, "defense minister" a defence minister; and which offices several persons hold at a time. Data in <c>offices.tsv</c>.</summary>
public sealed class Offices
{
    private readonly Dictionary<string, string> usual = new(StringComparer.Ordinal);
    private readonly HashSet<string> several = new(StringComparer.Ordinal);

    internal void Add(WorldRow row, List<WorldProblem> problems)
    {
        if (row[0].Length == 0) problems.Add(row.Problem("The office has no name."));
        if (row[1] == "several") several.Add(row[0]);
        else if (row[1] == "one") several.Remove(row[0]);
        else problems.Add(row.Problem($"\"{row[1]}\" is neither one nor several."));
        foreach (var word in row[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) usual[word] = row[0];
    }

    /// <summary>The usual word for an office, itself where none is listed.</summary>
    /// <param name="office">An office, lower case unless it holds a name.</param>
    public string Usual(string office) => usual.GetValueOrDefault(office, office);

    /// <summary>Whether several persons hold it for one state or body at a time.</summary>
    /// <param name="office">An office in its usual word.</param>
    public bool IsHeldBySeveral(string office) => several.Contains(office);
}
