using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Draft of a meeting to learn from.</summary>
/// <param name="Claims">The claims that it would give.</param>
/// <param name="Actors">The actors who may take part.</param>
internal sealed record ParticipantCase(ImmutableArray<Claim> Claims, ImmutableArray<ParticipantExample> Actors);

/// <summary>An actor who may take part.</summary>
/// <param name="Actor">Its id.</param>
/// <param name="Features">What <see cref="ParticipantJudge"/> sees of it.</param>
internal sealed record ParticipantExample(string Actor, ulong[] Features);
