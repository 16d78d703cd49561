using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What a party wants, offers, asks for first or refuses, with the matter of the vocabulary that it falls under.</summary>
/// <param name="Party">Key of the party.</param>
/// <param name="Subject">What it wants or refuses; of a condition what may follow.</param>
/// <param name="Match">The matter that this is about.</param>
/// <param name="First">What it asks for first; null where it asks for nothing.</param>
/// <param name="Position">The position; of a condition a demand.</param>
internal sealed record Proposal(string Party, Subject Subject, MatterMatch Match, Subject? First, Position Position)
{
    internal RecordedClaim Claim => Position.Claim;

    /// <summary>Whether it refuses what it names.</summary>
    internal bool IsRefusal => Position.Firmness == Firmness.RedLine;

    internal bool IsFirm => Position.Firmness is Firmness.RedLine or Firmness.Demand && Claim.Claim.Modality == Modality.Certain;

    /// <summary>What it adds to the words of the matter.</summary>
    internal ImmutableArray<string> Terms { get; } = Subject.Terms(Match);

    /// <summary>Whether it leaves no room for conditions.</summary>
    internal bool IsUnconditional { get; } = Lists.Has(Lists.Unconditional, Subject.Words);

    /// <summary>Every position and condition of a snapshot that falls under the vocabulary, in the order of the snapshot.</summary>
    internal static ImmutableArray<Proposal> Of(RecordSnapshot snapshot, ImmutableArray<StatedCondition> conditions)
    {
        var all = ImmutableArray.CreateBuilder<Proposal>();
        foreach (var position in snapshot.Positions)
        {
            var claim = position.Claim.Claim;
            if (claim.Modality is Modality.Historical or Modality.Hypothetical || Subject.Of(position.Claim.Words(claim.What)) is not { Main: { } main } subject) continue;
            if (StatingParty.Of(position.Actor, claim.Holder, snapshot) is { } party) all.Add(new(party, subject, main, Subject.Of(position.Claim.Words(claim.If)), position));
        }

        foreach (var condition in conditions)
        {
            if (condition.Claim.Claim.Type != ClaimType.Condition || condition.Then.Main is not { } main || condition.Claim.Claim.By is not { } by) continue;
            if (StatingParty.Of(by, condition.Claim.Claim.Holder, snapshot) is { } party) all.Add(new(party, condition.Then, main, condition.First, new(by, Firmness.Demand, condition.Claim)));
        }

        return all.DrainToImmutable();
    }
}
