namespace Rapporteur.Reading;

/// <summary>An actor who may take part in a meeting.</summary>
internal sealed class ParticipantCandidate
{
    /// <summary>Takes an actor.</summary>
    public ParticipantCandidate(string actor) => Actor = actor;

    /// <summary>Its id.</summary>
    public string Actor { get; }

    /// <summary>Where the sentence names it or points to it, in the order in which they were found.</summary>
    public List<ParticipantPlace> Places { get; } = [];

    /// <summary>1 for whoever says what the trigger tells, 2 for whoever quotes him, 3 for the state or body whose he is, else 0.</summary>
    public uint Voice { get; set; }

    /// <summary>What the sentence before has it do: 3 speak, 2 be a subject, 1 be named, 0 nothing.</summary>
    public uint Before { get; set; }

    /// <summary>1 to 4 for those whom the document names most, else 0.</summary>
    public uint Rank { get; set; }
}

/// <summary>A word for an actor.</summary>
/// <param name="Token">Index of the token.</param>
/// <param name="Kind">1 and more for kinds of mentions, 8 for a pronoun of the speaker, 10 and more for kinds of allusions.</param>
internal readonly record struct ParticipantPlace(int Token, uint Kind);

/// <summary>The actors who may take part in a meeting: those of its sentence and of the one before, whoever speaks, those whom the rules chose for any role, and those whose all of these are.</summary>
internal sealed class ParticipantCandidates
{
    private const uint Pronoun = 8, Allusion = 10;

    private readonly Dictionary<string, ParticipantCandidate> _of = new(StringComparer.Ordinal);
    private readonly List<ParticipantCandidate> _all = [];

    /// <summary>Finds them.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="draft">Draft of a meeting.</param>
    public ParticipantCandidates(ClaimScene scene, ClaimDraft draft)
    {
        var (sentence, at) = (scene.SentenceOf(draft.Trigger), scene.SentenceIndex(draft.Trigger));
        Named(scene, sentence);
        Voices(scene, draft.Trigger);
        foreach (var actor in (IEnumerable<string>)[.. draft.By, .. draft.To, .. draft.About, .. draft.Participants]) Of(actor);
        if (draft.Holder is { } holder) Of(holder);
        for (var (i, own) = (0, _all.Count); i < own; i++)
            if (scene.Actors.TryGetValue(_all[i].Actor, out var actor) && actor.Of is { } body) Of(body);
        if (at > 0) Earlier(scene, at - 1);
        foreach (var (rank, actor) in scene.MostNamed.Index())
            if (_of.TryGetValue(actor, out var candidate)) candidate.Rank = (uint)rank + 1;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ParticipantCandidate> All => _all;

    /// <summary>How many others are named between two words, three at most.</summary>
    /// <param name="besides">The candidate that does not count.</param>
    /// <param name="a">One word.</param>
    /// <param name="b">The other.</param>
    public int Between(ParticipantCandidate besides, int a, int b)
    {
        var (low, high, count) = (Math.Min(a, b), Math.Max(a, b), 0);
        foreach (var other in _all)
            if (other != besides && other.Places.Exists(place => place.Token > low && place.Token < high)) count++;
        return Math.Min(3, count);
    }

    private void Named(ClaimScene scene, Sentence sentence)
    {
        foreach (var mention in scene.MentionsIn(sentence.Span))
            if (mention.HeadToken >= 0) Of(mention.ActorId).Places.Add(new(mention.HeadToken, 1 + (uint)mention.Kind));
        foreach (var kind in (ReadOnlySpan<AllusionKind>)[AllusionKind.Adjective, AllusionKind.Text, AllusionKind.Place])
            foreach (var (token, actor) in scene.AllusionsIn(sentence.Span, kind)) Of(actor).Places.Add(new(token, Allusion + (uint)kind));
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            if (scene.Tokens[t].Upos == "PRON" && scene.MentionAt(t) < 0 && ActorFinder.One(scene, t) is { } speaker) Of(speaker).Places.Add(new(t, Pronoun));
    }

    private void Voices(ClaimScene scene, int trigger)
    {
        var speaker = scene.QuotedAt(trigger);
        if (speaker is not null && scene.Actors.TryGetValue(speaker, out var known) && known.Of is { } side) Of(side).Voice = 3;
        for (var a = scene.AttributionAt(trigger); a >= 0; a = scene.Document.Attributions[a].Within ?? -1)
            if (scene.Document.Attributions[a].Source is { } source) Of(source).Voice = source == speaker ? 1u : 2u;
    }

    private void Earlier(ClaimScene scene, int sentence)
    {
        foreach (var mention in scene.MentionsIn(scene.Document.Sentences[sentence].Span))
        {
            var candidate = Of(mention.ActorId);
            candidate.Before = Math.Max(candidate.Before, mention.HeadToken >= 0 && Dependencies.Matches(scene.Tokens[mention.HeadToken].Relation, "nsubj") ? 2u : 1u);
        }

        foreach (var attribution in scene.AttributionsIn(sentence))
            if (attribution.Source is { } source) Of(source).Before = 3;
    }

    private ParticipantCandidate Of(string actor)
    {
        if (!_of.TryGetValue(actor, out var candidate))
        {
            _of[actor] = candidate = new(actor);
            _all.Add(candidate);
        }

        return candidate;
    }
}
