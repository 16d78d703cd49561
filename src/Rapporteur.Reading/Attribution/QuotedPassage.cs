using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A stretch of text in quotation marks, within one paragraph.</summary>
/// <param name="Outer">With its marks, as far as they are there.</param>
/// <param name="Inner">Without its marks.</param>
/// <param name="Group">Index of the first passage of the same quotation; a quotation that is re-opened at the start of the next paragraph is one group.</param>
/// <param name="Depth">0 for an outermost quotation, 1 for one inside it, and so on.</param>
internal readonly record struct QuotedPassage(TextSpan Outer, TextSpan Inner, int Group, int Depth);
