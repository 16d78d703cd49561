using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Mentions whose own sentence does not say who meets. They join the only meeting of their text that they can mean, and begin none.</summary>
internal static class MeetingEchoes
{
    /// <summary>Adds to the threads what names "the summit" where the text speaks of one summit only, and gives for each thread the claims that
    /// merely take over its participants: those stand beside it and say nothing of its state.</summary>
    internal static List<List<RecordedClaim>> Join(List<List<MeetingMention>> threads, IEnumerable<MeetingMention> mentions)
    {
        var beside = threads.Select(_ => new List<RecordedClaim>()).ToList();
        var byText = threads.SelectMany((t, i) => t.Select(m => m.Document).Distinct(StringComparer.Ordinal).Select(d => (Document: d, Thread: i)))
            .ToLookup(t => t.Document, t => t.Thread, StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            if (Standing.IsCertain(mention.Claim) || !Standing.IsSure(mention.Claim)) continue;
            if (mention.Participants.IsEmpty)
            {
                if (Only(byText[mention.Document].Where(t => IsTheOne(mention, threads[t]))) is { } whole) threads[whole].Add(mention);
            }
            else if (!mention.IsOfItsOwn && Only(byText[mention.Document].Where(t => Echoes(mention, threads[t]))) is { } echoed)
            {
                beside[echoed].Add(mention.Recorded);
            }
        }

        foreach (var thread in threads) thread.Sort((a, b) => ClaimOrder.Instance.Compare(a.Recorded, b.Recorded));
        return beside;
    }

    /// <summary>Joins summits that need two and of which the reader found one participant only to the summit of the text in which he takes part.</summary>
    internal static void Complete(List<List<MeetingMention>> threads)
    {
        foreach (var part in threads.Where(t => t.All(m => m is { Participants.Length: 1, Claim.Form: MeetingForm.Summit } && !Standing.IsCertain(m.Claim))).ToList())
        {
            if (part.Exists(m => m.Document != part[0].Document)) continue;
            var wholes = threads.Where(t => !ReferenceEquals(t, part) && t.Exists(m => m.Document == part[0].Document && m.Claim.Form == MeetingForm.Summit)
                && t.Exists(m => m.Participants.Length > 1 && m.Participants.Contains(part[0].Participants[0]))
                && t.TrueForAll(m => part.TrueForAll(p => !MeetingLinking.TimesClash(p, m) && p.IsPast == m.IsPast))).Take(2).ToList();
            if (wholes is not [var whole]) continue;
            whole.AddRange(part);
            threads.Remove(part);
        }
    }

    // The only summit of the text, or a call or talks that the words point back to.
    private static bool IsTheOne(MeetingMention mention, List<MeetingMention> thread) =>
        mention.Claim.Form is { } form && (form == MeetingForm.Summit || mention.PointsBack)
        && thread.Any(m => m.Document == mention.Document && m.Claim.Form == form)
        && thread.All(m => !MeetingLinking.TimesClash(m, mention) && m.IsPast == mention.IsPast);

    // "The meeting", or one that somebody quoted speaks of; talks in general may be any talks.
    private static bool Echoes(MeetingMention mention, List<MeetingMention> thread) =>
        mention.Claim.Form != MeetingForm.Talks && (mention.PointsBack || mention.Claim.Holder is not null)
        && thread.Any(m => m.Document == mention.Document && m.ParticipantKey == mention.ParticipantKey && MeetingLinking.FormsAlike(m.Claim.Form, mention.Claim.Form))
        && thread.All(m => !MeetingLinking.Conflict(m, mention));

    private static int? Only(IEnumerable<int> threads) => threads.Distinct().Take(2).ToList() is [var only] ? only : null;
}
