using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>A question with all that was said of it.</summary>
/// <param name="Asked">The question.</param>
/// <param name="Forecasts">Forecasts in the order of the ledger.</param>
/// <param name="Resolution">The last resolution; null while it is open.</param>
public sealed record QuestionRecord(QuestionAsked Asked, ImmutableArray<ForecastGiven> Forecasts, QuestionResolved? Resolution)
{
    /// <summary>How it stands on a day: <c>open</c>, <c>closed</c> (waits for its resolution), <c>resolved</c> or <c>void</c>.</summary>
    /// <param name="day">The day.</param>
    public string State(DateOnly day) => Resolution is { Outcome: null } ? "void" : Resolution is not null ? "resolved" : day > Asked.Closes ? "closed" : "open";

    /// <summary>The last forecast of everybody who gave one, by name.</summary>
    public IEnumerable<ForecastGiven> Last => Forecasts.GroupBy(given => given.Head.By, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Last());
}
