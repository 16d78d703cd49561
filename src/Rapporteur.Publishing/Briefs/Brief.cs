using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A brief: what the documents say about a negotiation as of a day, every line with its citations.
/// A value; the same record and options give the same brief and, through an <see cref="Exporter"/>, the same bytes.</summary>
public sealed record Brief
{
    /// <summary>What stands above the sections.</summary>
    public required BriefHeader Header { get; init; }

    /// <summary>Sections that have content, in reading order.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>Titles of sections for which nothing was read, in reading order.</summary>
    public ImmutableArray<string> EmptySections { get; init; } = [];

    /// <summary>Parties, the most often named first; the order gives each its colour.</summary>
    public ImmutableArray<BriefParty> Parties { get; init; } = [];

    /// <summary>Documents, by publication date, then source; those above the marking limit are not among them.</summary>
    public ImmutableArray<BriefSource> Sources { get; init; } = [];

    /// <summary>Every line in reading order.</summary>
    public IEnumerable<Line> Lines => Sections.SelectMany(s => s.Lines);

    /// <summary>Makes the brief of a record.</summary>
    /// <param name="snapshot">The record as of the day of the brief.</param>
    /// <param name="options">How to make it; the defaults of <see cref="BriefOptions"/> when null.</param>
    /// <param name="deadlocks">Circles of conditions that Analysis found; none when default.</param>
    /// <param name="tallies">What was counted over the record without what is withheld; nothing when null.</param>
    /// <param name="conditions">What waits for what, to be drawn; nothing when null.</param>
    public static Brief From(RecordSnapshot snapshot, BriefOptions? options = null, ImmutableArray<Deadlock> deadlocks = default, RecordTallies? tallies = null, ConditionGraph? conditions = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return BriefBuilder.Build(snapshot, options ?? BriefOptions.Default, deadlocks.IsDefault ? [] : deadlocks, tallies ?? new(), conditions ?? ConditionGraph.Empty);
    }
}

/// <summary>A side of the negotiation as the brief colours it.</summary>
/// <param name="Key">Key of the party in the record.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Claims">In how many claims it or one of its own has a role.</param>
/// <param name="Speaks">Whether it is a state or an organisation that takes part in the talks or speaks as a party; a medium that only reports does not.</param>
public sealed record BriefParty(string Key, string Name, int Claims = 0, bool Speaks = true);
