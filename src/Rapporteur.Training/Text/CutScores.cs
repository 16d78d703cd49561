namespace Rapporteur.Training;

/// <summary>Figures of tokens and sentences over one part of a collection.</summary>
/// <param name="Name">Name of the part: a genre, or a part of the hand-checked set.</param>
/// <param name="Documents">Number of documents.</param>
/// <param name="Tokens">Equal spans of tokens.</param>
/// <param name="Sentences">Equal spans of sentences.</param>
public sealed record CutScores(string Name, int Documents, Tally Tokens, Tally Sentences);
