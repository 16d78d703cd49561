using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Several stakeholders of a table that are reported together. Models know nothing of it: each still stands, cares and bargains for itself.</summary>
/// <param name="Name">Name to show.</param>
/// <param name="Members">Names of stakeholders.</param>
public sealed record StakeholderGroup(string Name, ImmutableArray<string> Members)
{
    /// <summary>Reads <c>Name=member,member</c>.</summary>
    /// <param name="text">The text; blanks around names do not count.</param>
    /// <param name="group">What it says.</param>
    /// <returns>Whether it has a name and at least one member.</returns>
    public static bool TryParse(string text, out StakeholderGroup? group)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var members = at < 0 ? [] : text[(at + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var name = at < 0 ? "" : text[..at].Trim();
        group = name.Length > 0 && members.Length > 0 ? new(name, [.. members]) : null;
        return group is not null;
    }
}

/// <summary>Where a group stands after a round.</summary>
/// <param name="Group">Its name.</param>
/// <param name="Mean">Mean of its members' positions weighted by capability and salience, by dimension.</param>
/// <param name="Least">Lowest position of a member, by dimension.</param>
/// <param name="Most">Highest position of a member, by dimension.</param>
/// <param name="Chance">How likely the position of one of them is to come out; null where the model says nothing of that.</param>
public sealed record GroupStanding(string Group, ImmutableArray<double> Mean, ImmutableArray<double> Least, ImmutableArray<double> Most, double? Chance);
