using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A rule that adds to a condition graph what no text states but what follows from what several state. Every edge says why it is there and rests on claims.</summary>
internal interface IInferenceRule
{
    /// <summary>Adds nodes and edges.</summary>
    void Apply(GraphDraft draft);
}

/// <summary>Who gets the whole has the part with it: a peace deal needs the ceasefire that is part of it (<c>includes</c> lines of the vocabulary).</summary>
internal sealed class WholeNeedsPart : IInferenceRule
{
    /// <inheritdoc/>
    public void Apply(GraphDraft draft)
    {
        foreach (var (whole, part) in MatterBook.Shipped.Includes)
            foreach (var one in draft.Things.Where(n => draft.About(n).Merging?.Code == whole))
                foreach (var other in draft.Things.Where(n => draft.About(n).Merging?.Code == part))
                    if (draft.Edges.FirstOrDefault(e => e.Before == other.Key || e.After == other.Key) is { } known)
                        draft.Add(new Condition(null, other.Key, one.Key, known.Claims) { Inference = new("part", $"“{one.Name}” has “{other.Name}” as a part.") });
    }
}

/// <summary>What a party refuses blocks its assent to an agreement, and an agreement needs the assent of every party to it. A party to an agreement is one whose words on it,
/// or on its terms, are known.</summary>
internal sealed class RefusalBlocksAssent : IInferenceRule
{
    /// <inheritdoc/>
    public void Apply(GraphDraft draft)
    {
        var agreements = draft.Agreements;
        if (agreements.Count == 0) return;
        foreach (var refusals in draft.Proposals.Where(p => p is { IsRefusal: true, IsFirm: true, First: null }).GroupBy(p => p.Party, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var party = refusals.Key;
            // Words of its own that name an agreement make it a party to one.
            ImmutableArray<RecordedClaim> words = [.. draft.Proposals.Where(p => p.Party == party && p.Subject.Matters.Any(f => f.Matter.IsAgreement)).Select(p => p.Claim).Distinct().InOrder(c => c)];
            if (words.IsEmpty) continue;
            foreach (var refusal in refusals)
                foreach (var thing in draft.Things.Where(n => Refused(draft.About(n), refusal) && !Asks(draft, n, party)))
                    foreach (var agreement in agreements.Where(a => a.Key != thing.Key && Touch(draft, a, thing)))
                        Add(draft, party, words, refusal, thing, agreement);
        }
    }

    private static bool Refused(Subject thing, Proposal refusal) =>
        !thing.IsNegated && !refusal.Subject.IsNegated && thing.Main?.Matter == refusal.Match.Matter && !refusal.Match.Matter.IsAgreement && !refusal.Match.Matter.IsSame;

    // Who asks for a thing first does not refuse it.
    private static bool Asks(GraphDraft draft, ConditionNode thing, string party) => draft.Edges.Any(e => e.Before == thing.Key && e.Party == party);

    // What the agreement does not wait for, and what does not wait for it, is no matter of it.
    private static bool Touch(GraphDraft draft, ConditionNode agreement, ConditionNode thing) => Leads(draft, agreement.Key, thing.Key) || Leads(draft, thing.Key, agreement.Key);

    private static bool Leads(GraphDraft draft, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var work = new Queue<string>(seen);
        while (work.TryDequeue(out var node))
            foreach (var edge in draft.Edges)
                if (edge.Before == node && edge.Kind == ConditionKind.Requires && seen.Add(edge.After)) work.Enqueue(edge.After);
        return seen.Contains(to);
    }

    private static void Add(GraphDraft draft, string party, ImmutableArray<RecordedClaim> words, Proposal refusal, ConditionNode thing, ConditionNode agreement)
    {
        var name = draft.Snapshot.NameOf(party);
        var assent = new ConditionNode(ContentHash.Key("assent", party, agreement.Key), agreement.Name) { Kind = ConditionNodeKind.Assent, Party = party };
        draft.Add(assent);
        draft.Add(new Condition(party, assent.Key, agreement.Key, words) { Inference = new("assent", $"An agreement needs the assent of its parties, and {name} speaks as one.") });
        var stated = refusal.Subject.Matters.Any(f => f.Matter.IsAgreement) && Subject.SameThing(refusal.Subject, draft.About(thing));
        draft.Add(new Condition(party, thing.Key, assent.Key, [refusal.Claim])
        {
            Kind = ConditionKind.Excludes,
            Stance = Exclusions.StanceKey(refusal),
            Inference = stated ? null : new("refusal", $"“{thing.Name}” falls under what {name} refuses: “{refusal.Subject.Words}”."),
        });
    }
}

/// <summary>An agreement needs an option that nobody's firm position excludes. Added for issues that have none.</summary>
internal sealed class OpenOption : IInferenceRule
{
    /// <inheritdoc/>
    public void Apply(GraphDraft draft)
    {
        foreach (var issue in draft.Issues.Where(i => i.IsEmpty))
        {
            var node = new ConditionNode(issue.Key, issue.Name) { Kind = ConditionNodeKind.Issue, IsAny = true };
            draft.Add(node);
            foreach (var option in issue.Options) Add(draft, node, option);
            ImmutableArray<RecordedClaim> grounds = [.. issue.Options.SelectMany(o => o.Positions).Select(p => p.Claim).Distinct().InOrder(c => c)];
            foreach (var agreement in draft.Agreements.Where(a => IssueMatch.Prefix + draft.About(a).Main!.Matter.Issue == issue.Key && draft.About(a).Merging is not null))
                draft.Add(new Condition(null, node.Key, agreement.Key, grounds) { Inference = new("option", $"“{agreement.Name}” needs an option on this issue that no party excludes.") });
        }
    }

    private static void Add(GraphDraft draft, ConditionNode issue, Option option)
    {
        draft.Add(new ConditionNode(option.Key, option.Name) { Kind = ConditionNodeKind.Option });
        draft.Add(new Condition(null, option.Key, issue.Key, [.. option.Positions.Select(p => p.Claim).Distinct()]));
        foreach (var exclusion in option.Exclusions)
        {
            var claim = exclusion.Claims[0];
            var stance = new ConditionNode("stance:" + exclusion.Stance, claim.Words(claim.Claim.What ?? claim.Claim.If) ?? claim.Evidence.Quote) { Kind = ConditionNodeKind.Stance, Party = exclusion.Party, IsBarred = true };
            draft.Add(stance);
            draft.Add(new Condition(exclusion.Party, stance.Key, option.Key, exclusion.Claims) { Stance = exclusion.Stance, Inference = exclusion.Inference });
        }
    }
}
