using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>One way in which an issue may end: at a position that somebody holds, somewhere between two of them, near the compromise, or anywhere.</summary>
/// <param name="Shape">Where it would end.</param>
/// <param name="Features">What speaks for it, in the order of <see cref="OutcomeFeatures.Names"/>.</param>
public sealed record OutcomePart(ScaleDistribution Shape, ImmutableArray<double> Features);
