using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Who raised an idea: one party says that it came from another, and that other by its own word wanted something else, or lays it at somebody else's door.</summary>
internal sealed class OriginDisputes(ClaimTable claims, ImmutableArray<RecordedFacet> facets, Accounts accounts, Sayings sayings)
{
    private readonly ILookup<(string, TextSpan), RecordedFacet> _origins = facets.Where(f => f.Facet is { Kind: "origin", Polarity: Polarity.Positive }).ToLookup(f => (f.Document.TextId, f.Facet.Evidence));
    private const int Horizon = 30;
    private const double SameIdea = 0.5;
    private static readonly PhraseTable Origins = PhraseTable.Load("origin-phrases.txt");
    private static readonly FrozenSet<string> Ideas = WordList.Load("idea-words.txt");

    private sealed record Origin(RecordedClaim Claim, string Account, string Originator, string? Format, ImmutableArray<string> Words);

    /// <summary>Whether words say whose idea something was.</summary>
    internal static bool IsOrigin(string words) => Origins.IsIn(words);

    /// <summary>Whether words call something an idea.</summary>
    internal static bool IsIdea(string words) => ContentWords.Of(words).Any(Ideas.Contains);

    internal IEnumerable<Dispute> All()
    {
        var origins = claims.With(ClaimMark.TellsOrigin).Select(Read).OfType<Origin>().DistinctBy(o => (o.Claim.Document.TextId, o.Claim.Claim.Evidence, o.Originator)).ToList();
        if (origins.Count == 0) yield break;
        foreach (var (one, other) in new Nearby<Origin>(origins, o => o.Claim.Document).Pairs(Horizon))
            if (Differ(one, other)) yield return DisputePair.Of(DisputeGround.Origin, Sayings.Own(one.Claim), [one.Claim], [other.Claim], accounts);
        foreach (var origin in origins)
        {
            // The party itself asks for another format at the same time; its own word on the idea is not on record.
            var other = claims.InText(origin.Claim.Document.TextId).Where(c => WantsOther(c, origin)).ToList();
            if (other.Count > 0) yield return DisputePair.Of(DisputeGround.Origin, Sayings.Own(origin.Claim), [origin.Claim], other, DisputeKind.Unclear);
        }
    }

    private static bool Differ(Origin a, Origin b) => a.Account != b.Account && a.Originator != b.Originator && !Sayings.SameSentence(a.Claim, b.Claim)
        && (ContentWords.Similarity(a.Words, b.Words) >= SameIdea || (a.Format is not null && a.Format == b.Format));

    private bool WantsOther(RecordedClaim claim, Origin origin) => claim.Claim.Type is ClaimType.Offer or ClaimType.Demand or ClaimType.Commitment && Sayings.Stands(claim)
        && accounts.Of(claim.Claim) == origin.Originator
        && origin.Format is not null && FormatDisputes.Of(claim) is { } format && format != origin.Format;

    /// <summary>Whether a claim says whose idea something was.</summary>
    internal static bool MayTell(RecordedClaim claim) => claim.Claim is { Type: ClaimType.Statement, Content.IsDefaultOrEmpty: false } && Sayings.Stands(claim) && claim.Claim.Content.Any(span => Tells(span.Slice(claim.Document.Text)));

    private static bool Tells(string words) => Origins.IsIn(words) && (ContentWords.NameMeeting(words) || FormatDisputes.IsFormat(words) || IsIdea(words));

    private Origin? Read(RecordedClaim claim)
    {
        foreach (var span in claim.Claim.Content)
        {
            var words = span.Slice(claim.Document.Text);
            if (!Tells(words)) continue;
            var behind = new TextSpan(span.Start + Behind(words), span.End);
            var account = accounts.Of(claim.Claim);
            if (account == Actor.Narrator || Originator(claim, behind) is not { } originator || originator == account) continue;
            return new(claim, account, originator, FormatDisputes.Of(words), Idea(words[..(behind.Start - span.Start)]));
        }

        return null;
    }

    // "the Northland side" is no name of a party; the facet of the sentence knows whose it is.
    private string? Originator(RecordedClaim claim, TextSpan behind) => sayings.Named(claim, behind).FirstOrDefault()
        ?? _origins[(claim.Document.TextId, claim.Claim.Evidence)].SelectMany(f => f.Facet["originator"]?.Actors ?? []).Select(accounts.Party).FirstOrDefault();

    // The party is named behind the phrase.
    private static int Behind(string words)
    {
        var phrase = Origins.In(words).First().Phrase;
        var last = phrase[(phrase.LastIndexOf(' ') + 1)..];
        return Math.Max(0, words.LastIndexOf($" {last} ", StringComparison.OrdinalIgnoreCase));
    }

    // What the idea is: neither that it is one or is talked of, nor the phrase before its originator.
    private static ImmutableArray<string> Idea(string words)
    {
        var phrase = Origins.In(words).SelectMany(hit => ContentWords.Of(hit.Phrase)).ToHashSet(StringComparer.Ordinal);
        return [.. ContentWords.Of(words).Where(w => w is not "talk" && !Ideas.Contains(w) && !phrase.Contains(w))];
    }
}
