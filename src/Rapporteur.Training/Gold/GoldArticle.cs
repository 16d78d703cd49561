using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>One article annotated by hand.</summary>
/// <param name="Id">Name of the article, without folder and ending.</param>
/// <param name="Reading">What the annotators read in it; confidence 1, rule <c>gold</c>.</param>
public sealed record GoldArticle(string Id, DocumentReading Reading);
