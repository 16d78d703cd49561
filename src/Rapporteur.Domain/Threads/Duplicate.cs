namespace Rapporteur.Domain;

/// <summary>A document whose claims are not counted because another holds the same text, or nearly.</summary>
/// <param name="Document">The document left aside.</param>
/// <param name="Of">The one that counts: the first published.</param>
/// <param name="Similarity">Share of runs of five words that both hold, in [0, 1]; 1 for equal texts.</param>
public sealed record Duplicate(SourceDocument Document, SourceDocument Of, double Similarity);
