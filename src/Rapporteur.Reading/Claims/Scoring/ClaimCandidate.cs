using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>One match of a frame, before the scorer chooses.</summary>
/// <param name="Claims">The claims that it would give: one for each actor who acts.</param>
/// <param name="Features">Hashes of what the scorer sees of it.</param>
/// <param name="Prior">How sure the frame is, in (0, 1).</param>
/// <param name="Type">Type of its claims.</param>
public sealed record ClaimCandidate(ImmutableArray<Claim> Claims, ImmutableArray<ulong> Features, double Prior, ClaimType Type);
