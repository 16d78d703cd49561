using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Makes one deadline of two that were found in one act: "promised to leave by Friday" is a promise with a day, and something that is to be done by it.</summary>
internal static class DoubledDeadlines
{
    /// <summary>The drafts with each deadline once, the likelier of two; it takes over who sets it and who has to act where only the other tells.</summary>
    /// <param name="drafts">Drafts in the order of the text.</param>
    /// <param name="trace">Is told of each that is left out; null where nobody asks.</param>
    public static List<ClaimDraft> Join(List<ClaimDraft> drafts, ClaimTrace? trace)
    {
        var kept = new List<ClaimDraft>(drafts.Count);
        foreach (var draft in drafts)
        {
            var other = draft.Type == ClaimType.Deadline ? kept.FindIndex(k => IsSame(k, draft)) : -1;
            if (other < 0)
            {
                kept.Add(draft);
                continue;
            }

            var (better, worse) = draft.Confidence > kept[other].Confidence ? (draft, kept[other]) : (kept[other], draft);
            trace?.Twins(better, worse);
            kept[other] = better with { By = better.By.IsEmpty ? worse.By : better.By, To = better.To.IsEmpty ? worse.To : better.To };
        }

        return kept;
    }

    // Of two that set each other a day both stay: they have one trigger.
    private static bool IsSame(ClaimDraft one, ClaimDraft other) => one.Type == ClaimType.Deadline && one.Trigger != other.Trigger && one.Time is { } time && time == other.Time
        && one.Polarity == other.Polarity && one.What is { } what && other.What is { } same && what.Overlaps(same);
}
