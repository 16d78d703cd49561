using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>What is negotiated under an issue, with the words by which a phrase falls under it.</summary>
/// <param name="Issue">Code of the issue, such as <c>ceasefire</c>.</param>
/// <param name="Code">Code, such as <c>ceasefire.any</c>.</param>
/// <param name="Patterns">Patterns: a phrase falls under the matter when it has one stem of each group of a pattern.</param>
internal sealed record Matter(string Issue, string Code, ImmutableArray<ImmutableArray<ImmutableArray<string>>> Patterns)
{
    /// <summary>Whether all phrases of the matter name one thing.</summary>
    internal bool IsSame { get; init; }

    /// <summary>Whether phrases of the matter that add no term name one thing.</summary>
    internal bool IsBare { get; init; }

    /// <summary>Whether it takes the assent of those who are to keep it.</summary>
    internal bool IsAgreement { get; init; }
}

/// <summary>How a phrase falls under a matter.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="At">Place of the first stem that it matched by.</param>
/// <param name="Matched">Stems of the phrase that are words of the matter.</param>
internal sealed record MatterMatch(Matter Matter, int At, ImmutableArray<string> Matched);
