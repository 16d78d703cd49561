using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>A fold of the readings that count into a value. The value must not depend on their order.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract class Projection<T>
{
    /// <summary>Folds.</summary>
    /// <param name="readings">Readings, one a document, in any order.</param>
    /// <param name="asOf">The day in valid time; null for the last known day of publication.</param>
    public abstract T Fold(IEnumerable<DocumentReading> readings, DateOnly? asOf);
}
