using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes demands of claims: the same side, nobody else to fulfil them, the same act. What was answered last tells the state.</summary>
internal sealed class DemandThreads(ClaimTable claims, Accounts accounts, Phrases phrases, Sentences sentences, ClaimActors mentioned, ThreadRulings rulings)
{
    private const int Horizon = 120;
    private static readonly ulong Not = Stems.Of(ContentWords.Negation);
    private static readonly PhraseTable Dropping = PhraseTable.Load("dropped-demand-phrases.txt");

    private static readonly ClaimType[] Speaking = [ClaimType.Statement, ClaimType.Condition, ClaimType.Threat, ClaimType.Deadline];

    private readonly ActIndex _answers = new(claims.OfType(ClaimType.Acceptance, ClaimType.Rejection, ClaimType.Measure).Where(c => Answer(c) is not null), c => accounts.Party(c.Claim.By!), phrases);

    private readonly ActIndex _dropped = new(claims.With(ClaimMark.Drops).Where(c => IsOwn(c, accounts)), c => accounts.Party(c.Claim.By!), phrases);

    /// <summary>Whether words drop a demand.</summary>
    internal static bool IsDropped(string words) => Dropping.In(words).Any(hit => !hit.Negated);

    /// <summary>Whether a demand is one that its sentence drops.</summary>
    internal static bool MayDrop(RecordedClaim claim) => claim.Claim is { Type: ClaimType.Demand, Modality: Modality.Certain or Modality.Probable }
        && (claim.Claim.Polarity == Polarity.Negative || IsDropped(new TextSpan(claim.Claim.Evidence.Start, Math.Max(claim.Claim.Trigger.End, claim.Claim.What?.Start ?? 0)).Slice(claim.Document.Text)));

    /// <summary>Demands by first report.</summary>
    internal ImmutableArray<Demand> All()
    {
        var items = claims.OfType(ClaimType.Demand).Where(c => c.Claim is { Polarity: Polarity.Positive, What: not null } && IsOwn(c, accounts) && (Standing.IsCertain(c.Claim) || !claims.Has(c, ClaimMark.Drops)))
            .Select(c => new Item(c, Asked(c))).ToList();
        var threads = Agglomeration.Run(items.Count, i => phrases.Blocks(items[i].Claim, accounts.Party(items[i].Claim.Claim.By!)), (i, j) => Link(items[i], items[j]), (i, j) => !SameAddressees(items[i], items[j]), rulings, i => items[i].Claim.Claim.Id);
        return [.. threads.Select(t => Make([.. t.Select(i => items[i])])).OrderBy(d => d.Claims[0], ClaimOrder.Instance)];
    }

    private static bool IsOwn(RecordedClaim claim, Accounts accounts) => claim.Claim is { By: not null and not Actor.Narrator, Modality: Modality.Certain or Modality.Probable }
        && Standing.IsSure(claim.Claim) && !accounts.IsMedium(claim.Claim.By);

    // Whom the claim names, else the only other who stands in the words of the act.
    private ImmutableArray<string> Asked(RecordedClaim claim)
    {
        if (!claim.Claim.To.IsEmpty) return claim.Claim.To;
        return mentioned.In(claim.Document.TextId, claim.Claim.What!.Value).Where(a => accounts.IsKnown(a) && !accounts.SameSide(a, claim.Claim.By)).ToList() is [var only] ? [only] : [];
    }

    private double Link(Item a, Item b)
    {
        if (!accounts.SameSide(a.Claim.Claim.By, b.Claim.Claim.By) || !SameAddressees(a, b) || !phrases.SameAct(a.Claim, b.Claim)) return 0;
        if (a.Claim.Document.TextId == b.Claim.Document.TextId) return 2;
        return a.Claim.Document.Published.Anchor is { } one && b.Claim.Document.Published.Anchor is { } other && Math.Abs(one.DayNumber - other.DayNumber) <= Horizon ? 1 : 0;
    }

    private bool SameAddressees(Item a, Item b)
    {
        if (a.Asked.IsEmpty || b.Asked.IsEmpty) return true;
        foreach (var one in a.Asked)
            foreach (var other in b.Asked)
                if (accounts.SameSide(one, other)) return true;
        return false;
    }

