using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Base rates: those that ship, and those of a record of the user's own.</summary>
public static class BaseRates
{
    private const int Columns = 5;

    /// <summary>Reads a table with tabs: id, what, share, number of cases (empty where the source gives none), source.</summary>
    /// <param name="lines">The lines; empty ones and those with <c>#</c> in front do not count.</param>
    /// <exception cref="FormatException">A line is wrong; the message says which, and what was expected.</exception>
    public static ImmutableArray<BaseRate> Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (rates, ids, number) = (ImmutableArray.CreateBuilder<BaseRate>(), new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            FormatException Wrong(string column, string expected) => new($"base rates, row {number}, column {column}: expected {expected}.");
            if (fields.Length != Columns) throw new FormatException($"base rates, row {number}: expected {Columns} fields between tabs (id, what, share, n, source), not {fields.Length}.");
            if (!ids.Add(fields[0])) throw Wrong("id", $"an id that stands once, and '{fields[0]}' stands twice");
            if (!double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var share) || share is not (>= 0 and <= 1)) throw Wrong("share", $"a number from 0 to 1, not '{fields[2]}'");
            var count = 0;
            if (fields[3].Length > 0 && !(int.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0)) throw Wrong("n", $"a whole number above 0 or nothing, not '{fields[3]}'");
            if (fields[4].Length == 0) throw Wrong("source", "where it was counted, and it is empty");
            rates.Add(new(fields[0], fields[1], share, fields[3].Length > 0 ? count : null, fields[4]));
        }

        return rates.ToImmutable();
    }

    /// <summary>Days within which an agreement counts as one that followed talks.</summary>
    public const int AgreementWithin = 30;

    /// <summary>How often an agreement followed talks that were held, by what a record says: one of those who met is told, on the day of the talks or within thirty days, to have agreed, accepted or signed. Null where the record follows no talks for so long.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    /// <returns>The rate, and how many talks are left out because their day is not known or the record ends too soon after it.</returns>
    public static (BaseRate? Rate, int Unknown) AgreementsAfterTalks(RecordSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var accepted = Accepted(snapshot);
        var end = snapshot.Documents.Select(reading => reading.Document.Published.Anchor).Max();
        var (agreed, not, unknown) = (0, 0, 0);
        foreach (var meeting in snapshot.Meetings)
        {
            if (meeting.State != ClaimStatus.Held) continue;
            if (meeting.When is not { IsDay: true, Latest: { } day })
            {
                unknown++;
                continue;
            }

            var (last, met) = (day.AddDays(AgreementWithin), meeting.Participants.Select(key => Party(snapshot, key)).ToHashSet(StringComparer.Ordinal));
            if (accepted.Any(act => act.Day >= day && act.Day <= last && met.Contains(act.By))) agreed++;
            else if (end >= last) not++;
            else unknown++;
        }

        var known = agreed + not;
        return (known == 0 ? null : new("agreement-after-talks", "talks told to have been held after which one of those who met is told to have agreed, accepted or signed, within 30 days", (double)agreed / known, known, "this record"), unknown);
    }

    private static List<(string By, DateOnly Day)> Accepted(RecordSnapshot snapshot)
    {
        var acts = new List<(string, DateOnly)>();
        foreach (var claim in snapshot.Claims)
            if (claim is { Claim: { Type: ClaimType.Acceptance, Polarity: Polarity.Positive, By: { } by }, Document.Published.Anchor: { } day }) acts.Add((Party(snapshot, by), day));
        return acts;
    }

    // Whoever speaks for a party counts as the party.
    private static string Party(RecordSnapshot snapshot, string key) => snapshot.Actors.TryGetValue(key, out var actor) && actor.Party is { } party ? party : key;

    /// <summary>How often meetings that were announced were held, by what a record says; null where no announced meeting has come to anything.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    /// <returns>The rate, and how many announced meetings are left out because the record does not say what became of them.</returns>
    public static (BaseRate? Rate, int Unknown) AnnouncedMeetings(RecordSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (held, not, unknown) = (0, 0, 0);
        foreach (var meeting in snapshot.Meetings)
        {
            // One that is first told of when it is over was not announced in what was read.
            if (!meeting.Claims.Any(claim => claim.Claim.Status is ClaimStatus.Agreed or ClaimStatus.Scheduled)) continue;
            if (meeting.State is ClaimStatus.Held or ClaimStatus.Ongoing) held++;
            else if (meeting.State is ClaimStatus.Cancelled or ClaimStatus.Postponed) not++;
            else unknown++;
        }

        var known = held + not;
        return (known == 0 ? null : new("announced-meetings-held", "meetings that were agreed or scheduled and are told to have been held, of those that were held, cancelled or put off", (double)held / known, known, "this record"), unknown);
    }
}
