using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes guarantee schemes of claims whose own words name guarantees: one for each side that is to be guaranteed. A claim that names no such side joins the only scheme of its text, else the only one of the record.</summary>
internal sealed class GuaranteeThreads(ClaimTable claims, Accounts accounts, ClaimActors mentioned, ImmutableArray<RecordedFacet> facets)
{
    private static readonly PhraseTable Names = PhraseTable.Load("guarantee-phrases.txt");
    private static readonly string Nouns = $"(?:{string.Join('|', WordList.Load("guarantee-nouns.txt"))})";

    // Whom they are for stands right behind, with an article or an adjective at most, or is whose they are.
    private static readonly Regex Behind = new($@"\b{Nouns} (?:for|to) ((?:[\w-]+ ){{0,2}}[A-Z][\w-]*)", RegexOptions.CultureInvariant);
    private static readonly Regex Possessor = new($@"[’']s? (?:own )?(?:future )?(?:security|defen[cs]e) {Nouns}", RegexOptions.CultureInvariant);

    private readonly ILookup<(string, TextSpan), string> _for = facets.Where(f => f.Facet.Kind == "guarantee")
        .SelectMany(f => (f.Facet["for"]?.Actors ?? []).Select(a => (Sentence: (f.Document.TextId, f.Facet.Evidence), Actor: a))).ToLookup(f => f.Sentence, f => f.Actor);

    /// <summary>Whether words name guarantees.</summary>
    internal static bool NamesGuarantee(string words) => Names.IsIn(words);

    /// <summary>Whether the own words of a claim name guarantees.</summary>
    internal static bool MaySpeak(RecordedClaim claim) => claim.Claim.Type is not (ClaimType.Meeting or ClaimType.Threat or ClaimType.Deadline or ClaimType.Accusation or ClaimType.Incident)
        && Standing.IsSure(claim.Claim) && claim.Claim.Modality != Modality.Historical && NamesGuarantee(Sayings.Own(claim));

    /// <summary>Schemes by name.</summary>
    internal ImmutableArray<GuaranteeScheme> All()
    {
        var told = claims.With(ClaimMark.NamesGuarantee).Select(c => (Claim: c, For: For(c))).ToList();
        var all = told.Select(t => t.For).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (all.Count == 0) return [];
        var ofText = told.Where(t => t.For is not null).ToLookup(t => t.Claim.Document.TextId, t => t.For!, StringComparer.Ordinal);
        return
        [
            .. told.Select(t => (t.Claim, For: t.For ?? Only([.. ofText[t.Claim.Document.TextId].Distinct(StringComparer.Ordinal)], all)))
                .Where(t => t.For is not null).GroupBy(t => t.For!, t => t.Claim, StringComparer.Ordinal).Select(g => Make(g.Key, [.. g.Order(ClaimOrder.Instance)]))
                .OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Key, StringComparer.Ordinal),
        ];
    }

    private static string? Only(List<string> ofText, List<string> all) => ofText is [var here] ? here : ofText.Count == 0 && all is [var only] ? only : null;

    // Whom the words say that they are for; else to whom they are offered or promised, else who asks for them.
    private string? For(RecordedClaim claim)
    {
        var bearers = Bearers(claim).Where(accounts.IsKnown).Select(accounts.Party).Distinct(StringComparer.Ordinal).ToList();
        if (bearers.Count > 0) return bearers is [var bearer] ? bearer : null;
        var named = _for[(claim.Document.TextId, claim.Claim.Evidence)].Where(accounts.IsKnown).Select(accounts.Party).Distinct(StringComparer.Ordinal).ToList();
        if (named is [var one]) return one;
        return claim.Claim switch
        {
            { Type: ClaimType.Offer or ClaimType.Commitment, To: [var to] } when accounts.IsKnown(to) => accounts.Party(to),
            { Type: ClaimType.Demand, Polarity: Polarity.Positive, By: not null and not Actor.Narrator } when named.Count == 0 && accounts.IsKnown(claim.Claim.By) && !accounts.IsMedium(claim.Claim.By) => accounts.Party(claim.Claim.By),
            _ => null,
        };
    }

    // "security guarantees for Westmark", "Westmark's security guarantees".
    private IEnumerable<string> Bearers(RecordedClaim claim)
    {
        var (text, sentence, at) = (claim.Document.TextId, claim.Evidence.Quote, claim.Claim.Evidence.Start);
        foreach (Match match in Behind.Matches(sentence))
            foreach (var actor in mentioned.In(text, new(at + match.Groups[1].Index, at + match.Groups[1].Index + match.Groups[1].Length))) yield return actor;
        foreach (Match match in Possessor.Matches(sentence))
            if (mentioned.Before(text, at + match.Index) is { } actor) yield return actor;
    }

    private GuaranteeScheme Make(string side, ImmutableArray<RecordedClaim> told)
    {
        ImmutableArray<GuaranteeLane> lanes = [.. told.GroupBy(c => accounts.Of(c.Claim), StringComparer.Ordinal)
            .OrderBy(g => g.Key == Actor.Narrator).ThenBy(g => accounts.Name(g.Key), StringComparer.Ordinal).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new GuaranteeLane(g.Key, g.Select(c => Of(c.Claim)).LastOrDefault(s => s != GuaranteeState.Discussed), [.. g]))];
        var furthest = told.Select(c => Of(c.Claim)).Where(s => s != GuaranteeState.Refused).DefaultIfEmpty(GuaranteeState.Discussed).Max();
        return new()
        {
            Key = ContentHash.Key("guarantee", side),
            Name = $"Guarantees for {accounts.Name(side)}",
            Claims = told,
            For = side,
            State = furthest == GuaranteeState.Discussed && lanes.Any(l => l.State == GuaranteeState.Refused) ? GuaranteeState.Refused : furthest,
            Lanes = lanes,
        };
    }

    private static GuaranteeState Of(Claim claim) => (claim.Type, claim.Polarity) switch
    {
        _ when claim.Modality is Modality.Hypothetical or Modality.Possible => GuaranteeState.Discussed,
        (ClaimType.Demand, Polarity.Positive) => GuaranteeState.Demanded,
        (ClaimType.Offer, Polarity.Positive) => GuaranteeState.Offered,
        (ClaimType.Commitment, Polarity.Positive) => GuaranteeState.Pledged,
        (ClaimType.Acceptance, Polarity.Positive) => GuaranteeState.Agreed,
        (ClaimType.Rejection, Polarity.Positive) or (ClaimType.Acceptance or ClaimType.Offer, Polarity.Negative) => GuaranteeState.Refused,
        _ => GuaranteeState.Discussed,
    };
}
