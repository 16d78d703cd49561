using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Tests;

/// <summary>Everything that a record knows, as one text: two records with equal states cannot be told apart but by their own id.</summary>
internal static class RecordState
{
    public static string Of(Ledger ledger)
    {
        var days = Enumerable.Range(9, 6).Select(day => (DateOnly?)new DateOnly(2031, 3, day)).Append(null);
        return string.Join('\n', ledger.Events().Select(e => e.Id).Order(StringComparer.Ordinal)
            .Concat(days.SelectMany(day => ledger.Readings(day).Select(reading => $"{day}: {ReadingWriter.Write(reading)}")))
            .Concat(ledger.Rulings().Select(ruling => JsonSerializer.Serialize(ruling)))
            .Concat(ledger.Events().OfType<DocumentWithdrawn>().Select(stone => $"{stone.Author} {stone.Reason}").Order(StringComparer.Ordinal)));
    }
}
