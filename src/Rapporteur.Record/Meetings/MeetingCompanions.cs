using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Finds the claims of other types that speak of a meeting: those in the sentence of one of its claims, those whose words name a
/// meeting of just its participants, and refusals that point back to it from the next sentence.</summary>
internal static class MeetingCompanions
{
    private const int Horizon = 30;

    /// <summary>For each thread its companions, in order.</summary>
    internal static List<MeetingCompanionSet> Of(List<List<MeetingMention>> threads, ClaimTable claims, ClaimActors mentioned, Standing standing)
    {
        var bySentence = Sentences(threads);
        var byParticipants = threads.SelectMany((t, i) => t.Select(m => (m.ParticipantKey, Thread: i, m.Day))).Where(m => m.ParticipantKey.Length > 0)
            .ToLookup(m => m.ParticipantKey, StringComparer.Ordinal);
        var speaking = threads.Select(_ => new SortedSet<RecordedClaim>(ClaimOrder.Instance)).ToList();
        var beside = threads.Select(_ => new SortedSet<RecordedClaim>(ClaimOrder.Instance)).ToList();
        foreach (var claim in claims.With(ClaimMark.NamesMeeting))
        {
            if ((claim.Claim.Type != ClaimType.Demand && standing.IsWished(claim)) || Focus(claim.Claim) is not { } focus) continue;
            var sentence = (claim.Document.TextId, claim.Claim.Evidence);
            var here = bySentence.GetValueOrDefault(sentence);
            var thread = here.Threads is [var only] ? only : ByParticipants(claim, focus, mentioned, byParticipants);
            if (thread < 0) continue;
            speaking[thread].Add(claim);
            if (here.Threads is null) bySentence.Add(sentence, (claim, [thread]));
        }

        foreach (var (claim, thread) in MeetingRejoinders.Of(threads, claims.With(ClaimMark.Rejoins)))
            if (!speaking.Exists(s => s.Contains(claim))) speaking[thread].Add(claim);

        // Who says it and on what condition, where the sentence speaks of one meeting only.
        foreach (var (first, here) in bySentence.Values)
            if (here is [var only])
                foreach (var claim in claims.InSentence(first, ClaimType.Statement, ClaimType.Condition))
                    if (!speaking[only].Contains(claim)) beside[only].Add(claim);
        return [.. speaking.Zip(beside, (s, b) => new MeetingCompanionSet([.. s], [.. b]))];
    }

    // The meetings of each sentence, with one of its claims.
    private static Dictionary<(string, TextSpan), (RecordedClaim Claim, List<int> Threads)> Sentences(List<List<MeetingMention>> threads)
    {
        var sentences = new Dictionary<(string, TextSpan), (RecordedClaim Claim, List<int> Threads)>();
        for (var i = 0; i < threads.Count; i++)
            foreach (var mention in threads[i])
            {
                var key = (mention.Document, mention.Claim.Evidence);
                if (!sentences.TryGetValue(key, out var here)) sentences.Add(key, here = (mention.Recorded, []));
                if (!here.Threads.Contains(i)) here.Threads.Add(i);
            }

        return sentences;
    }

    // Participants are those whom its words name, or with fewer than two also those who do it and to whom; the thread nearest in time wins.
    private static int ByParticipants(RecordedClaim claim, TextSpan focus, ClaimActors mentioned, ILookup<string, (string ParticipantKey, int Thread, DateOnly? Day)> threads)
    {
        var named = mentioned.In(claim.Document.TextId, focus);
        // Who demands that two others meet takes no part.
        var asked = claim.Claim.Type == ClaimType.Demand && claim.Claim.To.Length > 1;
        IEnumerable<string> all = named.Length > 1 ? named : asked ? claim.Claim.To : [.. named, .. claim.Claim.To, claim.Claim.By ?? Actor.Narrator];
        var key = string.Join('|', all.Where(a => a != Actor.Narrator).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        // Words about one participant alone may mean any of his meetings.
        if (!Standing.IsCertain(claim.Claim) && !key.Contains('|', StringComparison.Ordinal)) return -1;
        var (best, distance) = (-1, int.MaxValue);
        foreach (var (_, thread, day) in threads[key])
        {
            if (day is not { } other || claim.Document.Published.Anchor is not { } own) continue;
            var apart = Math.Abs(other.DayNumber - own.DayNumber);
            if (apart <= Horizon && apart < distance) (best, distance) = (thread, apart);
        }

        return best;
    }

    /// <summary>Whether a claim of another type names a meeting in its own words.</summary>
    internal static bool NamesMeeting(RecordedClaim claim) =>
        MayFollow(claim.Claim) && Standing.IsSure(claim.Claim) && Focus(claim.Claim) is { } focus && ContentWords.NameMeeting(focus.Slice(claim.Document.Text));

    private static bool MayFollow(Claim claim) => claim.Type is ClaimType.Statement or ClaimType.Offer or ClaimType.Demand or ClaimType.Acceptance
        or ClaimType.Rejection or ClaimType.Denial or ClaimType.Condition or ClaimType.Commitment;

    private static TextSpan? Focus(Claim claim) => claim.Type switch
    {
        ClaimType.Condition => claim.Then ?? claim.If,
        ClaimType.Statement => claim.Content.IsDefaultOrEmpty ? null : claim.Content[0],
        _ => claim.What,
    };
}

/// <summary>Companions of one meeting.</summary>
/// <param name="Speaking">Claims whose own words name the meeting.</param>
/// <param name="Beside">Statements and conditions in a sentence that speaks of it.</param>
internal sealed record MeetingCompanionSet(ImmutableArray<RecordedClaim> Speaking, ImmutableArray<RecordedClaim> Beside);
