namespace Rapporteur.Domain;

/// <summary>How often something of a kind came about, counted: what a forecast begins from, and apart from every model.</summary>
/// <param name="Id">Id, such as <c>ceasefire-30-days-mediated</c>.</param>
/// <param name="What">What was counted, in words.</param>
/// <param name="Share">Share of the cases, in [0, 1].</param>
/// <param name="Count">Number of cases that it rests on; null where the source gives none.</param>
/// <param name="Source">Where it was counted.</param>
public sealed record BaseRate(string Id, string What, double Share, int? Count, string Source);
