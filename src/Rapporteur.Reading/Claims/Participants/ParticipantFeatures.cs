using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What <see cref="ParticipantJudge"/> sees of an actor beside the draft of a meeting: what the rules made of it, where and how the sentence names it, who speaks, and what the sentence before says of it.</summary>
internal sealed class ParticipantFeatures
{
    private const int Far = 12;

    private readonly ClaimScene _scene;
    private readonly ClaimDraft _draft;
    private readonly ParticipantCandidates _candidates;
    private readonly List<ulong> _found = [];
    private readonly List<int> _upwards = [];
    private readonly ulong _frame, _part, _lemma, _open;
    private readonly int _clause;

    /// <summary>Looks at a draft.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="draft">The draft.</param>
    public ParticipantFeatures(ClaimScene scene, ClaimDraft draft)
    {
        (_scene, _draft, _candidates) = (scene, draft, new(scene, draft));
        var token = scene.Tokens[draft.Trigger];
        (_frame, _part, _lemma) = (FeatureHash.Text(draft.Frame.Id), FeatureHash.Text(token.Upos), FeatureHash.Text(token.Lemma));
        _open = Roles(role => role.Length == 0);
        _clause = AssessmentDetail.ClauseOf(scene, draft.Trigger);
        for (var (t, n) = (draft.Trigger, 0); t >= 0 && n < Far; t = scene.Tokens[t].Head, n++) _upwards.Add(t);
    }

    /// <summary>The actors who may take part.</summary>
    public IReadOnlyList<ParticipantCandidate> Candidates => _candidates.All;

    /// <summary>Whether the sentence names an actor nowhere but in the names of others: Norway in "the foreign ministers of Norway and Armenia".</summary>
    /// <param name="actor">Id of the actor.</param>
    /// <param name="others">Ids of the others.</param>
    public bool IsPartOf(string actor, ImmutableArray<string> others)
    {
        var named = false;
        foreach (var mention in _scene.MentionsIn(_scene.SentenceOf(_draft.Trigger).Span))
        {
            if (mention.ActorId != actor || mention.HeadToken < 0) continue;
            if (!Belongs(mention.HeadToken, others)) return false;
            named = true;
        }

        return named;
    }

    // Whether a word hangs, alone or beside others, as an attribute on the name of one of them.
    private bool Belongs(int token, ImmutableArray<string> others)
    {
        var attribute = false;
        for (var (t, n) = (token, 0); t >= 0 && n < Far; t = _scene.Tokens[t].Head, n++)
        {
            if (attribute && _scene.MentionAt(t) is >= 0 and var mention && others.Contains(_scene.Document.Mentions[mention].ActorId)) return true;
            var relation = _scene.Tokens[t].Relation;
            if (Dependencies.Matches(relation, "nmod") || relation is "compound" or "amod") attribute = true;
            else if (relation != "conj") return false;
        }

        return false;
    }

    /// <summary>The features of a candidate, each once; the list is used again for the next one.</summary>
    /// <param name="candidate">One of the candidates.</param>
    public IReadOnlyList<ulong> Of(ParticipantCandidate candidate)
    {
        _found.Clear();
        var (actor, kind) = (candidate.Actor, Kind(candidate.Actor));
        var ruled = Roles(role => role.Contains(actor));
        var (voice, before, near) = (candidate.Voice, candidate.Before, candidate.Places.Count == 0 ? 0u : 1u);
        Add(1, kind);
        Add(2, ruled);
        Add(3, _frame, ruled);
        Add(4, ruled, kind);
        Add(5, kind, _open);
        Add(6, voice);
        Add(7, voice, ruled);
        Add(8, _frame, voice);
        Add(9, kind, voice);
        Add(10, Belonging(actor));
        Add(11, ruled, Belonging(actor));
        Add(12, _scene.Actors.TryGetValue(actor, out var known) && known.IsMedium ? 1u : 0u, ruled);
        Add(13, ruled, _open);
        Add(14, before);
        Add(15, before, ruled, _open);
        Add(16, before, near);
        Add(17, candidate.Rank);
        Add(18, (ulong)Math.Min(3, candidate.Places.Count), voice);
        Add(19, _frame, kind, near);
        if (near == 0) Add(20, _open, voice);
        else Place(candidate, ruled, kind);
        var subject = Subject(candidate);
        Add(21, subject, voice);
        Add(22, _frame, subject);
        return _found;
    }

    // Of the places where the sentence has the actor, the one nearest in the tree.
    private void Place(ParticipantCandidate candidate, ulong ruled, ulong kind)
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
        Add(30, path);
        Add(31, _frame, path);
        Add(32, path, _part, kind);
        Add(33, relation, side);
        Add(34, _frame, relation, side);
        Add(35, marker, side);
        Add(36, _frame, marker, side);
        Add(37, distant, side);
        Add(38, length4, side);
        Add(39, (ulong)_candidates.Between(candidate, at, _draft.Trigger), side);
        Add(40, nearest.Kind, side);
        Add(41, nearest.Kind, ruled);
        Add(42, within, told);
        Add(43, relation, kind);
        Add(44, _lemma, marker, side);
        Add(45, _lemma, relation, side);
        Add(46, ruled, distant, side);
        Add(47, ruled, path);
        Add(48, ruled, within, length4);
        Add(49, marker, kind);
        if (token.Head >= 0) Add(50, FeatureHash.Text(_scene.Tokens[token.Head].Lemma), relation);
        Add(51, _open, relation, side);
        Add(52, token.Head == _clause || token.Head == _draft.Trigger ? 1u : 0u);
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

    private ulong Subject(ParticipantCandidate candidate)
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
