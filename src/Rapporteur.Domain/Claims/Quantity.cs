namespace Rapporteur.Domain;

/// <summary>A number in a claim.</summary>
/// <param name="Value">The number as the text gives it.</param>
/// <param name="Unit">What is counted, in the words of the text; empty when bare.</param>
/// <param name="Qualifier">"about", "at least", "up to" …; null when exact.</param>
public sealed record Quantity(decimal Value, string Unit, string? Qualifier = null);
