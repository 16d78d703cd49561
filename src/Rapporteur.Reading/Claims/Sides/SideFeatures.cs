using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What <see cref="SideJudge"/> sees of an actor beside a draft: what the rules made of it, where and how the sentence names it, who speaks, and how the text goes on about it.</summary>
internal sealed class SideFeatures
{
    private const int Far = 12;

    private readonly ClaimScene _scene;
    private readonly ClaimDraft _draft;
    private readonly SideCandidates _candidates;
    private readonly List<ulong> _found = [];
    private readonly List<int> _upwards = [];
    private readonly ulong _type, _frame, _part, _lemma, _passive, _open;
    private readonly int _clause;

    /// <summary>Looks at a draft.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="draft">A draft with its roles filled.</param>
    /// <param name="candidates">The actors who may be meant.</param>
    public SideFeatures(ClaimScene scene, ClaimDraft draft, SideCandidates candidates)
    {
        (_scene, _draft, _candidates) = (scene, draft, candidates);
        var token = scene.Tokens[draft.Trigger];
        (_type, _frame, _part, _lemma) = ((ulong)draft.Type + 1, FeatureHash.Text(draft.Frame.Id), FeatureHash.Text(token.Upos), FeatureHash.Text(token.Lemma));
        _passive = Subjects.IsPassive(scene.Trees, draft.Trigger) ? 1u : 0u;
        _open = Roles(role => role.Length == 0);
        _clause = AssessmentDetail.ClauseOf(scene, draft.Trigger);
        for (var (t, n) = (draft.Trigger, 0); t >= 0 && n < Far; t = scene.Tokens[t].Head, n++) _upwards.Add(t);
    }

    /// <summary>The features of a candidate, each once; the list is used again for the next one.</summary>
    /// <param name="candidate">One of the candidates.</param>
    public IReadOnlyList<ulong> Of(SideCandidate candidate)
    {
        _found.Clear();
        var (actor, kind) = (candidate.Actor, Kind(candidate.Actor));
        var ruled = Roles(role => role.Contains(actor));
        var (voice, before, near) = (candidate.Voice, candidate.Before, candidate.Places.Count == 0 ? 0u : 1u);
        Add(1, _type);
        Add(2, _type, ruled);
        Add(3, _frame, ruled);
        Add(4, ruled, kind);
        Add(5, _type, ruled, kind);
        Add(6, _type, kind, _open);
        Add(7, _type, voice);
        Add(8, _type, voice, ruled);
        Add(9, _frame, voice);
        Add(10, kind, voice, _type);
        Add(11, _type, Belonging(actor));
        Add(12, ruled, Belonging(actor), _type);
        Add(13, _scene.Actors.TryGetValue(actor, out var known) && known.IsMedium ? 1u : 0u, ruled);
        Add(14, _type, ruled, _open);
        Add(15, before, _type);
        Add(16, before, ruled, _open);
        Add(17, before, near, _type);
        Add(18, candidate.Rank, _type);
        Add(19, (ulong)Math.Min(3, candidate.Places.Count), _type, voice);
        Add(20, _frame, kind, near);
        if (near == 0) Add(21, _type, _open, voice);
        else Place(candidate, ruled, kind);
        var subject = Subject(candidate);
        Add(49, _type, subject, voice);
        Add(50, _frame, subject);
        return _found;
    }

