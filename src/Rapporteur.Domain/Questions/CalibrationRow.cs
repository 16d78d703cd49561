namespace Rapporteur.Domain;

/// <summary>What came of forecasts of like probability.</summary>
/// <param name="From">Least probability.</param>
/// <param name="To">Greatest probability; left out but for the last.</param>
/// <param name="Count">How many forecasts.</param>
/// <param name="Forecast">Their mean probability; null where there are none.</param>
/// <param name="Happened">Share of their questions that were yes; null where there are none.</param>
public sealed record CalibrationRow(double From, double To, int Count, double? Forecast, double? Happened);
