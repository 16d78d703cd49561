using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lists claims, one entry each.</summary>
/// <param name="listing">The listing of the record that they are of.</param>
public sealed class ClaimListing(RecordListing listing)
{
    /// <summary>The claims that a test lets through, in the order of the record.</summary>
    /// <param name="allowed">The test.</param>
    public IEnumerable<Entry> Claims(Func<RecordedClaim, bool> allowed) => listing.Snapshot.Claims.Where(allowed).Select(Of);

    /// <summary>Whether an actor of the claim, or its holder, has this key or a name with these words in it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="actor">Key, name or part of a name.</param>
    public bool Involves(RecordedClaim claim, string actor)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var c = claim.Claim;
        return Called(c.By, actor) || Called(c.Holder, actor) || c.To.Any(k => Called(k, actor)) || c.Participants.Any(k => Called(k, actor)) || c.About.Any(k => Called(k, actor));
    }

    private bool Called(string? key, string actor) =>
        key is not null && (key.Equals(actor, StringComparison.OrdinalIgnoreCase) || listing.NameOf(key).Contains(actor, StringComparison.OrdinalIgnoreCase));

    private Entry Of(RecordedClaim claim) => new()
    {
        Kind = "claim",
        Key = claim.Claim.Id,
        Name = listing.Told(claim),
        Fields =
        [
            Fields.Text("what", claim.Words(claim.Claim.What)), Fields.Text("if", claim.Words(claim.Claim.If)), Fields.Text("then", claim.Words(claim.Claim.Then)),
            Fields.Text("consequence", claim.Words(claim.Claim.Consequence)), Fields.Code("status", claim.Claim.Status), Fields.Text("measureKind", claim.Claim.Kind),
            Fields.Date("due", claim.Claim.Due), Fields.Date("when", claim.Claim.When), Fields.Text("where", claim.Claim.Where),
            Fields.List("to", claim.Claim.To.Select(listing.NameOf)), Fields.List("participants", claim.Claim.Participants.Select(listing.NameOf)), Fields.List("about", claim.Claim.About.Select(listing.NameOf)),
            Fields.Text("event", claim.Claim.Event),
        ],
        Claims = [claim],
    };
}
