using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Tells a meeting in a sentence: "17 Oct 2025 – Ada Berg and Teo Sol were to meet at the White House".</summary>
internal static class MeetingSentence
{
    /// <param name="desk">The brief.</param>
    /// <param name="meeting">The meeting.</param>
    /// <param name="accounts">Accounts that give different states; empty where none do.</param>
    /// <param name="dated">Whether its day stands before it.</param>
    public static ImmutableArray<TextPart> Of(BriefDesk desk, Meeting meeting, ImmutableArray<(string Party, ClaimStatus State, RecordedClaim Claim)> accounts, bool dated = true)
    {
        var when = MeetingWeight.When(meeting);
        var past = when?.Latest is { } last && desk.Day is { } today && last < today;
        return Template.Fill((dated ? "[{when} – ]" : "") + Words.Of(Key(meeting, past)) + Words.Of("sentence.accounts"), field => field switch
        {
            // Since some year says nothing of a meeting to come.
            "when" => when is null or { Latest: null } ? [] : [Parts.Date(when)],
            "form" => [Parts.Plain(Words.Of("sentence.form", meeting.Form))],
            "names" => MeetingName.Names(meeting, desk.Names),
            "where" => meeting.Venues.IsDefaultOrEmpty ? [] : Place(meeting.Venues),
            "sentence" => [Parts.Quote(MeetingsSection.Grounds(meeting)[0].Evidence.Quote)],
            "distance" => when?.Earliest is { } first && desk.Day is { } day && first >= day ? [Parts.Plain(DeadlinesSection.Distance(first.DayNumber - day.DayNumber))] : [],
            "accounts" => [.. accounts.SelectMany((a, i) => (TextPart[])[Parts.Plain(i == 0 ? "" : ", "), a.Party == Actor.Narrator ? Parts.Plain(Words.Of("actor.narrators")) : desk.Names.Of(a.Party), Parts.Plain(": " + Words.Of("status", a.State))])],
            _ when field.Split('|') is [var one, var several] => [Parts.Plain(meeting.Form == MeetingForm.Talks ? several : one)],
            _ => throw new ArgumentException($"No meeting has the field '{field}'.", nameof(field)),
        });
    }

    private static string Key(Meeting meeting, bool past)
    {
        var state = meeting.State is { } known ? Words.Code(known) : "none";
        if (past && MeetingWeight.IsOpen(meeting.State)) state = meeting.State is ClaimStatus.Scheduled or ClaimStatus.Agreed ? "overdue" : "past";
        return Words.Find($"sentence.{Words.Code(meeting.Form ?? MeetingForm.Meeting)}-{state}") is null ? "sentence.meeting-" + state : $"sentence.{Words.Code(meeting.Form!.Value)}-{state}";
    }

    // One meets at a house and in a town.
    private static ImmutableArray<TextPart> Place(ImmutableArray<string> venues)
    {
        var at = Words.Of("sentence.at-places").Split(' ');
        var houses = venues.Where(v => v.Split(' ').Any(w => at.Contains(w, StringComparer.OrdinalIgnoreCase))).ToImmutableArray();
        var towns = venues.Where(v => !houses.Contains(v)).ToImmutableArray();
        return Template.Fill(Words.Of("sentence.place"), field => field == "houses" ? Parts.Join(houses.Select(Parts.Term)) : Parts.Join(towns.Select(Parts.Term)));
    }
}
