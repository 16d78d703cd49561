using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>One match of a frame, before the scorer chooses.</summary>
/// <param name="Claims">The claims that it would give: one for each actor who acts.</param>
/// <param name="Features">Hashes of what the scorer sees of it, but for how far its sentence leans to its type.</param>
/// <param name="Prior">How sure the frame is, in (0, 1).</param>
/// <param name="Type">Type of its claims.</param>
/// <param name="Sentence">Index of its sentence.</param>
public sealed record ClaimCandidate(ImmutableArray<Claim> Claims, ImmutableArray<ulong> Features, double Prior, ClaimType Type, int Sentence);

/// <summary>What a document gives to learn from.</summary>
/// <param name="Drafts">Every match of a frame, in the order of the text.</param>
/// <param name="Sentences">By sentence, the features of each of its words that may tell a claim; empty for sentences that give no claims.</param>
public sealed record ClaimCandidates(ImmutableArray<ClaimCandidate> Drafts, ImmutableArray<ImmutableArray<ulong[]>> Sentences);
