using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>One claim of a meeting with what linking looks at.</summary>
internal sealed class MeetingMention
{
    private readonly Accounts _accounts;

    internal MeetingMention(RecordedClaim claim, Accounts accounts, ClaimActors mentioned)
    {
        (Recorded, _accounts) = (claim, accounts);
        Participants = Sorted(WithSpeaker(claim, accounts));
        Parties = Of(Participants, accounts);
        IsPair = Participants.Length == 2 && Parties.Length == 2 && Participants.All(accounts.IsOne);
        InSentence = mentioned.In(claim.Document.TextId, claim.Claim.Evidence);
        IsOfItsOwn = Standing.IsCertain(claim.Claim) || (Standing.IsSure(claim.Claim) && Participants.All(InSentence.Contains));
        Day = claim.Document.Published.Anchor;
        IsPast = claim.Claim is { Polarity: Polarity.Positive, Status: ClaimStatus.Held } or { Status: null, Modality: Modality.Historical };
        Place = claim.Claim.Where is { } where ? ContentWords.Of(where) : [];
        var pad = claim.Claim.When is { IsApproximate: true } ? 3 : 0;
        First = claim.Claim.When?.Earliest?.AddDays(-pad);
        Last = claim.Claim.When?.Latest?.AddDays(pad);
        ParticipantKey = Joined(Participants);
        PartyKey = Parties.SequenceEqual(Participants) ? ParticipantKey : Joined(Parties);
    }

    private static string Joined(ImmutableArray<string> actors) => actors is [] ? "" : actors is [var only] ? only : string.Join('|', actors);

    private static ImmutableArray<string> Sorted(ImmutableArray<string> actors) => actors.Length < 2 ? actors : actors.Sort(StringComparer.Ordinal);

    // The parties of actors, each once, sorted.
    private static ImmutableArray<string> Of(ImmutableArray<string> actors, Accounts accounts)
    {
        var parties = new List<string>(actors.Length);
        foreach (var actor in actors)
            if (accounts.Party(actor) is var party && !parties.Contains(party)) parties.Add(party);
        parties.Sort(StringComparer.Ordinal);
        return parties.Count == actors.Length && actors.AsSpan().SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(parties)) ? actors : [.. parties];
    }

    // "the talks with Westmark will go on", says Northland: of those talks it is the other side.
    private static ImmutableArray<string> WithSpeaker(RecordedClaim claim, Accounts accounts)
    {
        var read = claim.Claim.Participants;
        if (read is not [var other] || Standing.IsCertain(claim.Claim) || claim.Claim.Holder is not { } holder || !accounts.IsKnown(holder) || accounts.IsMedium(holder) || accounts.SameSide(holder, other)) return read;
        var (text, at) = (claim.Document.Text, claim.Claim.Trigger.End);
        return at < claim.Claim.Evidence.End && text.AsSpan(at, claim.Claim.Evidence.End - at).TrimStart().StartsWith("with ", StringComparison.Ordinal) ? [other, accounts.Party(holder)] : read;
    }

    internal RecordedClaim Recorded { get; }

    internal Claim Claim => Recorded.Claim;

    internal string Document => Recorded.Document.TextId;

    internal ImmutableArray<string> Participants { get; }

    internal ImmutableArray<string> Parties { get; }

    /// <summary>Whether exactly two persons or states of two parties meet.</summary>
    internal bool IsPair { get; }

    /// <summary>Actors that its sentence names.</summary>
    internal ImmutableArray<string> InSentence { get; }

    /// <summary>Whether its own sentence names all who take part, or a person marked it; what is taken over from other sentences begins no thread.</summary>
    internal bool IsOfItsOwn { get; }

    internal string ParticipantKey { get; }

    internal string PartyKey { get; }

    /// <summary>Day on which it was reported; null where unknown.</summary>
    internal DateOnly? Day { get; }

    /// <summary>Whether the text tells it as having taken place.</summary>
    internal bool IsPast { get; }

    internal ImmutableArray<string> Place { get; }

    /// <summary>First day that the text gives for it.</summary>
    internal DateOnly? First { get; }

    /// <summary>Last day that the text gives for it.</summary>
    internal DateOnly? Last { get; }

    /// <summary>Whether the text gives a time of at most a month and a half.</summary>
    internal bool IsDated => First is { } first && Last is { } last && last.DayNumber - first.DayNumber <= 45;

    /// <summary>Whether its words point back to a meeting already spoken of: "the summit", "that call".</summary>
    internal bool PointsBack
    {
        get
        {
            var before = Recorded.Document.Text.AsSpan(Claim.Evidence.Start, Math.Max(0, Claim.Trigger.Start - Claim.Evidence.Start));
            var words = before[Math.Max(0, before.Length - 24)..].ToString().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
            return words.TakeLast(2).Any(w => w.ToUpperInvariant() is "THE" or "THIS" or "THAT" or "THESE" or "THOSE");
        }
    }

    internal string PartyOf(string participant) => _accounts.Party(participant);

    internal bool SharesPlace(MeetingMention other)
    {
        foreach (var word in Place)
            if (other.Place.Contains(word)) return true;
        return false;
    }
}
