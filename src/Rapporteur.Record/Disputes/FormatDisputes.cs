using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>One speaker who wants meetings of the same parties in one format, and later in another: each in turn, the two alone, with a third.</summary>
internal sealed class FormatDisputes(ClaimTable claims, Accounts accounts, Sayings sayings)
{
    private const int Horizon = 120;
    private static readonly PhraseTable Formats = PhraseTable.Load("format-words.txt");

    /// <summary>The one format that a claim names for a meeting; null where it names none, or several.</summary>
    internal static string? Of(RecordedClaim claim)
    {
        if (claim.Claim is { Type: ClaimType.Meeting, Format: { } format }) return Value(format);
        var own = Sayings.Own(claim);
        return Sayings.NameTalks(own) ? Formats.Only(own) : null;
    }

    /// <summary>Whether words name a format.</summary>
    internal static bool IsFormat(string words) => Formats.IsIn(words);

    /// <summary>The one format that words name; null where they name none, or several.</summary>
    internal static string? Of(string words) => Formats.Only(words);

    /// <summary>The formats that words name, sorted.</summary>
    internal static ImmutableArray<string> ValuesOf(string words) => [.. Formats.Values(words).Order(StringComparer.Ordinal)];

    internal IEnumerable<Dispute> All()
    {
        var wishes = claims.With(ClaimMark.WantsFormat).Select(c => (Claim: c, Speaker: sayings.Speaker(c), Format: Of(c)))
            .Where(w => w is { Speaker: not null, Format: not null, Claim.Document.Published.Anchor: not null })
            .Select(w => (w.Claim, Speaker: w.Speaker!, Format: w.Format!, Parties: Others(w.Claim, w.Speaker!)))
            .Where(w => w.Parties.Length > 0)
            .GroupBy(w => (w.Speaker, w.Parties)).OrderBy(g => g.Key.Speaker, StringComparer.Ordinal).ThenBy(g => g.Key.Parties, StringComparer.Ordinal);
        foreach (var group in wishes)
        {
            // What one text gives in two formats stands in no order.
            var texts = group.GroupBy(w => w.Claim.Document.TextId).Where(g => g.Select(w => w.Format).Distinct().Count() == 1)
                .Select(g => (g.First().Format, Claims: g.Select(w => w.Claim).ToList())).OrderBy(t => t.Claims[0], ClaimOrder.Instance).ToList();
            foreach (var (before, after) in texts.Zip(texts.Skip(1)))
                if (before.Format != after.Format && before.Claims[0].Document.Published.Anchor < after.Claims[0].Document.Published.Anchor && Sayings.AreNear(before.Claims[0], after.Claims[0], Horizon))
                    yield return DisputePair.Of(DisputeGround.Format, $"{accounts.Name(group.Key.Speaker)}: {Words(before.Claims[0])} / {Words(after.Claims[0])}", before.Claims, after.Claims, accounts);
        }
    }

    /// <summary>Whether a claim wants a meeting in one format.</summary>
    internal static bool IsWishOfFormat(RecordedClaim claim) => IsWish(claim) && Of(claim) is not null;

    private static bool IsWish(RecordedClaim claim) => Sayings.Stands(claim) && claim.Claim switch
    {
        { Type: ClaimType.Offer or ClaimType.Demand or ClaimType.Commitment } => true,
        { Type: ClaimType.Meeting, Status: ClaimStatus.Floated or ClaimStatus.Proposed or ClaimStatus.CalledFor or ClaimStatus.Scheduled } => true,
        _ => false,
    };

    private string Others(RecordedClaim claim, string speaker)
    {
        var own = accounts.Party(speaker);
        return string.Join(' ', sayings.Parties(claim).Where(p => p != own).Order(StringComparer.Ordinal));
    }

    private static string Words(RecordedClaim claim) => claim.Words(claim.Claim.What) ?? Sayings.Own(claim).Trim();

    private static string? Value(MeetingFormat format) => format switch
    {
        MeetingFormat.Bilateral => "direct",
        MeetingFormat.Trilateral => "three",
        MeetingFormat.Multilateral => "many",
        MeetingFormat.Proximity => "apart",
        _ => null,
    };
}
