using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes meetings of claims.</summary>
internal static class MeetingThreads
{
    private const int NamesShown = 4;

    /// <summary>Meetings, the most recently spoken of first.</summary>
    internal static ImmutableArray<Meeting> Of(ClaimTable claims, Accounts accounts, ClaimActors mentioned, Standing standing, ThreadRulings rulings)
    {
        var mentions = claims.OfType(ClaimType.Meeting).Select(c => new MeetingMention(c, accounts, mentioned)).ToList();
        var own = mentions.Where(m => m.IsOfItsOwn && (!m.Participants.IsEmpty || Standing.IsCertain(m.Claim))).ToList();
        var found = MeetingLinking.Run(own, rulings).Select(t => t.Select(i => own[i]).ToList()).ToList();
        MeetingEchoes.Complete(found);
        var listed = found.Where(t => SaysSomething(t, accounts)).ToList();
        var beside = MeetingEchoes.Join(listed, mentions);
        var companions = MeetingCompanions.Of(listed, claims, mentioned, standing);
        return [.. listed.Select((t, i) => Make(t, companions[i], beside[i], accounts))
            .OrderByDescending(m => m.Claims[^1].Document.Published.Anchor ?? DateOnly.MinValue)
            .ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Key, StringComparer.Ordinal)];
    }

    // A meeting to follow has two who take part, or one with a day, a place or news of its own; a mention of talks somewhere has not.
    private static bool SaysSomething(List<MeetingMention> mentions, Accounts accounts)
    {
        if (mentions.Any(m => Standing.IsCertain(m.Claim)))
            return mentions.Count > 1 || mentions[0].Participants.Length > 1 || (mentions[0].Participants.Length == 1 && (mentions[0] is { IsPast: false } or { IsDated: true } || !mentions[0].Place.IsEmpty));
        var known = mentions.SelectMany(m => m.Participants).Where(accounts.IsKnown).Distinct(StringComparer.Ordinal).ToList();
        if (known.Select(accounts.Party).Distinct(StringComparer.Ordinal).Count() > 1) return true;
        return known.Count > 0 && mentions.Any(m => m.IsDated || !m.Place.IsEmpty || IsNews(m.Claim));
    }

    private static bool IsNews(Claim claim) => claim is
    {
        Polarity: Polarity.Positive, Form: MeetingForm.Summit or MeetingForm.Visit, Modality: Modality.Certain,
        Status: ClaimStatus.Agreed or ClaimStatus.Scheduled or ClaimStatus.Ongoing or ClaimStatus.Held or ClaimStatus.Postponed or ClaimStatus.Cancelled,
    };

    private static Meeting Make(List<MeetingMention> mentions, MeetingCompanionSet companions, List<RecordedClaim> echoes, Accounts accounts)
    {
        ImmutableArray<RecordedClaim> claims = [.. mentions.Select(m => m.Recorded)];
        ImmutableArray<string> participants = [.. mentions.SelectMany(m => m.Participants).Distinct(StringComparer.Ordinal).Where(p => !IsStoodFor(p, mentions)).Order(StringComparer.Ordinal)];
        var state = MeetingStates.Fold(claims);
        var form = Form(mentions);
        var when = When(mentions, state);
        var venues = Venues(mentions);
        return new()
        {
            Key = ContentHash.Key("meeting", claims[0].Claim.Id),
            Name = Name(participants, form, venues, when, accounts),
            Claims = claims,
            Companions = [.. companions.Speaking.Concat(companions.Beside).Concat(echoes).Order(ClaimOrder.Instance)],
            Participants = participants,
            Form = form,
            When = when,
            Venues = venues,
            State = state,
            Lanes = Lanes(claims, companions.Speaking, accounts),
        };
    }

    // A state for which one of its own takes part, unless a claim names both.
    private static bool IsStoodFor(string participant, List<MeetingMention> mentions) =>
        mentions.Any(m => m.Participants.Any(p => p != participant && m.PartyOf(p) == participant))
        && !mentions.Any(m => m.Participants.Contains(participant) && m.Participants.Any(p => p != participant && m.PartyOf(p) == participant));

    private static ImmutableArray<MeetingLane> Lanes(ImmutableArray<RecordedClaim> claims, ImmutableArray<RecordedClaim> companions, Accounts accounts) =>
        [.. claims.Concat(companions.Where(c => MeetingStates.Of(c.Claim) is not null))
            .GroupBy(c => accounts.Of(c.Claim), StringComparer.Ordinal)
            .OrderBy(g => g.Key == Actor.Narrator).ThenBy(g => accounts.Name(g.Key), StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Lane(g.Key, [.. g.Order(ClaimOrder.Instance)]))];

    private static MeetingLane Lane(string party, ImmutableArray<RecordedClaim> claims) => new(party, MeetingStates.FoldLane(claims), claims);

    private static MeetingForm? Form(List<MeetingMention> mentions) => mentions.Where(m => m.Claim.Form is not null)
        .GroupBy(m => m.Claim.Form).OrderByDescending(g => g.Count(m => m.Claim.Status is not null)).ThenBy(g => g.Key switch
        {
            MeetingForm.Summit => 0,
            MeetingForm.Call => 1,
            MeetingForm.Talks => 2,
            MeetingForm.Meeting => 3,
            _ => 4,
        }).FirstOrDefault()?.Key;

    // The last time given, made as exact as another claim inside it allows.
    private static Edtf? When(List<MeetingMention> mentions, ClaimStatus? state)
    {
        var dated = mentions.Where(m => m.Claim is { When.IsUnknown: false, Polarity: Polarity.Positive }).ToList();
        if (state == ClaimStatus.Held && dated.Any(m => m.IsPast)) dated = [.. dated.Where(m => m.IsPast)];
        if (dated.OrderBy(m => m.Day ?? DateOnly.MinValue).LastOrDefault() is not { } last) return null;
        return dated.Where(m => m.First >= last.First && m.Last <= last.Last).OrderBy(m => m.Last!.Value.DayNumber - m.First!.Value.DayNumber)
            .FirstOrDefault()?.Claim.When ?? last.Claim.When;
    }

    private static ImmutableArray<string> Venues(List<MeetingMention> mentions) =>
        [.. mentions.Where(m => m.Claim.Where is { Length: > 0 }).Select(m => m.Claim.Where!).DistinctBy(Folding.Normalise, StringComparer.Ordinal)];

    private static string Name(ImmutableArray<string> participants, MeetingForm? form, ImmutableArray<string> venues, Edtf? when, Accounts accounts)
    {
        var names = participants.Select(accounts.Name).Order(StringComparer.Ordinal).ToList();
        var who = string.Join(" – ", names.Take(NamesShown)) + (names.Count > NamesShown ? " and others" : "");
        var what = form is { } known ? EnumSpelling.Of(known) : "meeting";
        var parts = new List<string> { who.Length > 0 ? $"{who}: {what}" : what };
        if (venues.Length > 0) parts.Add(venues[^1]);
        if (when is not null) parts.Add(when.Value);
        return string.Join(", ", parts);
    }
}
