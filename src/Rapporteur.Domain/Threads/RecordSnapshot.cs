using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>The record as of a day: a value with no connection behind it.</summary>
public sealed record RecordSnapshot
{
    private readonly ImmutableArray<RecordedClaim> _claims = [];
    private readonly ImmutableArray<RecordedFacet> _facets = [];
    private readonly Lazy<ImmutableArray<RecordedFacet>>? _laterFacets;

    /// <summary>The day; null when no document has a date.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Every document, unread ones included, by publication date, then source.</summary>
    public ImmutableArray<DocumentReading> Documents { get; init; } = [];

    /// <summary>How many documents are left out because of their marking.</summary>
    public int Withheld { get; init; }

    /// <summary>Documents whose claims are not counted because another holds nearly the same text, in the order of <see cref="Documents"/>.</summary>
    public ImmutableArray<Duplicate> Duplicates { get; init; } = [];

    /// <summary>Actors by key.</summary>
    public FrozenDictionary<string, RecordActor> Actors { get; init; } = FrozenDictionary<string, RecordActor>.Empty;

    /// <summary>Every claim by reported date, then document, then span.</summary>
    public ImmutableArray<RecordedClaim> Claims
    {
        get => Later is null ? _claims : Later.All;
        init => (_claims, Later) = (value, null);
    }

    /// <summary>What the documents tell beside their claims, in the order of their documents, then of the text.</summary>
    public ImmutableArray<RecordedFacet> Facets
    {
        get => _laterFacets is null ? _facets : _laterFacets.Value;
        init => (_facets, _laterFacets) = (value, null);
    }

    /// <summary>How many claims there are.</summary>
    internal int ClaimCount => Later?.Count ?? _claims.Length;

    /// <summary>Claims that are made when they are first asked for; null where they are there.</summary>
    internal LaterClaims? Later { get; init; }

    /// <summary>Facets that are made when they are first asked for.</summary>
    internal Lazy<ImmutableArray<RecordedFacet>> LaterFacets
    {
        init => (_facets, _laterFacets) = (default, value);
    }

    /// <summary>What only a second reader found, in the same order; it is not among <see cref="Claims"/>, and no thread or position rests on it.</summary>
    public ImmutableArray<RecordedClaim> SecondReading { get; init; } = [];

    /// <summary>Meetings, the most recently spoken of first.</summary>
    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    /// <summary>Deadlines by due date.</summary>
    public ImmutableArray<Deadline> Deadlines { get; init; } = [];

    /// <summary>Measures.</summary>
    public ImmutableArray<Measure> Measures { get; init; } = [];

    /// <summary>Commitments.</summary>
    public ImmutableArray<Commitment> Commitments { get; init; } = [];

    /// <summary>Demands by first report.</summary>
    public ImmutableArray<Demand> Demands { get; init; } = [];

    /// <summary>Guarantee schemes, by name.</summary>
    public ImmutableArray<GuaranteeScheme> Guarantees { get; init; } = [];

    /// <summary>Positions by actor, then reported date.</summary>
    public ImmutableArray<Position> Positions { get; init; } = [];

    /// <summary>Issues of the dossier in its order, else those proposed from the texts, by key; empty until they were looked for.</summary>
    public ImmutableArray<Issue> Issues { get; init; } = [];

    /// <summary>Where each side stands on each issue, by issue, then name of the side; empty until issues were looked for.</summary>
    public ImmutableArray<PositionLine> PositionLines { get; init; } = [];

    /// <summary>Accounts that differ.</summary>
    public ImmutableArray<Dispute> Disputes { get; init; } = [];

    /// <summary>What people ruled and no other ruling follows, by sort, then key, then time.</summary>
    public ImmutableArray<AppliedRuling> Rulings { get; init; } = [];

    /// <summary>Meetings, deadlines, measures and commitments.</summary>
    public IEnumerable<Thread> Threads() => [.. Meetings, .. Deadlines, .. Measures, .. Commitments, .. Demands, .. Guarantees];

    /// <summary>Name to show for an actor key: that of the actor, "the reporter" for the narrator.</summary>
    /// <param name="key">Key of an actor, or <see cref="Actor.Narrator"/>.</param>
    public string NameOf(string key) =>
        key == Actor.Narrator ? "the reporter" : Actors.TryGetValue(key, out var actor) ? actor.Name : key;
}
