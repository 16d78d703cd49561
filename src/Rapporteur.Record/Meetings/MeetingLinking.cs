using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Decides which claims speak of the same meeting: by participants, form, time, place and the order of its states.</summary>
internal static class MeetingLinking
{
    // Days.
    private const int Slack = 3;
    private const int OpenHorizon = 30;
    private const int HeldHorizon = 45;
    private const int HeldLimit = 90;

    internal static List<List<int>> Run(IReadOnlyList<MeetingMention> mentions, ThreadRulings rulings) => Agglomeration.Run(
        mentions.Count,
        i => Blocks(mentions[i]),
        (i, j) => Link(mentions[i], mentions[j]),
        (i, j) => Conflict(mentions[i], mentions[j]),
        rulings,
        i => mentions[i].Claim.Id);

    private static IEnumerable<ulong> Blocks(MeetingMention mention)
    {
        yield return BlockKey.Of(mention.ParticipantKey);
        yield return BlockKey.Of('p', mention.PartyKey);
        yield return BlockKey.Of('t', mention.Document);
        if (mention.Participants is not [var one] || Standing.IsCertain(mention.Claim)) yield break;
        foreach (var other in mention.InSentence)
            if (other != one) yield return BlockKey.Of(string.CompareOrdinal(other, one) < 0 ? $"{other}|{one}" : $"{one}|{other}");
    }

    internal static bool Conflict(MeetingMention a, MeetingMention b)
    {
        if (FormsClash(a.Claim.Form, b.Claim.Form)) return true;
        if (a.Participants.IsEmpty != b.Participants.IsEmpty) return true;
        if (!Within(a, b) && !Within(b, a) && !SameParties(a, b)) return true;
        if (IsOtherFormat(a, b) || IsOtherFormat(b, a)) return true;
        return TimesClash(a, b);
    }

    /// <summary>Whether days, places or the order of states keep them apart, whoever takes part.</summary>
    internal static bool TimesClash(MeetingMention a, MeetingMention b)
    {
        if (a.First > b.Last?.AddDays(Slack) || b.First > a.Last?.AddDays(Slack)) return true;
        return (a.IsPast, b.IsPast) switch
        {
            (true, true) => a.Claim.Modality == Modality.Historical != (b.Claim.Modality == Modality.Historical) && a.Document == b.Document
                || (!a.Place.IsEmpty && !b.Place.IsEmpty && !a.SharesPlace(b))
                || a.First > b.Day || b.First > a.Day,
            (true, false) => Closed(a, b),
            (false, true) => Closed(b, a),
            _ => false,
        };
    }

    /// <summary>Whether the meeting was over when the other claim spoke of one to come, or was held too long after it.</summary>
    private static bool Closed(MeetingMention held, MeetingMention open)
    {
        if (held.IsDated && open.IsDated) return false;
        if ((held.Last ?? held.Day) is not { } over || open.Day is not { } spoken) return held.Document == open.Document;
        if (spoken > over || (spoken == over && held.Document == open.Document)) return true;
        return (held.First ?? over).DayNumber - spoken.DayNumber > HeldLimit;
    }

    internal static double Link(MeetingMention a, MeetingMention b)
    {
        var sameText = a.Document == b.Document;
        if (a.ParticipantKey == b.ParticipantKey)
        {
            if (a.Participants.IsEmpty) return sameText && a.Claim.Form == b.Claim.Form && a.Claim.Status == b.Claim.Status && SharedWords(a, b) >= 3 ? 3 : 0;
            return sameText ? SameText(a, b) : OtherText(a, b);
        }

        if (sameText && !a.IsPast && !b.IsPast && SameParties(a, b) && a.IsPair && b.IsPair && a.Participants.Any(b.Participants.Contains)) return 3;
        if (sameText && a.IsPast == b.IsPast && (Completes(a, b) || Completes(b, a))) return 3;
        if (!sameText && DatesMeet(a, b) && (Completes(a, b) || Completes(b, a))) return 4;
        if (sameText && (Within(a, b) || Within(b, a)))
            return a.IsPast && b.IsPast && a.SharesPlace(b) ? 4 : a.Claim.Form == b.Claim.Form && a.Claim.Status == b.Claim.Status ? 3 : 0;
        return SameParties(a, b) && a.IsPast == b.IsPast && (DatesMeet(a, b) || (a.SharesPlace(b) && Apart(a, b) <= OpenHorizon)) ? 2 : 0;
    }

