using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>An accusation, or an act told as a fact, that the accused denies.</summary>
internal sealed class DenialDisputes(ClaimTable claims, Accounts accounts, Phrases phrases)
{
    private const int Horizon = 60;
    private static readonly FrozenSet<string> Allegations = WordList.Load("allegation-words.txt");
    private static readonly FrozenSet<ulong> AllegationStems = Allegations.Select(Stems.Of).ToFrozenSet();

    /// <summary>Whether the words of a denial name nothing but the charge as such: "the allegations".</summary>
    internal static bool PointsBack(string words) => ContentWords.Of(words).All(Allegations.Contains);

    internal IEnumerable<Dispute> All()
    {
        // Who is accused of what, by his side; a charge of two of one side stands there once.
        var charges = claims.OfType(ClaimType.Accusation, ClaimType.Incident).Where(c => c.Claim.Polarity == Polarity.Positive)
            .SelectMany(c => Accused(c).Select(accounts.Party).Distinct(StringComparer.Ordinal).Select(side => (Side: side, Charge: c)))
            .GroupBy(c => c.Side, c => c.Charge, StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Nearby<RecordedClaim>(g, c => c), StringComparer.Ordinal);
        foreach (var denial in claims.OfType(ClaimType.Denial).Where(c => c.Claim is { Polarity: Polarity.Positive, By: not null and not Actor.Narrator }))
        {
            if (!charges.TryGetValue(accounts.Party(denial.Claim.By!), out var ofSide)) continue;
            var denied = ofSide.To(denial, Horizon).Where(c => Answers(denial, c)).ToList();
            if (denied.Count > 0) yield return DisputePair.Of(DisputeGround.Denial, Subject(denied[0], denial), denied, [denial], accounts, exclusive: true);
        }
    }

    private bool Answers(RecordedClaim denial, RecordedClaim charge)
    {
        if (accounts.SameSide(accounts.Of(charge.Claim), denial.Claim.By)) return false;
        var sameText = Sayings.SameText(denial, charge);
        var (denied, charged) = (phrases.Stems(denial), phrases.Stems(charge));
        if (sameText && Array.TrueForAll(denied, AllegationStems.Contains)) return charge.Claim.Type == ClaimType.Accusation && (Sayings.SameSentence(charge, denial) || Sayings.IsRightBefore(charge, denial));
        return Stems.AreAlike(denied, charged, sameText ? 0.34 : 0.5);
    }

    private static ImmutableArray<string> Accused(RecordedClaim charge) => charge.Claim.Type == ClaimType.Accusation ? charge.Claim.To : charge.Claim.By is { } by ? [by] : [];

    private static string Subject(RecordedClaim charge, RecordedClaim denial) => charge.Words(charge.Claim.What) ?? denial.Words(denial.Claim.What) ?? charge.Evidence.Quote;
}
