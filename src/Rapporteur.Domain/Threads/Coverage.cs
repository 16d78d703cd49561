namespace Rapporteur.Domain;

/// <summary>What a finding of absence rests on.</summary>
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day looked at.</param>
/// <param name="Documents">How many documents of the record were published in that time.</param>
/// <param name="Publishers">Of how many publishers.</param>
public sealed record Coverage(DateOnly From, DateOnly To, int Documents, int Publishers);
