using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Makes what stands around the sections: header, parties, sources.</summary>
internal static class HeaderMaker
{
    public static BriefHeader Header(RecordSnapshot all, RecordSnapshot allowed, RecordSnapshot recent, BriefOptions options, DateOnly? day)
    {
        var read = allowed.Documents.Where(d => d.Error is null).ToImmutableArray();
        return new()
        {
            Title = string.IsNullOrWhiteSpace(options.Title) ? Words.Of("header.title") : Quoting.Clean(options.Title),
            Day = day,
            DayBasis = day is null ? DayBasis.Unknown : day == BriefDesk.LatestPublication(allowed) ? DayBasis.LatestPublication : DayBasis.Given,
            Since = options.Since,
            Read = read.Length,
            Publishers = read.Select(d => d.Document.Publisher).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            Unread = allowed.Documents.Length - read.Length,
            Withheld = all.Withheld + all.Documents.Length - allowed.Documents.Length,
            Older = allowed.Claims.Length - recent.Claims.Length,
            Claims = recent.Claims.Length,
            Marking = MarkingFence.Strictest(allowed.Documents.Select(d => d.Document.Marking).Concat(options.Notes.Select(n => n.Marking))),
            Readers = [.. allowed.Documents.Select(d => d.Reader).Distinct().OrderBy(r => r.Version, StringComparer.Ordinal).ThenBy(r => r.Fingerprint, StringComparer.Ordinal)],
        };
    }

    public static ImmutableArray<BriefParty> Parties(RecordSnapshot snapshot)
    {
        var names = new ActorNames(snapshot);
        var publishers = snapshot.Documents.Select(d => d.Document.Publisher).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var speaking = snapshot.Claims.SelectMany(PartyRoles).Select(names.PartyOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. snapshot.Claims.SelectMany(c => Actors(c).Select(names.PartyOf).OfType<string>().Distinct(StringComparer.Ordinal))
                .CountBy(p => p, StringComparer.Ordinal)
                .Select(g => new BriefParty(g.Key, Quoting.Clean(snapshot.NameOf(g.Key)), g.Value, IsBody(snapshot, g.Key) && speaking.Contains(g.Key) && !publishers.Contains(snapshot.NameOf(g.Key))))
                .OrderByDescending(p => p.Speaks).ThenByDescending(p => p.Claims).ThenBy(p => p.Key, StringComparer.Ordinal),
        ];
    }

    // Roles of those who talk with each other. Who is only told a statement, or only speaks as a medium or a document, has none.
    private static IEnumerable<string?> PartyRoles(RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        if (claim.Voice is Voice.Party or Voice.Official && claim.Type != ClaimType.Assessment) yield return claim.Holder ?? claim.By;
        if (claim.Type is ClaimType.Statement or ClaimType.Assessment or ClaimType.Incident) yield break;
        if (claim.Voice is not Voice.Document) yield return claim.By;
        foreach (var to in claim.To) yield return to;
        foreach (var participant in claim.Participants) yield return participant;
    }

    public static ImmutableArray<BriefSource> Sources(RecordSnapshot allowed, RecordSnapshot recent, BriefDesk desk)
    {
        var claims = recent.Claims.GroupBy(c => c.Document.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var copies = allowed.Duplicates.GroupBy(d => d.Document.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Of, StringComparer.Ordinal);
        return
        [
            .. allowed.Documents
                .OrderBy(d => d.Document.Published.Anchor ?? DateOnly.MaxValue).ThenBy(d => d.Document.Source, StringComparer.Ordinal).ThenBy(d => d.Document.Id, StringComparer.Ordinal)
                .Select(d => new BriefSource(desk.Id("s", d.Document.Id, d.Document.Source), d.Document, PassageMaker.Label(d.Document, desk.Day), claims.GetValueOrDefault(d.Document.Id), d.Error, copies.GetValueOrDefault(d.Document.Id))),
        ];
    }

    // States and organisations come before groups, whose names are often only a way of speaking.
    private static bool IsBody(RecordSnapshot snapshot, string key) =>
        snapshot.Actors.TryGetValue(key, out var actor) && actor.Kind is (ActorKind.State or ActorKind.Organisation);

    private static IEnumerable<string?> Actors(RecordedClaim recorded) =>
        [recorded.Claim.By, recorded.Claim.Holder, .. recorded.Claim.To, .. recorded.Claim.Participants];
}
