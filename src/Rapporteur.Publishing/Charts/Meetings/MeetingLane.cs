using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What one account said of a meeting on one day.</summary>
/// <param name="Reported">Day on which it was reported; null where the document has no date.</param>
/// <param name="Status">State by this account.</param>
/// <param name="IsFirm">False for what only may be; it is drawn faint.</param>
/// <param name="Mark">What it says, and where it can be opened.</param>
public sealed record LaneStep(DateOnly? Reported, ClaimStatus Status, bool IsFirm, ChartMark Mark);

/// <summary>One party's account of a meeting.</summary>
/// <param name="Party">Name of the party.</param>
/// <param name="State">Its last state in words.</param>
/// <param name="Steps">What it said, in order.</param>
public sealed record PartyLane(string Party, string State, ImmutableArray<LaneStep> Steps);

/// <summary>A meeting with its lanes.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State">State and day in words.</param>
/// <param name="When">Its day; null where none is told.</param>
/// <param name="Mark">Where the meeting can be opened.</param>
/// <param name="Lanes">One a party.</param>
public sealed record LaneMeeting(string Name, string State, Edtf? When, ChartMark Mark, ImmutableArray<PartyLane> Lanes);
