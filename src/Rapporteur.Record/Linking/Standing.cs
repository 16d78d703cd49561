using System.Buffers;
using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>How far a claim carries: whether the reader is sure enough of it, and whether its act stands as done or said and not as another's wish or condition.</summary>
internal sealed class Standing(ClaimTable claims)
{
    private static readonly FrozenSet<string> Unreal = WordList.Load("unreal-phrases.txt");
    private static readonly FrozenSet<string> Wishes = WordList.Load("wish-words.txt");
    private static readonly ClaimType[] Embedding = [ClaimType.Demand, ClaimType.Condition, ClaimType.Threat, ClaimType.Commitment, ClaimType.Rejection];
    private static readonly SearchValues<char> Stops = SearchValues.Create(",;:.—–()“”\"");

    /// <summary>Least confidence of a claim that carries a thread or a position; of what the measurement on annotated articles showed below it, one in seven was right.</summary>
    internal const double Least = 0.3;

    /// <summary>The same for measures and commitments, whose words are often used of other things.</summary>
    internal const double LeastOfActs = 0.4;

    /// <summary>Whether the claim was found by a person or the reader is sure.</summary>
    internal static bool IsCertain(Claim claim) => claim.Confidence >= 1;

    internal static bool IsSure(Claim claim) => claim.Confidence >= (claim.Type is ClaimType.Measure or ClaimType.Commitment ? LeastOfActs : Least);

    /// <summary>Whether the act is only wanted of its doer by another, or only a condition, or left open.</summary>
    internal bool IsWished(RecordedClaim claim) =>
        !IsCertain(claim.Claim) && (claims.Has(claim, ClaimMark.Wished) || claims.InSentence(claim, Embedding).Any(c => Embeds(c.Claim, claim.Claim)));

    /// <summary>Whether the words before a claim leave its act open or make it a wish; of claims of types of which it is asked.</summary>
    internal static bool MayBeWished(RecordedClaim claim) =>
        (claim.Claim.Type is ClaimType.Offer or ClaimType.Acceptance or ClaimType.Commitment or ClaimType.Rejection or ClaimType.Measure || MeetingCompanions.NamesMeeting(claim)) && IsUnder(Before(claim));

    /// <summary>Whether the words before an act, back to the next stop, leave it open or make it the wish of another.</summary>
    internal static bool IsUnder(string before)
    {
        var clause = before[(before.AsSpan().LastIndexOfAny(Stops) + 1)..];
        var words = Folding.Normalise(clause).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var text = $" {string.Join(' ', words)} ";
        if (Unreal.Any(p => text.Contains($" {p} ", StringComparison.Ordinal))) return true;
        // "wants Northland to sign": somebody stands between the wish and the act.
        var to = Array.LastIndexOf(words, "to");
        if (to < words.Length - 2 || to < 2) return false;
        for (var i = to - 2; i >= 0 && i >= to - 6; i--)
            if (Wishes.Contains(words[i])) return true;
        return false;
    }

    private static string Before(RecordedClaim claim) =>
        claim.Claim.Trigger.Start > claim.Claim.Evidence.Start ? new TextSpan(claim.Claim.Evidence.Start, claim.Claim.Trigger.Start).Slice(claim.Document.Text) : "";

    private static bool Embeds(Claim outer, Claim inner)
    {
        if (ReferenceEquals(outer, inner) || outer.Trigger == inner.Trigger) return false;
        if (outer.If is { } first && first.Contains(inner.Trigger)) return true;
        return outer.Type is ClaimType.Demand or ClaimType.Rejection && outer.By != inner.By && outer.What is { } what && what.Contains(inner.Trigger);
    }
}
