using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What a meeting is called: its form and who takes part.</summary>
internal static class MeetingName
{
    private const int MostNames = 5;

    /// <summary>The name in parts; the thread's own name where nobody is known to take part.</summary>
    public static ImmutableArray<TextPart> Of(Meeting meeting, ActorNames names)
    {
        if (meeting.Participants.IsDefaultOrEmpty) return [Parts.Term(meeting.Name)];
        return Template.Fill(Words.Of("thread.meeting-name"), field => field == "form"
            ? [Parts.Plain(Words.Of("form", meeting.Form))]
            : Names(meeting, names));
    }

    /// <summary>Who takes part, by name; the thread's own name where nobody is known to.</summary>
    public static ImmutableArray<TextPart> Names(Meeting meeting, ActorNames names) => meeting.Participants.IsDefaultOrEmpty
        ? [Parts.Plain(Words.Of("sentence.nobody"))]
        : Participants([.. meeting.Participants.OrderBy(p => names.Of(p).Text, StringComparer.Ordinal)], meeting.Form, names);

    /// <summary>State and day, in small type.</summary>
    public static string State(Meeting meeting)
    {
        var state = meeting.State is { } known ? Words.Of("status", known) : Words.Of("thread.state-none");
        return MeetingWeight.When(meeting) is { } when ? $"{state}, {DateWords.Of(when)}" : state;
    }

    private static ImmutableArray<TextPart> Participants(ImmutableArray<string> keys, MeetingForm? form, ActorNames names)
    {
        // A visit has one who visits, and a group or an organisation may meet by itself; else somebody was not told.
        if (keys.Length == 1 && form != MeetingForm.Visit && names.IsAlone(keys[0])) return [names.Of(keys[0]), Parts.Plain(Words.Of("thread.meeting-alone"))];
        if (keys.Length <= MostNames + 1) return names.All(keys);
        var shown = keys[..MostNames].SelectMany((k, i) => i == 0 ? (TextPart[])[names.Of(k)] : [Parts.Plain(", "), names.Of(k)]);
        return [.. shown, Parts.Plain(Words.Count("thread.meeting-others", keys.Length - MostNames))];
    }
}
