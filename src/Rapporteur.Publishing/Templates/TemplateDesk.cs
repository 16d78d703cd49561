using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Where a brief by a template is put together. Not thread-safe; one for each brief.</summary>
/// <param name="Desk">Makes its lines.</param>
/// <param name="Tallies">What was counted over the record.</param>
/// <param name="Subject">The actor or issue that the brief is about; null where it is about the whole.</param>
internal sealed record TemplateDesk(BriefDesk Desk, RecordTallies Tallies, BriefSubject? Subject)
{
    private ToldLines _told = new();
    private ToldLines? _others;

    /// <summary>The day of the brief; without one, the last day that a meeting, deadline or event of the record is told for.</summary>
    public DateOnly? Reference { get; } = Desk.Day ?? Desk.Snapshot.Meetings.Select(m => m.When?.Latest).Concat(Desk.Snapshot.Deadlines.Select(d => d.Due?.Latest)).Concat(Desk.Live.Where(c => c.Claim.Type == ClaimType.Incident).Select(c => c.Claim.When?.Latest)).Max();

    /// <summary>Whether an actor is the one of the brief or one of its own; true where the brief is about no actor.</summary>
    public bool IsOwn(string? actor) => Subject is not { Members: { } members } || (actor is not null && members.Contains(actor));

    /// <summary>The first lines of a kind that say something new.</summary>
    public ImmutableArray<Line> Lines(string section, IEnumerable<Candidate> candidates, int most)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        if (most <= 0) return [];
        foreach (var candidate in candidates)
        {
            if (!_told.Take(candidate)) continue;
            lines.AddRange(candidate.Facet is { } facet ? Desk.Lines(section, [facet]) : [Desk.Line(section, candidate.Key, candidate.Parts, [.. candidate.Badges.Where(Tells)], candidate.Claims)]);
            if (lines.Count >= most) break;
        }

        return lines.ToImmutable();
    }

    /// <summary>Begins a section; one that tells again what others told forgets them until it ends.</summary>
    public void Begin(bool again)
    {
        _told = _others ?? _told;
        _others = again ? _told : null;
        if (again) _told = new();
    }

    /// <summary>A candidate for one claim, told by its type.</summary>
    public Candidate Claim(RecordedClaim claim) => new(PassageMaker.Key(claim), ClaimSentence.Of(claim, Desk.Names), ClaimPhrase.Badges(claim), [claim]);

    /// <summary>Whether an actor does or says it by its own account, or that of one of its own side; what others say of its mind is no word of it.</summary>
    public bool IsOwnWord(RecordedClaim claim) =>
        claim.Claim.By is { } by && by != Actor.Narrator && (claim.Claim.Holder is not { } holder || holder == by || Side(holder) == Side(by));

    private string Side(string actor) => Desk.Names.PartyOf(actor) ?? actor;

    // That a party or a reporter says it goes without saying where lines are few.
    private static bool Tells(Badge badge) => badge is not { Kind: BadgeKind.Voice, Code: "party" or "reporter" or "official" };
}
