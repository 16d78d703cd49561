using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Days of publication that people ruled, for whoever reads a document again.</summary>
public static class RuledDates
{
    /// <summary>The date of each document that has one, by its id.</summary>
    /// <param name="rulings">Rulings, in any order.</param>
    public static FrozenDictionary<string, PublicationDate> Of(IEnumerable<Ruling> rulings)
    {
        ArgumentNullException.ThrowIfNull(rulings);
        return DocumentRulings.Dates(RulingBook.Of(rulings)).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
