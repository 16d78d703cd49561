using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>How a side stands to an option.</summary>
/// <param name="Firmness">How firmly it wants it; a red line refuses it.</param>
/// <param name="IsPast">Whether it has moved to another option since.</param>
/// <param name="Move">How it came to stand so; null where it was so from the first or is past.</param>
/// <param name="Mark">What says so.</param>
public sealed record PositionSign(Firmness Firmness, bool IsPast, PositionMove? Move, ChartMark Mark);

/// <summary>An option of an issue.</summary>
/// <param name="Name">Words for it.</param>
/// <param name="Signs">One for each side, in the order of the columns; null where nothing was read.</param>
public sealed record PositionOption(string Name, ImmutableArray<PositionSign?> Signs);

/// <summary>A move of a side from one option to another.</summary>
/// <param name="Side">Index of the side.</param>
/// <param name="From">Index of the option that it held.</param>
/// <param name="To">Index of the option that it holds.</param>
public sealed record PositionShift(int Side, int From, int To);

/// <summary>An issue of the matrix.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOrdered">Whether its options lie on a scale.</param>
/// <param name="Options">Its options in order.</param>
/// <param name="Shifts">Moves from option to option.</param>
public sealed record PositionIssue(string Name, bool IsOrdered, ImmutableArray<PositionOption> Options, ImmutableArray<PositionShift> Shifts);
