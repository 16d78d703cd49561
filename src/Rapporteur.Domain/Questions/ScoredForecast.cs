namespace Rapporteur.Domain;

/// <summary>Scores of one forecast of a resolved question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Given">The forecast: the last that its author gave before the question closed.</param>
/// <param name="Brier">Brier score; null for numbers and days.</param>
/// <param name="Log">Logarithmic score in nats; null for numbers and days.</param>
/// <param name="Crps">CRPS in the unit of the answer, days for days; null for yes or no, where it would be the Brier score.</param>
public sealed record ScoredForecast(QuestionRecord Question, ForecastGiven Given, double? Brier, double? Log, double? Crps);