    private static double SameText(MeetingMention a, MeetingMention b)
    {
        if (a.IsPast != b.IsPast) return DatesMeet(a, b) ? 4 : 0;
        if (!a.IsPast) return a.Participants.Length > 1 || a.Claim.Form == b.Claim.Form ? 5 : 0;
        return DatesMeet(a, b) || a.SharesPlace(b) || FormsAlike(a.Claim.Form, b.Claim.Form) ? 4 : 0;
    }

    private static double OtherText(MeetingMention a, MeetingMention b)
    {
        if (DatesMeet(a, b)) return 5;
        if (a.SharesPlace(b) && Apart(a, b) <= HeldLimit) return 4;
        if (a.IsPast && b.IsPast) return 0;
        if (!a.IsPast && !b.IsPast) return Apart(a, b) <= OpenHorizon ? 3 : 0;
        var (held, open) = a.IsPast ? (a, b) : (b, a);
        if ((held.First ?? held.Day) is not { } day || open.Day is not { } spoken) return 0;
        return day.DayNumber - spoken.DayNumber is >= -Slack and <= HeldHorizon ? 2.5 : 0;
    }

    private static bool DatesMeet(MeetingMention a, MeetingMention b) => a.IsDated && b.IsDated && a.First <= b.Last && b.First <= a.Last;

    private static int Apart(MeetingMention a, MeetingMention b) =>
        a.Day is { } one && b.Day is { } other ? Math.Abs(one.DayNumber - other.DayNumber) : int.MaxValue;

    private static bool Within(MeetingMention part, MeetingMention whole)
    {
        if (part.Participants.Length > whole.Participants.Length) return false;
        foreach (var participant in part.Participants)
            if (!whole.Participants.Contains(participant)) return false;
        return true;
    }

    // A sentence that names all who meet, of whom the reader found only some.
    private static bool Completes(MeetingMention part, MeetingMention whole) =>
        !part.Participants.IsEmpty && Within(part, whole) && whole.Participants.Length == 2 && FormsAlike(part.Claim.Form, whole.Claim.Form)
        && whole.Participants.All(part.InSentence.Contains) && !Standing.IsCertain(part.Claim);

    // Two who meet and three who meet are two meetings, also where the two are among the three.
    private static bool IsOtherFormat(MeetingMention pair, MeetingMention other) =>
        pair.IsPair && other.Participants.Length > 2 && !Standing.IsCertain(pair.Claim) && !Standing.IsCertain(other.Claim);

    // "The United States and Russia" may be their leaders, and a leader with a state two leaders; two pairs of persons are two pairs.
    private static bool SameParties(MeetingMention a, MeetingMention b) =>
        a.PartyKey == b.PartyKey && AllStand(a, b) && AllStand(b, a);

    private static bool AllStand(MeetingMention mention, MeetingMention other)
    {
        foreach (var participant in mention.Participants)
            if (!Stands(participant, mention, other)) return false;
        return true;
    }

    private static bool Stands(string participant, MeetingMention mention, MeetingMention other) =>
        other.Participants.Contains(participant) || mention.Parties.Contains(participant) || other.Participants.Contains(mention.PartyOf(participant));

    internal static bool FormsClash(MeetingForm? a, MeetingForm? b) => (a, b) switch
    {
        (MeetingForm.Call, MeetingForm.Meeting or MeetingForm.Summit or MeetingForm.Visit) => true,
        (MeetingForm.Meeting or MeetingForm.Summit or MeetingForm.Visit, MeetingForm.Call) => true,
        _ => false,
    };

    internal static bool FormsAlike(MeetingForm? a, MeetingForm? b) => a == b || (a is MeetingForm.Meeting or MeetingForm.Summit && b is MeetingForm.Meeting or MeetingForm.Summit);

    private static int SharedWords(MeetingMention a, MeetingMention b)
    {
        var words = ContentWords.Of(b.Recorded.Evidence.Quote);
        return ContentWords.Of(a.Recorded.Evidence.Quote).Count(words.Contains);
    }
}
