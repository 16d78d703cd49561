using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>How a side stands to a meeting, in a grid.</summary>
/// <param name="Seat">Its seat.</param>
/// <param name="Mark">What says so.</param>
public sealed record SeatSign(Seat Seat, ChartMark Mark);

/// <summary>A meeting of a participation grid.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="State">State and day in words.</param>
/// <param name="Seats">One for each side of the grid, in its order; null where nothing was read.</param>
public sealed record SeatRow(string Name, string State, ImmutableArray<SeatSign?> Seats);

/// <summary>How often one side blames another.</summary>
/// <param name="Count">Number of accusations.</param>
/// <param name="Mark">The newest of them.</param>
public sealed record BlameSign(int Count, ChartMark Mark);

/// <summary>Who blames, in a blame grid.</summary>
/// <param name="Name">Name of the side.</param>
/// <param name="Signs">One for each side that is blamed, in the order of the grid; null where nothing was read.</param>
public sealed record BlameRow(string Name, ImmutableArray<BlameSign?> Signs);
