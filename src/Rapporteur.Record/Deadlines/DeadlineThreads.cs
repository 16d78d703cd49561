using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Makes deadlines of claims and says what became of them as of a day.</summary>
internal sealed class DeadlineThreads(ClaimTable claims, Accounts accounts, Phrases phrases, Sentences sentences, RecordCoverage coverage, DeadlineFollowUps followUps, DeadlineEndings endings, int minimumCoverage, ThreadRulings rulings)
{
    private static readonly ClaimType[] Speaking = [ClaimType.Statement, ClaimType.Demand, ClaimType.Threat, ClaimType.Commitment, ClaimType.Condition, ClaimType.Measure];

    /// <summary>Deadlines by due date, undated ones last.</summary>
    internal ImmutableArray<Deadline> AsOf(DateOnly? day)
    {
        var items = claims.OfType(ClaimType.Deadline).Where(c => c.Claim.Polarity == Polarity.Positive && c.Claim.Modality != Modality.Hypothetical && CanBeFollowed(c.Claim)
            && (Standing.IsCertain(c.Claim) || !claims.Has(c, ClaimMark.TakesBack))).ToList();
        var threads = Agglomeration.Run(items.Count, i => [BlockKey.Of(accounts.Party(accounts.Setter(items[i].Claim) ?? ""))], (i, j) => Link(items[i], items[j]), (i, j) => Conflict(items[i], items[j]), rulings, i => items[i].Claim.Id);
        var deadlines = threads.Select(t => Make([.. t.Select(i => items[i])], day)).ToList();
        var bySetter = deadlines.Where(d => d.SetBy is not null).ToLookup(d => accounts.Party(d.SetBy!), StringComparer.Ordinal);
        return DeadlineSuccession.Apply([.. endings.TakenBack([.. deadlines.Select(d => Replaced(d, bySetter))])
            .OrderBy(d => d.Due?.Latest ?? DateOnly.MaxValue).ThenBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Key, StringComparer.Ordinal)], claims, accounts);
    }

    // A date, or who sets it for what; talk of deadlines in general is no deadline.
    private bool CanBeFollowed(Claim claim) => Standing.IsCertain(claim)
        ? claim.Due is not null || claim.What is not null
        : Standing.IsSure(claim) && accounts.Setter(claim) is { } setter && (claim.Due is { IsUnknown: false } || (claim.What is not null && setter != Actor.Narrator));

    private double Link(RecordedClaim a, RecordedClaim b) =>
        a.Claim.Due is { IsUnknown: false } && SameDue(a, b) && accounts.SameSide(accounts.Setter(a.Claim), accounts.Setter(b.Claim)) && Addressed(a, b) ? 1 : 0;

    private bool Conflict(RecordedClaim a, RecordedClaim b) => !SameDue(a, b) || !Addressed(a, b);

    private static bool SameDue(RecordedClaim a, RecordedClaim b) => a.Claim.Due?.Latest == b.Claim.Due?.Latest;

    private bool Addressed(RecordedClaim a, RecordedClaim b) =>
        a.Claim.To.IsEmpty || b.Claim.To.IsEmpty || a.Claim.To.Any(x => b.Claim.To.Any(y => accounts.SameSide(x, y)));

    private Deadline Make(ImmutableArray<RecordedClaim> same, DateOnly? day)
    {
        var first = same[0].Claim;
        var setter = accounts.Setter(first) is { } by && by != Actor.Narrator ? by : null;
        var due = same.Select(c => c.Claim.Due).FirstOrDefault(d => d is not null);
        ImmutableArray<string> addressees = [.. same.SelectMany(c => c.Claim.To).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var met = due?.Latest is { } last ? ClaimOrder.Once(same.SelectMany(c => endings.Done(c, last))) : [];
        var read = due?.Latest is { } passed && day > passed && met.Length == 0 ? coverage.Between(passed.AddDays(1), day.Value) : null;
        var after = followUps.Of(same, due).ToList();
        // Before the day is over the setter will not say any more when it decides.
        var given = met.Length == 0 && day is not null ? after.FindAll(c => c.Claim.Type == ClaimType.Rejection && c.Document.Published.Anchor < due?.Latest) : [];
        return new()
        {
            Key = ContentHash.Key("deadline", first.Id),
            Name = Name(same[0], addressees, due),
            Claims = same,
            Companions = ClaimOrder.Once(Companions(same).Concat(met).Concat(after)),
            SetBy = setter,
            Addressees = addressees,
            Due = due,
            SelfSet = setter is not null && (addressees.IsEmpty ? DeadlineFollowUps.IsOwnDecision(same[0]) : addressees is [var only] && accounts.SameSide(only, setter)),
            State = given.Count > 0 ? DeadlineState.Superseded : State(due, day, met, read),
            Ended = met.Length > 0 ? met : [.. given],
            Coverage = given.Count > 0 ? null : read,
        };
    }

    private DeadlineState State(Edtf? due, DateOnly? day, ImmutableArray<RecordedClaim> met, Coverage? read)
    {
        if (due?.Latest is not { } last || day is not { } today) return DeadlineState.Unknown;
        if (met.Length > 0) return DeadlineEndings.AreParts(met) ? DeadlineState.PartlyMet : DeadlineState.Met;
        if (today <= last) return DeadlineState.Pending;
        return read is { } coverage && coverage.Documents >= minimumCoverage ? DeadlineState.Lapsed : DeadlineState.Unknown;
    }

    // A later deadline by the same side for the same act: a later day extends it, an earlier one that is named before it ran out takes its place.
    private Deadline Replaced(Deadline deadline, ILookup<string, Deadline> bySetter)
    {
        if (deadline.State is DeadlineState.Met || deadline.Due?.Latest is not { } due || deadline.SetBy is null || Announced(deadline) is not { } set) return deadline;
        var others = bySetter[accounts.Party(deadline.SetBy)].Where(d => d.Key != deadline.Key && Announced(d) > set
                && Addressed(d.Claims[0], deadline.Claims[0]) && phrases.SameAct(d.Claims[0], deadline.Claims[0])).ToList();
        if (First(others.Where(d => d.Due?.Latest > due)) is { } later) return deadline with { State = DeadlineState.Extended, ReplacedBy = later.Key };
        var earlier = First(others.Where(d => d.Due?.Latest < due && Announced(d) <= due && d.Due?.Latest >= Announced(d)));
        return earlier is null ? deadline : deadline with { State = DeadlineState.Superseded, ReplacedBy = earlier.Key, Coverage = null };
    }

    private static Deadline? First(IEnumerable<Deadline> deadlines) => deadlines.OrderBy(d => d.Due!.Latest).ThenBy(d => d.Key, StringComparer.Ordinal).FirstOrDefault();

    private static DateOnly? Announced(Deadline deadline) => deadline.Claims[0].Document.Published.Anchor;

    private ImmutableArray<RecordedClaim> Companions(ImmutableArray<RecordedClaim> same) => sentences.Beside(same, (c, d) =>
        (c.Claim.Type != ClaimType.Measure || (d.Claim.Consequence is { } harm && c.Claim.What is { } what && harm.Overlaps(what)))
        && (accounts.SameSide(c.Claim.By, accounts.Setter(d.Claim)) || accounts.SameSide(c.Claim.Holder, accounts.Setter(d.Claim))), Speaking);

    private string Name(RecordedClaim claim, ImmutableArray<string> addressees, Edtf? due)
    {
        var setter = accounts.Setter(claim.Claim) is { } by && by != Actor.Narrator ? accounts.Name(by) : null;
        var others = addressees.Where(a => a != accounts.Setter(claim.Claim)).Select(accounts.Name).Order(StringComparer.Ordinal).ToList();
        var who = setter is null ? string.Join(", ", others) : others.Count == 0 ? setter : $"{setter} to {string.Join(", ", others)}";
        IEnumerable<string?> parts = [who.Length > 0 ? who : null, claim.Words(claim.Claim.What) ?? claim.Words(claim.Claim.Time), due is null or { IsUnknown: true } ? null : "by " + due.Value];
        var name = string.Join(", ", parts.Where(p => p is not null));
        return name.Length > 0 ? name : "deadline";
    }
}
