using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>A draft to learn sides from.</summary>
/// <param name="Claims">The claims that it would give: one for each actor who acts.</param>
/// <param name="Actors">The actors who may act or take part in it.</param>
internal sealed record SideCase(ImmutableArray<Claim> Claims, ImmutableArray<SideExample> Actors);

/// <summary>An actor who may act or take part.</summary>
/// <param name="Actor">Its id.</param>
/// <param name="Features">What <see cref="SideJudge"/> sees of it.</param>
internal sealed record SideExample(string Actor, ulong[] Features);
