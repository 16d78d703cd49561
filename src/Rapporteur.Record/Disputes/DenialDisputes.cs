using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>An accusation, or an act told as a fact, that the accused denies.</summary>
internal sealed class DenialDisputes(ClaimTable claims, Accounts accounts, Phrases phrases)
{
    private const int Horizon = 60;
    private const double Shared = 0.5;
    private const double SharedInText = 0.34;
    private static readonly FrozenSet<string> Allegations = WordList.Load("allegation-words.txt");
    private static readonly FrozenSet<ulong> AllegationStems = Allegations.Select(Stems.Of).ToFrozenSet();

    /// <summary>Whether the words of a denial name nothing but the charge as such: "the allegations".</summary>
    internal static bool PointsBack(string words) => ContentWords.Of(words).All(Allegations.Contains);

    internal IEnumerable<Dispute> All()
    {
        // Who is accused of what, by his side; a charge of two of one side stands there once.
        var charges = claims.OfType(ClaimType.Accusation, ClaimType.Incident).Where(c => c.Claim.Polarity == Polarity.Positive)
            .SelectMany(c => Accused(c).Select(accounts.Party).Distinct(StringComparer.Ordinal).Select(side => (Side: side, Charge: c)))
            .GroupBy(c => c.Side, c => new Charge(c.Charge, phrases.Stems(c.Charge)), StringComparer.Ordinal).ToDictionary(g => g.Key, g => new Nearby<Charge>(g, c => c.Claim), StringComparer.Ordinal);
        foreach (var denial in claims.OfType(ClaimType.Denial).Where(c => c.Claim is { Polarity: Polarity.Positive, By: not null and not Actor.Narrator }))
        {
            if (!charges.TryGetValue(accounts.Party(denial.Claim.By!), out var ofSide)) continue;
            var words = phrases.Stems(denial);
            var (backwards, denied) = (Array.TrueForAll(words, AllegationStems.Contains), new List<RecordedClaim>());
            foreach (var charge in ofSide.To(denial, Horizon))
                if (Answers(denial, words, backwards, charge)) denied.Add(charge.Claim);
            if (denied.Count > 0) yield return DisputePair.Of(DisputeGround.Denial, Subject(denied[0], denial), denied, [denial], accounts, exclusive: true);
        }
    }

    private bool Answers(RecordedClaim denial, ulong[] denied, bool pointsBack, Charge charge)
    {
        if (!pointsBack && !Stems.AreAlike(denied, charge.Words, SharedInText)) return false;
        var answers = !Sayings.SameText(denial, charge.Claim) ? Stems.AreAlike(denied, charge.Words, Shared)
            : !pointsBack || (charge.Claim.Claim.Type == ClaimType.Accusation && (Sayings.SameSentence(charge.Claim, denial) || Sayings.IsRightBefore(charge.Claim, denial)));
        return answers && !accounts.SameSide(accounts.Of(charge.Claim.Claim), denial.Claim.By);
    }

    private static ImmutableArray<string> Accused(RecordedClaim charge) => charge.Claim.Type == ClaimType.Accusation ? charge.Claim.To : charge.Claim.By is { } by ? [by] : [];

    private static string Subject(RecordedClaim charge, RecordedClaim denial) => charge.Words(charge.Claim.What) ?? denial.Words(denial.Claim.What) ?? charge.Evidence.Quote;

    private readonly record struct Charge(RecordedClaim Claim, ulong[] Words);
}
