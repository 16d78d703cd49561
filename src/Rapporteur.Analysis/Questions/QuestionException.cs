namespace Rapporteur.Analysis;

/// <summary>Something cannot be said of a question; the message tells a user why.</summary>
/// <param name="message">Why.</param>
public sealed class QuestionException(string message) : Exception(message);
