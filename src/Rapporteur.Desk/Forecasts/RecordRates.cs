using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Desk;

/// <summary>Base rates that a record gives of its own, and what could not be counted.</summary>
/// <param name="Rates">The rates.</param>
/// <param name="Notes">What is missing or was left out, a sentence each.</param>
public sealed record RecordRates(ImmutableArray<BaseRate> Rates, ImmutableArray<string> Notes)
{
    /// <summary>The rates of a record: announced meetings that were held, agreements that followed talks.</summary>
    /// <param name="snapshot">The record, without what may not be shown.</param>
    public static RecordRates Of(RecordSnapshot snapshot)
    {
        var (rates, notes) = (ImmutableArray.CreateBuilder<BaseRate>(), ImmutableArray.CreateBuilder<string>());
        var (held, unknown) = BaseRates.AnnouncedMeetings(snapshot);
        if (held is not null) rates.Add(held);
        else notes.Add("no announced meeting is told to have been held, cancelled or put off");
        if (unknown > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"of {unknown} announced meetings nothing tells what became; they are not counted"));
        var (agreed, followed) = BaseRates.AgreementsAfterTalks(snapshot);
        if (agreed is not null) rates.Add(agreed);
        else notes.Add("no talks that were held are followed for 30 days by what was read");
        if (followed > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"of {followed} talks that were held the day is not known, or what was read ends within 30 days without an agreement; they are not counted"));
        return new(rates.ToImmutable(), notes.ToImmutable());
    }
}
