using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>What a side itself holds by one claim, with its words.</summary>
/// <param name="Party">Key of the side.</param>
/// <param name="Position">The position; of a condition a demand.</param>
/// <param name="Subject">What it wants or refuses; of a condition what may follow.</param>
/// <param name="First">What it asks for first; null where it asks for nothing.</param>
internal sealed record Stand(string Party, Position Position, Subject Subject, Subject? First)
{
    /// <summary>What it adds to the words of the matter that it is about; empty where it is about none.</summary>
    internal ImmutableArray<string> Terms { get; } = Subject.Main is { } main ? Subject.Terms(main) : [];

    internal bool IsRefusal => Position.Firmness == Firmness.RedLine;

    /// <summary>Positions of a snapshot and the conditions that a side sets in its own name, in the order of their claims.</summary>
    internal static ImmutableArray<Stand> Of(RecordSnapshot snapshot)
    {
        var all = new List<Stand>();
        foreach (var position in snapshot.Positions)
        {
            var claim = position.Claim.Claim;
            if (claim.Modality is Modality.Historical or Modality.Hypothetical || Subject.Of(position.Claim.Words(claim.What)) is not { } subject) continue;
            if (PartyOf(position.Actor, snapshot) is { } party) all.Add(new(party, position, subject, Subject.Of(position.Claim.Words(claim.If))));
        }

        foreach (var condition in StatedCondition.Of(snapshot))
        {
            var claim = condition.Claim.Claim;
            if (claim is not { Type: ClaimType.Condition, By: { } by, Modality: Modality.Certain } || by == Actor.Narrator || PartyOf(by, snapshot) is not { } party) continue;
            // What another says of its conditions is that other's reading.
            if (claim.Holder is { } holder && PartyOf(holder, snapshot) != party) continue;
            all.Add(new(party, new(by, Firmness.Demand, condition.Claim), condition.Then, condition.First));
        }

        return [.. all.DistinctBy(s => (s.Party, s.Position.Claim.Document.TextId, s.Position.Claim.Claim.Id)).InOrder(s => s.Position.Claim)];
    }

    // The row of a claim is that of its actor; no other's word moves it there.
    private static string? PartyOf(string actor, RecordSnapshot snapshot) => StatingParty.Of(actor, null, snapshot);
}
