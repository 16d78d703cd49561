using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Where one brief is put together: makes its lines, gives them ids and remembers which claims have been placed. Not thread-safe; one for each brief.</summary>
internal sealed class BriefDesk
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private HashSet<string>? _told;
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Passage> _passages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _anchors = new(StringComparer.Ordinal);

    public BriefDesk(RecordSnapshot snapshot, BriefOptions options, ImmutableArray<Deadlock> deadlocks)
    {
        Snapshot = snapshot;
        Options = options;
        Deadlocks = deadlocks;
        Day = options.AsOf ?? snapshot.AsOf ?? LatestPublication(snapshot);
        Names = new(snapshot);
        Parties = HeaderMaker.Parties(snapshot);
        Live = [.. snapshot.Claims.Where(IsLive)];
    }

    public RecordSnapshot Snapshot { get; }

    public BriefOptions Options { get; }

    public ImmutableArray<Deadlock> Deadlocks { get; }

    /// <summary>What waits for what, to be drawn.</summary>
    public ConditionGraph Conditions { get; init; } = ConditionGraph.Empty;

    public DateOnly? Day { get; }

    public ActorNames Names { get; }

    /// <summary>Parties, the most often named first.</summary>
    public ImmutableArray<BriefParty> Parties { get; }

    /// <summary>Claims that are not told as history.</summary>
    public ImmutableArray<RecordedClaim> Live { get; }

    public static DateOnly? LatestPublication(RecordSnapshot snapshot) =>
        snapshot.Documents.Where(d => d.Error is null).Max(d => d.Document.Published.Anchor);

    public static bool IsLive(RecordedClaim claim) => claim.Claim.Modality != Modality.Historical;

    /// <summary>Whether a claim may stand in this brief and is not told as history. Counts that were made of the whole record may hold others.</summary>
    public bool IsTold(RecordedClaim claim) => (_told ??= [.. Live.Select(PassageMaker.Key)]).Contains(PassageMaker.Key(claim));

    public bool IsPlaced(RecordedClaim claim) => _placed.Contains(PassageMaker.Key(claim));

    /// <summary>Anchor of the line at which a claim or thread was placed first; null when it was not.</summary>
    public string? AnchorOf(string key) => _anchors.GetValueOrDefault(key);

    /// <summary>A line for a claim, phrased by its type.</summary>
    public Line Line(string section, RecordedClaim claim, Phrasing phrasing = Phrasing.Full, params ReadOnlySpan<Badge> badges) =>
        Line(section, PassageMaker.Key(claim), ClaimPhrase.Of(claim, phrasing, Names), [.. badges, .. ClaimPhrase.Badges(claim)], [claim]);

    /// <summary>Lines for claims in their order; those that read the same become one line with a citation for each.</summary>
    public ImmutableArray<Line> Lines(string section, IEnumerable<RecordedClaim> claims, Phrasing phrasing = Phrasing.Full) =>
    [
        .. claims.Select(c => (Claim: c, Parts: ClaimPhrase.Of(c, phrasing, Names), Badges: ClaimPhrase.Badges(c)))
            .GroupBy(c => Reading(c.Parts, c.Badges), StringComparer.OrdinalIgnoreCase)
            .Select(g => Line(section, PassageMaker.Key(g.First().Claim), g.First().Parts, g.First().Badges, [.. g.Select(c => c.Claim)])),
    ];

    /// <summary>Lines of several claims each, told by the first; those that read the same become one.</summary>
    public ImmutableArray<Line> Lines(string section, IEnumerable<ImmutableArray<RecordedClaim>> groups) =>
    [
        .. groups.Select(g => (Claims: g, Parts: ClaimPhrase.Of(g[0], Phrasing.UnderActor, Names), Badges: ClaimPhrase.Badges(g[0])))
            .GroupBy(g => Reading(g.Parts, g.Badges), StringComparer.OrdinalIgnoreCase)
            .Select(g => Line(section, PassageMaker.Key(g.First().Claims[0]), g.First().Parts, g.First().Badges, [.. g.SelectMany(l => l.Claims)])),
    ];

    private static string Reading(ImmutableArray<TextPart> parts, ImmutableArray<Badge> badges) =>
        string.Join('\u001f', parts.Select(p => p.Text).Concat(badges.Select(b => b.Code)));

    /// <summary>Place of a party in the order of the brief; unknown ones last.</summary>
    public int Rank(string? party)
    {
        for (var i = 0; i < Parties.Length; i++)
            if (Parties[i].Key == party) return i;
        return party is null ? int.MaxValue : int.MaxValue - 1;
    }

    /// <summary>A line of any parts that rests on claims.</summary>
    /// <param name="section">Section in which it stands.</param>
    /// <param name="key">What it is about, unique within the section.</param>
    /// <param name="parts">Its text.</param>
    /// <param name="badges">Labels.</param>
    /// <param name="claims">What it rests on; throws <see cref="ArgumentException"/> when empty.</param>
    public Line Line(string section, string key, ImmutableArray<TextPart> parts, ImmutableArray<Badge> badges, ImmutableArray<RecordedClaim> claims)
    {
        if (claims.IsDefaultOrEmpty) throw new ArgumentException("A line rests on at least one claim.", nameof(claims));
        var id = Id("l", section, key);
        foreach (var claim in claims)
        {
            var claimKey = PassageMaker.Key(claim);
            _placed.Add(claimKey);
            _anchors.TryAdd(claimKey, id);
        }

        _anchors.TryAdd(key, id);
        return new() { Id = id, Parts = parts, Badges = Fresh(badges, claims.Select(c => c.Document)), Passages = [.. claims.Select(Passage).DistinctBy(p => p.Id)] };
    }

    /// <summary>A line that rests on facets; those that read the same become one line with a citation for each.</summary>
    public ImmutableArray<Line> Lines(string section, IEnumerable<RecordedFacet> facets) =>
    [
        .. facets.Select(f => (Facet: f, Parts: FacetPhrase.Of(f, Names), Badges: FacetPhrase.Badges(f.Facet)))
            .GroupBy(f => Reading(f.Parts, f.Badges), StringComparer.OrdinalIgnoreCase)
            .Select(g => new Line
            {
                Id = Id("l", section, PassageMaker.Key(g.First().Facet)),
                Parts = g.First().Parts,
                Badges = Fresh(g.First().Badges, g.Select(f => f.Facet.Document)),
                Passages = [.. g.Select(f => PassageMaker.Of(f.Facet, Day)).DistinctBy(p => p.Id)],
            }),
    ];

    // Marks what was reported since the day that the reader asked for.
    private ImmutableArray<Badge> Fresh(ImmutableArray<Badge> badges, IEnumerable<SourceDocument> documents) =>
        Options.Since is { } since && documents.All(d => d.Published.Anchor >= since) ? [new Badge(BadgeKind.New, "new", Words.Of("badge.new")), .. badges] : badges;

    /// <summary>An anchor made of what it names, unique within the brief.</summary>
    public string Id(string prefix, params ReadOnlySpan<string?> parts)
    {
        var stem = $"{prefix}-{ContentHash.Key(parts)[..10]}";
        var id = stem;
        for (var twin = 2; !_ids.Add(id); twin++) id = stem + "-" + twin.ToString(CultureInfo.InvariantCulture);
        return id;
    }

    /// <summary>A list that shows its first lines and folds the rest.</summary>
    public ImmutableArray<Block> Fold(IEnumerable<Line> lines)
    {
        var all = lines.ToImmutableArray();
        if (all.IsEmpty) return [];
        if (all.Length <= Options.Shown + 1) return [new LineList(all)];
        return [new LineList(all[..Options.Shown]), new More(Words.Count("header.more", all.Length - Options.Shown), [new LineList(all[Options.Shown..])])];
    }

    /// <summary>Blocks of which the first are shown and the rest folded.</summary>
    public ImmutableArray<Block> Fold(IEnumerable<Block> blocks, string label)
    {
        var all = blocks.ToImmutableArray();
        var shown = Options.ShownThreads;
        return all.Length <= shown + 1 ? all : [.. all[..shown], new More(Words.Count(label, all.Length - shown), all[shown..])];
    }

    private Passage Passage(RecordedClaim claim)
    {
        var key = PassageMaker.Key(claim);
        if (!_passages.TryGetValue(key, out var passage)) _passages.Add(key, passage = PassageMaker.Of(claim, Day));
        return passage;
    }
}
