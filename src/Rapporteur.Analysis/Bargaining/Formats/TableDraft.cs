using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A table of stakeholders while a file is read: it takes cells, notes what is wrong with them, and makes the table in the end.</summary>
internal sealed class TableDraft
{
    private readonly List<TableFault> _faults = [];
    private readonly List<(string Key, string? Description)> _names = [];
    private readonly Dictionary<string, Estimate> _capabilities = new(StringComparer.Ordinal);
    private readonly List<(string Key, Dimension Scale, bool Given)> _issues = [];
    private readonly Dictionary<(string Name, string Issue), (int Row, Stake Stake)> _stakes = [];

    /// <summary>Notes a mistake.</summary>
    public void Fault(int row, string column, string expected, string found) => _faults.Add(new(row, column, expected, found));

    /// <summary>Whether an issue is known.</summary>
    public bool HasIssue(string key) => _issues.Exists(i => i.Key == key);

    /// <summary>Whether a stakeholder is known.</summary>
    public bool HasName(string name) => _names.Exists(n => n.Key == name);

    /// <summary>Whether a stakeholder has a capability already.</summary>
    public bool HasCapability(string name) => _capabilities.ContainsKey(name);

    /// <summary>Adds an issue.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="scale">Its scale.</param>
    /// <param name="given">Whether the file gives the scale; otherwise it ends at the outermost positions.</param>
    public void Issue(string key, Dimension scale, bool given) => _issues.Add((key, scale, given));

    /// <summary>Adds a stakeholder.</summary>
    public void Name(string name, string? description = null)
    {
        if (!HasName(name)) _names.Add((name, description));
    }

    /// <summary>Reads a number with its range.</summary>
    /// <param name="row">Row.</param>
    /// <param name="column">Column.</param>
    /// <param name="text">What stands there.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    /// <returns>The number; null, and a mistake noted, where it is none.</returns>
    public Estimate? Number(int row, string column, string text, double least = double.NegativeInfinity, double most = double.PositiveInfinity)
    {
        if (Estimate.TryParse(text, out var estimate) && estimate.Least >= least && estimate.Most <= most) return estimate;
        var within = (double.IsFinite(least), double.IsFinite(most)) switch
        {
            (true, true) => string.Create(CultureInfo.InvariantCulture, $" from {least} to {most}"),
            (true, false) => string.Create(CultureInfo.InvariantCulture, $" from {least} upwards"),
            _ => "",
        };
        Fault(row, column, $"a number{within}, such as 5, 3..7 or 3<5<7", text);
        return null;
    }

    /// <summary>Gives a stakeholder its capability; one that differs from an earlier one is a mistake.</summary>
    public void Capability(int row, string column, string name, Estimate capability, string text)
    {
        if (!_capabilities.TryAdd(name, capability) && _capabilities[name] != capability)
            Fault(row, column, $"the capability that {name} has above, {_capabilities[name]}, or nothing", text);
    }

    /// <summary>Gives a stakeholder its stake in an issue.</summary>
    public void Stake(int row, string column, string name, string issue, Stake stake)
    {
        if (_stakes.TryGetValue((name, issue), out var earlier)) Fault(row, column, $"a stakeholder that has no position on {issue} yet; see row {earlier.Row}", name);
        else _stakes[(name, issue)] = (row, stake);
    }

    /// <summary>The table, or the mistakes.</summary>
    /// <param name="title">Name of the table.</param>
    public TableReading Make(string title)
    {
        if (_faults.Count == 0 && (_names.Count == 0 || _stakes.Count == 0)) Fault(0, "", "at least one stakeholder with a position", "");
        var dimensions = _issues.ConvertAll(Scale);
        foreach (var (name, _) in _names)
            if (_faults.Count == 0 && !_capabilities.ContainsKey(name)) Fault(0, "", $"a capability for {name}", "");
        foreach (var ((name, issue), (row, stake)) in _stakes)
        {
            var scale = dimensions[_issues.FindIndex(i => i.Key == issue)];
            if (stake.Position.Least < scale.Low || stake.Position.Most > scale.High)
                Fault(row, "position", string.Create(CultureInfo.InvariantCulture, $"a number from {scale.Low} to {scale.High}, the ends of {issue}"), stake.Position.ToString());
        }

        if (_faults.Count > 0) return new(null, [.. _faults.OrderBy(f => f.Row)]);
        try
        {
            var stakeholders = _names.Select(n => new Stakeholder(n.Key, _capabilities[n.Key],
                [.. _issues.Select((issue, i) => _stakes.TryGetValue((n.Key, issue.Key), out var at) ? at.Stake : Domain.Stake.Absent(dimensions[i]))])
            { Description = n.Description });
            return new(new(title, [.. dimensions], [.. stakeholders]), []);
        }
        catch (ArgumentException wrong)
        {
            return new(null, [new(0, "", "a table that a model can take", Refusal.Reason(wrong))]);
        }
    }

    // Without a scale of its own an issue ends at the outermost positions.
    private Dimension Scale((string Key, Dimension Scale, bool Given) issue)
    {
        if (issue.Given) return issue.Scale;
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var ((_, key), (_, stake)) in _stakes)
            if (key == issue.Key) (low, high) = (Math.Min(low, stake.Position.Least), Math.Max(high, stake.Position.Most));
        return low < high ? issue.Scale with { Low = low, High = high } : low == high ? issue.Scale with { Low = low - 0.5, High = high + 0.5 } : issue.Scale with { Low = 0, High = 1 };
    }
}