    // Of the places where the sentence has the actor, the one nearest in the tree.
    private void Place(SideCandidate candidate, ulong ruled, ulong kind)
    {
        var (nearest, path, steps, least) = (candidate.Places[0], 0UL, 0, int.MaxValue);
        foreach (var place in candidate.Places)
        {
            var (way, length) = Path(place.Token);
            var distance = (length * 100) + Math.Abs(place.Token - _draft.Trigger);
            if (distance < least) (nearest, path, steps, least) = (place, way, length, distance);
        }

        var (token, trees, at) = (_scene.Tokens[nearest.Token], _scene.Trees, nearest.Token);
        var side = at < _draft.Trigger ? 1u : at == _draft.Trigger ? 2u : 0u;
        var (relation, marker) = (FeatureHash.Text(token.Relation), FeatureHash.Text(trees.Marker(at)));
        var distant = (ulong)Math.Min(5, Math.Abs(at - _draft.Trigger) / 4);
        var length4 = (ulong)Math.Min(4, steps);
        var within = AssessmentDetail.ClauseOf(_scene, at) == _clause ? 1u : 0u;
        var told = _scene.AttributionAt(at) == _scene.AttributionAt(_draft.Trigger) ? 1u : 0u;
        var inside = _draft.What is { } what && what.Contains(token.Span) ? 1u : 0u;
        Add(22, _type, path);
        Add(23, _frame, path);
        Add(24, _type, (_passive * 8) + side, path);
        Add(25, path, _part, kind);
        Add(26, _type, relation, side);
        Add(27, _frame, relation, side);
        Add(28, _type, marker, side);
        Add(29, _frame, marker, side);
        Add(30, _type, distant, side);
        Add(31, _type, length4, side);
        Add(32, _type, (ulong)_candidates.Between(candidate, at, _draft.Trigger), side);
        Add(33, _type, nearest.Kind, side);
        Add(34, nearest.Kind, ruled, _type);
        Add(35, _type, within, told);
        Add(36, _type, inside, side);
        Add(37, _frame, inside);
        Add(38, _type, inside, marker);
        Add(39, _type, relation, kind);
        Add(40, _lemma, marker, side);
        Add(41, _lemma, relation, side);
        Add(42, ruled, distant, side);
        Add(43, ruled, path, _type);
        Add(44, ruled, within, length4);
        Add(45, _type, marker, kind);
        if (token.Head >= 0) Add(46, _type, FeatureHash.Text(_scene.Tokens[token.Head].Lemma), relation);
        Add(47, _open, relation, side);
        Add(48, _type, token.Head == _clause || token.Head == _draft.Trigger ? 1u : 0u, _passive);
    }

    // The relations on the way from a word up to the trigger, or up to where both meet and down again; how many there are.
    private (ulong Path, int Steps) Path(int from)
    {
        var (path, steps) = (7UL, 0);
        for (var t = from; t >= 0 && steps < Far; t = _scene.Tokens[t].Head, steps++)
        {
            if (_upwards.IndexOf(t) is >= 0 and var down)
            {
                for (var i = down - 1; i >= 0; i--) path = FeatureHash.Of(91, path, FeatureHash.Text(_scene.Tokens[_upwards[i]].Relation));
                return steps + down > 6 ? (99, steps + down) : (path, steps + down);
            }

            path = FeatureHash.Of(90, path, FeatureHash.Text(_scene.Tokens[t].Relation));
        }

        return (98, Far);
    }

    private ulong Subject(SideCandidate candidate)
    {
        var subject = 0UL;
        foreach (var place in candidate.Places)
            if (Dependencies.Matches(_scene.Tokens[place.Token].Relation, "nsubj")) subject |= place.Token < _draft.Trigger ? 1u : 2u;
        return subject;
    }

    private ulong Kind(string actor) => actor == Actor.Narrator ? 30u : _scene.Actors.TryGetValue(actor, out var known) ? 1u + (uint)known.Kind : 29u;

    // Whose side those are whom the rules chose for each role: the actor is that of one of them, or one of them is his.
    private ulong Belonging(string actor)
    {
        _scene.Actors.TryGetValue(actor, out var own);
        return Roles(role => role.Any(other => _scene.Actors.TryGetValue(other, out var known) && known.Of == actor))
            | (Roles(role => own?.Of is { } of && role.Contains(of)) << 5);
    }

    // A bit for each role of which something holds.
    private ulong Roles(Func<ImmutableArray<string>, bool> holds)
    {
        var bits = 0UL;
        if (holds(_draft.By)) bits |= 1;
        if (holds(_draft.To)) bits |= 2;
        if (holds(_draft.About)) bits |= 4;
        if (holds(_draft.Participants)) bits |= 8;
        if (holds(_draft.Holder is { } holder ? [holder] : [])) bits |= 16;
        return bits;
    }

    private void Add(int template, ulong a, ulong b = 0, ulong c = 0)
    {
        var feature = FeatureHash.Of(template, a, b, c);
        if (!_found.Contains(feature)) _found.Add(feature);
    }
}
