using System.Collections.Frozen;
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
        var denials = claims.OfType(ClaimType.Denial).Where(c => c.Claim is { Polarity: Polarity.Positive, By: not null and not Actor.Narrator }).ToList();
        var charges = Charges(denials.Select(d => accounts.Party(d.Claim.By!)).ToHashSet(StringComparer.Ordinal));
        foreach (var denial in denials)
        {
            if (!charges.TryGetValue(accounts.Party(denial.Claim.By!), out var ofSide)) continue;
            var words = phrases.Stems(denial);
            var (backwards, denied) = (Array.TrueForAll(words, AllegationStems.Contains), new List<RecordedClaim>());
            foreach (var charge in ofSide.To(denial, Horizon))
                if (Answers(denial, words, backwards, charge)) denied.Add(claims[charge.Place]);
            if (denied.Count > 0) yield return DisputePair.Of(DisputeGround.Denial, Subject(denied[0], denial), denied, [denial], accounts, exclusive: true);
        }
    }

    // Who is accused of what, by his side, where it denies anything; a charge of two of one side stands there once. There are many more charges than denials: those that no denial answers are not made.
    private Dictionary<string, Nearby<Charge>> Charges(HashSet<string> sides)
    {
        var charges = new Dictionary<string, List<Charge>>(StringComparer.Ordinal);
        foreach (var accusation in claims.PlacesOf(ClaimType.Accusation))
        {
            if (claims.Sides(accusation) is not { Polarity: Polarity.Positive, To: var accused }) continue;
            for (var i = 0; i < accused.Length; i++)
            {
                var side = accounts.Party(accused[i]);
                if (!accused.Take(i).Any(other => accounts.Party(other) == side)) Add(side, accusation);
            }
        }

        foreach (var incident in claims.PlacesOf(ClaimType.Incident))
            if (claims.Sides(incident) is { Polarity: Polarity.Positive, By: { } by }) Add(accounts.Party(by), incident);
        return charges.ToDictionary(c => c.Key, c => new Nearby<Charge>(c.Value.OrderBy(charge => charge.Place.At), charge => claims.Document(charge.Place)), StringComparer.Ordinal);

        void Add(string side, ClaimPlace charge)
        {
            if (!sides.Contains(side)) return;
            if (!charges.TryGetValue(side, out var same)) charges.Add(side, same = []);
            same.Add(new(charge, claims.Stems(charge)));
        }
    }

    private bool Answers(RecordedClaim denial, ulong[] denied, bool pointsBack, Charge charge)
    {
        var sameText = claims.Document(charge.Place).TextId == denial.Document.TextId;
        if (!sameText && !Stems.AreAlike(denied, charge.Words, Shared)) return false;
        if (!pointsBack && !Stems.AreAlike(denied, charge.Words, SharedInText)) return false;
        var claim = claims[charge.Place];
        if (sameText && pointsBack && (claim.Claim.Type != ClaimType.Accusation || !(Sayings.SameSentence(claim, denial) || Sayings.IsRightBefore(claim, denial)))) return false;
        return !accounts.SameSide(accounts.Of(claim.Claim), denial.Claim.By);
    }

    private static string Subject(RecordedClaim charge, RecordedClaim denial) => charge.Words(charge.Claim.What) ?? denial.Words(denial.Claim.What) ?? charge.Evidence.Quote;

    private readonly record struct Charge(ClaimPlace Place, ulong[] Words);
}
