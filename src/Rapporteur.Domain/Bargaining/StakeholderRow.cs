using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>A row of a table of stakeholders while it is put together: one stakeholder on one issue, with whatever is known. What is null is missing, and nothing fills it in.</summary>
/// <param name="Stakeholder">Name.</param>
/// <param name="Issue">Key of the issue.</param>
public sealed record StakeholderRow(string Stakeholder, string Issue)
{
    /// <summary>Capability, from the analyst; null where it is missing.</summary>
    public Estimate? Capability { get; init; }

    /// <summary>Position, from the record or the analyst; null where it is missing.</summary>
    public Estimate? Position { get; init; }

    /// <summary>Salience, from the analyst; null where it is missing.</summary>
    public Estimate? Salience { get; init; }

    /// <summary>Where the position comes from, in words; null where nobody said.</summary>
    public string? Source { get; init; }

    /// <summary>The claims that the position rests on, with their words; empty for the analyst's own.</summary>
    public ImmutableArray<Citation> Evidence { get; init; } = [];
}

/// <summary>Stakeholders of a record with the analyst's numbers, or what is missing for it.</summary>
/// <param name="Issues">The issues with their scales, by key.</param>
/// <param name="Rows">The rows, whether or not anything is missing.</param>
/// <param name="Missing">What is missing, a sentence each; empty where there is a table.</param>
/// <param name="Table">The table; null where something is missing.</param>
public sealed record StakeholderDraft(ImmutableArray<(string Key, Dimension Scale)> Issues, ImmutableArray<StakeholderRow> Rows, ImmutableArray<string> Missing, StakeholderTable? Table);
