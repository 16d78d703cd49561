namespace Rapporteur.Domain;

/// <summary>A number that a model of war and coercion takes.</summary>
/// <param name="Name">Name, as a command takes it.</param>
/// <param name="Meaning">What it is, with its unit.</param>
/// <param name="Example">What it is in the example; never a finding of the program.</param>
/// <param name="Least">Least value that makes sense.</param>
/// <param name="Most">Greatest value that makes sense.</param>
/// <param name="IsWhole">Whether it counts something: whole numbers only.</param>
public sealed record CoercionInput(string Name, string Meaning, double Example, double Least, double Most, bool IsWhole = false);