    private Demand Make(ImmutableArray<Item> same)
    {
        ImmutableArray<RecordedClaim> told = [.. same.Select(i => i.Claim)];
        // Most demands are told once, of one or none.
        ImmutableArray<string> addressees = same is [{ Asked.Length: <= 1 }] ? same[0].Asked : [.. same.SelectMany(i => i.Asked).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var by = told[0].Claim.By!;
        var answers = Answers(told, addressees, accounts.Party(by));
        var others = addressees is [] ? [] : addressees.Where(a => a != by).Select(accounts.Name).Order(StringComparer.Ordinal).ToList();
        return new()
        {
            Key = ContentHash.Key("demand", told[0].Claim.Id),
            Name = $"{accounts.Name(by)}{(others.Count == 0 ? "" : " to " + string.Join(", ", others))}: {told[0].Words(told[0].Claim.What) ?? told[0].Evidence.Quote}",
            Claims = told,
            Companions = Companions(told, answers),
            By = by,
            Addressees = addressees,
            State = answers.IsEmpty ? DemandState.Open : Answer(answers[^1]) ?? DemandState.Open,
            Answers = answers,
        };
    }

    private ImmutableArray<RecordedClaim> Companions(ImmutableArray<RecordedClaim> told, ImmutableArray<RecordedClaim> answers)
    {
        var beside = sentences.Beside(told, (c, d) => accounts.SameSide(c.Claim.By, d.Claim.By), Speaking);
        return answers.IsEmpty ? beside : ClaimOrder.Once(beside.Concat(answers));
    }

    // Of those of whom it is made, and of its maker who drops it.
    private ImmutableArray<RecordedClaim> Answers(ImmutableArray<RecordedClaim> told, ImmutableArray<string> addressees, string maker)
    {
        List<RecordedClaim>? answers = null;
        foreach (var demand in told)
        {
            var meets = (RecordedClaim c) => IsLater(c, demand) && IsNegated(c) == IsNegated(demand);
            for (var i = 0; i < addressees.Length; i++)
            {
                var side = accounts.Party(addressees[i]);
                if (side != maker && !IsAmong(side, addressees.AsSpan(0, i))) _answers.AddTo(ref answers, side, demand, meets);
            }

            _dropped.AddTo(ref answers, maker, demand, meets);
        }

        return answers is null ? [] : ClaimOrder.Once(answers);
    }

    private bool IsAmong(string side, ReadOnlySpan<string> actors)
    {
        foreach (var actor in actors)
            if (accounts.Party(actor) == side) return true;
        return false;
    }

    // To refuse a thing "without X" is a condition.
    private bool IsNegated(RecordedClaim claim) => phrases.Stems(claim).Contains(Not);

    private static bool IsLater(RecordedClaim answer, RecordedClaim demand)
    {
        if (answer.Document.TextId == demand.Document.TextId) return answer.Claim.Evidence.Start > demand.Claim.Evidence.Start;
        return answer.Document.Published.Anchor is { } told && demand.Document.Published.Anchor is { } made && told >= made && told.DayNumber - made.DayNumber <= Horizon;
    }

    // What a claim does to a demand; null where it does nothing.
    private static DemandState? Answer(RecordedClaim claim)
    {
        var c = claim.Claim;
        if (c.By is null or Actor.Narrator || c.Modality != Modality.Certain || !Standing.IsSure(c) || c.What is null) return null;
        return (c.Type, c.Polarity) switch
        {
            (ClaimType.Demand, _) => DemandState.Dropped,
            (ClaimType.Rejection, Polarity.Positive) or (ClaimType.Acceptance, Polarity.Negative) => DemandState.Refused,
            (ClaimType.Acceptance, Polarity.Positive) => Done(claim),
            (ClaimType.Measure, Polarity.Positive) when c.Status is ClaimStatus.Imposed or ClaimStatus.Given or ClaimStatus.Lifted or ClaimStatus.Ended => Done(claim),
            _ => null,
        };
    }

    private static DemandState Done(RecordedClaim claim) => claim.Words(claim.Claim.What) is { } what && DeadlineEndings.IsPartial(what) ? DemandState.PartlyMet : DemandState.Met;

    private sealed record Item(RecordedClaim Claim, ImmutableArray<string> Asked);
}
