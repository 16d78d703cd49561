using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A claim while it is put together; its actors are not yet one a claim.</summary>
internal sealed record ClaimDraft
{
    public required Frame Frame { get; init; }

    public required int Trigger { get; init; }

    /// <summary>Words of the roles, by the name of the role.</summary>
    public required IReadOnlyDictionary<string, ImmutableArray<int>> Words { get; init; }

    public ClaimType Type => Frame.Type;

    public ImmutableArray<string> By { get; init; } = [];

    public string? Holder { get; init; }

    public ImmutableArray<string> To { get; init; } = [];

    public ImmutableArray<string> Participants { get; init; } = [];

    public ImmutableArray<string> About { get; init; } = [];

    public TextSpan? What { get; init; }

    public int WhatHead { get; init; } = -1;

    public TextSpan? If { get; init; }

    public TextSpan? Then { get; init; }

    public TextSpan? Consequence { get; init; }

    public TextSpan? Time { get; init; }

    public Edtf? Due { get; init; }

    public Edtf? When { get; init; }

    public string? Where { get; init; }

    public MeetingForm? Form { get; init; }

    public ClaimStatus? Status { get; init; }

    public string? Kind { get; init; }

    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    public Polarity Polarity { get; init; }

    public Modality Modality { get; init; }

    public double Confidence { get; init; }

    /// <summary>First word of a role; -1 for none.</summary>
    public int Word(string role) => Words.TryGetValue(role, out var words) && words.Length > 0 ? words[0] : -1;
}
