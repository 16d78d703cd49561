using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Which actors a word names.</summary>
internal static class ActorFinder
{
    /// <summary>Ids of the actors that the word names, coordinated ones included, in text order; empty for none.</summary>
    public static List<string> At(ClaimScene scene, int token, bool coordinated = true)
    {
        var found = new List<string>();
        Collect(scene, token, coordinated, found, 0);
        return found;
    }

    /// <summary>The same for those to whom something is done: a place stands for its state.</summary>
    public static List<string> Suffering(ClaimScene scene, int token)
    {
        var found = At(scene, token);
        if (found.Count == 0 && token >= 0) Places(scene, token, found, 0);
        return found;
    }

    private static void Places(ClaimScene scene, int token, List<string> found, int depth)
    {
        if (scene.AllusionAt(token, AllusionKind.Place) is { } state && !found.Contains(state)) found.Add(state);
        if (depth > 6) return;
        foreach (var child in scene.Trees.ChildrenOf(token))
            if (scene.Tokens[child].Relation == "conj" && !IsContrast(scene, child)) Places(scene, child, found, depth + 1);
    }

    /// <summary>Id of the one actor that the word names, without coordination; null for none.</summary>
    public static string? One(ClaimScene scene, int token)
    {
        if (token < 0) return null;
        var mention = scene.MentionAt(token);
        if (mention >= 0) return scene.Document.Mentions[mention].ActorId;
        if (Pronoun(scene, token) is { } speaker) return speaker;
        var cover = scene.CoveringMention(token);
        if (cover >= 0 && scene.Tokens[token].Upos is "PROPN" or "NOUN")
        {
            var head = scene.Document.Mentions[cover].HeadToken;
            if (head == token || scene.Trees.IsBelow(head, token) || scene.Trees.IsBelow(token, head)) return scene.Document.Mentions[cover].ActorId;
        }

        return AfterTitle(scene, token) ?? OfSide(scene, token) ?? OfCountry(scene, token) ?? OfBody(scene, token) ?? ByTitle(scene, token) ?? Described(scene, token);
    }

    // "the U.S. Secretary of State Marco Rubio": the name that follows a title, wherever the parser hung it.
    private static string? AfterTitle(ClaimScene scene, int token)
    {
        if (!scene.Is(scene.Tokens[token].Lemma.ToLowerInvariant(), "titles")) return null;
        var end = Math.Min(scene.SentenceOf(token).EndToken, token + 5);
        for (var t = token + 1; t < end; t++)
        {
            var cover = scene.CoveringMention(t);
            if (cover >= 0 && scene.Actors.TryGetValue(scene.Document.Mentions[cover].ActorId, out var actor) && actor.Kind == ActorKind.Person) return actor.Id;
            if (scene.Tokens[t].Upos is not ("PROPN" or "NOUN") && scene.Tokens[t].Lemma is not ("of" or "for" or "the")) break;
        }

        return null;
    }

    private static void Collect(ClaimScene scene, int token, bool coordinated, List<string> found, int depth)
    {
        if (token < 0 || depth > 6) return;
        var before = found.Count;
        foreach (var joint in scene.JointAt(token))
            if (!found.Contains(joint)) found.Add(joint);
        if (found.Count == before && One(scene, token) is { } id && !found.Contains(id)) found.Add(id);
        if (!coordinated) return;
        if (Half(scene, token) is { } half && !found.Contains(half)) found.Insert(before, half);
        foreach (var child in scene.Trees.ChildrenOf(token))
            if (scene.Tokens[child].Relation == "conj" && scene.Tokens[child].Upos is "NOUN" or "PROPN" or "PRON" && !IsContrast(scene, child)) Collect(scene, child, true, found, depth + 1);
    }

    // "North and South Korea": the state of which the name has but one word, before the "and".
    private static string? Half(ClaimScene scene, int token)
    {
        if (scene.CoveringMention(token) is not (>= 0 and var mention)) return null;
        var first = scene.TokenFrom(scene.Document.Mentions[mention].Span.Start);
        if (first < 2 || scene.Tokens[first - 1].Upos != "CCONJ" || scene.Document.Form(first - 2) is not ("North" or "South" or "East" or "West")) return null;
        return scene.CoveringMention(first - 2) is >= 0 and var other ? scene.Document.Mentions[other].ActorId : null;
    }

    // "blames Oslo, not Bern", "Oslo rather than Bern": the second is just whom it is not.
    private static bool IsContrast(ClaimScene scene, int joined)
    {
        foreach (var child in scene.Trees.ChildrenOf(joined))
            if (child < joined && scene.Tokens[child] is { Relation: "advmod" or "cc" or "cc:preconj" or "case", Lemma: "not" or "rather" or "instead" }) return true;
        return false;
    }

    // "I" is the speaker; "we" is whom the speaker speaks for.
    private static string? Pronoun(ClaimScene scene, int token)
    {
        var form = scene.Document.Form(token);
        if (form.Length > 6) return null;
        Span<char> lower = stackalloc char[form.Length];
        form.ToLowerInvariant(lower);
        if (lower is "i" or "me" or "my" or "myself") return scene.SpeakerAt(token);
        if (lower is "it") return Told(scene, token);
        if (lower is not ("we" or "us" or "our" or "ours")) return null;
        if (lower is "us" && form[0] == 'U') return null;
        var speaker = scene.SpeakerAt(token);
        return speaker is not null && scene.Actors.TryGetValue(speaker, out var actor) && actor.Kind is ActorKind.Person or ActorKind.Unnamed && actor.Of is { } of ? of : speaker;
    }

    // "Oslo said it would pay": what opens the words of a state or body, and names nothing else, is that state or body.
    private static string? Told(ClaimScene scene, int token)
    {
        if (scene.Tokens[token] is not { Relation: "nsubj", Head: >= 0 and var verb } || scene.Tokens[verb].Upos != "VERB" || scene.AttributionAt(token) is not (>= 0 and var at)) return null;
        var attribution = scene.Document.Attributions[at];
        if (attribution.Source is not { } source || !scene.Actors.TryGetValue(source, out var actor) || actor.Kind is not (ActorKind.State or ActorKind.Organisation)) return null;
        foreach (var words in attribution.Content)
            if (scene.TokenFrom(words.Start) is var first && (first == token || first == token - 1 && scene.Tokens[first].Relation == "mark")) return source;
        return null;
    }

    // "his country", or "the country" in the words of an official: the state whose he is; elsewhere the state that was told of last.
    private static string? OfCountry(ClaimScene scene, int token)
    {
        if (scene.Tokens[token].Lemma is not ("country" or "nation")) return null;
        foreach (var child in scene.Trees.ChildrenOf(token))
        {
            var owner = scene.Tokens[child] is { Relation: "nmod:poss", Upos: "PRON" } ? One(scene, child) : scene.Tokens[child] is { Relation: "det", Lemma: "the" } ? scene.SpeakerAt(token) : null;
            if (owner is not null && scene.Actors.TryGetValue(owner, out var official) && official is { Kind: ActorKind.Person or ActorKind.Unnamed, Of: { } state } && scene.Actors.TryGetValue(state, out var body) && body.Kind == ActorKind.State) return state;
        }

        return IsBare(scene, token) ? LastState(scene, token) : null;
    }

    // "the country" with nothing that tells which.
    private static bool IsBare(ClaimScene scene, int noun)
    {
        var definite = false;
        foreach (var child in scene.Trees.ChildrenOf(noun))
        {
            if (scene.Tokens[child] is { Relation: "det", Lemma: "the" }) definite = true;
            else if (scene.Tokens[child].Relation is not ("case" or "punct" or "mark" or "cc" or "conj" or "appos")) return false;
        }

        return definite;
    }

    // The only state named before a word in its sentence or else in the one before; of several, for a subject, the last that was a subject.
    private static string? LastState(ClaimScene scene, int token)
    {
        var (sentence, isSubject) = (scene.SentenceIndex(token), Dependencies.Matches(scene.Tokens[token].Relation, "nsubj"));
        for (var at = sentence; at >= 0 && at >= sentence - 1; at--)
        {
            var (named, subject) = (new HashSet<string>(StringComparer.Ordinal), (string?)null);
            foreach (var mention in scene.MentionsIn(scene.Document.Sentences[at].Span))
            {
                if (mention.HeadToken >= token) break;
                if (!scene.Actors.TryGetValue(mention.ActorId, out var actor) || actor.Kind != ActorKind.State) continue;
                named.Add(actor.Id);
                if (Dependencies.Matches(scene.Tokens[mention.HeadToken].Relation, "nsubj")) subject = actor.Id;
            }

            if (named.Count > 0) return named.Count == 1 ? named.First() : isSubject ? subject : null;
        }

        return null;
    }

    // "his side", "her party", "his government": the state or body whose he is.
    private static string? OfSide(ClaimScene scene, int token)
    {
        if (!scene.Is(scene.Tokens[token].Lemma, "own-side")) return null;
        foreach (var child in scene.Trees.ChildrenOf(token))
            if (scene.Tokens[child] is { Relation: "nmod:poss", Upos: "PRON" } && One(scene, child) is { } owner && scene.Actors.TryGetValue(owner, out var actor) && actor is { Kind: ActorKind.Person or ActorKind.Unnamed, Of: { } body }) return body;
        return null;
    }

    // "Norway, the facilitator, has asked": the name that a subject between commas describes, where the parser took it for the subject itself.
    private static string? Described(ClaimScene scene, int token)
    {
        if (scene.Tokens[token].Upos != "NOUN" || !Dependencies.Matches(scene.Tokens[token].Relation, "nsubj")) return null;
        var (first, next, sentence) = (scene.Trees.Left(token), token + 1, scene.SentenceOf(token));
        while (first < token && scene.Tokens[first].Upos == "PUNCT") first++;
        if (first - 2 < sentence.FirstToken || scene.Document.Form(first - 1) is not "," || scene.Tokens[first].Upos is not ("DET" or "PRON")) return null;
        while (next < sentence.EndToken && next <= scene.Trees.Right(token) && scene.Document.Form(next) is not ",") next++;
        if (next >= sentence.EndToken || scene.Document.Form(next) is not ",") return null;
        var cover = scene.CoveringMention(first - 2);
        if (cover < 0 || scene.Document.Mentions[cover] is not { Kind: MentionKind.Name or MentionKind.Metonym } name) return null;
        return scene.Tokens[name.HeadToken].Head == scene.Tokens[token].Head && scene.Trees.Marker(name.HeadToken).Length == 0 && scene.TokenFrom(name.Span.Start) == sentence.FirstToken ? name.ActorId : null;
    }

    // "the Syrian government", "Trump's team": the state or person named by the owner.
    private static string? OfBody(ClaimScene scene, int token)
    {
        if (!scene.Is(scene.Tokens[token].Lemma, "bodies")) return null;
        foreach (var child in scene.Trees.ChildrenOf(token))
        {
            var relation = scene.Tokens[child].Relation;
            if (relation is not ("nmod:poss" or "amod" or "compound") && !(relation.StartsWith("nmod", StringComparison.Ordinal) && scene.Trees.HasMarker(child, "of"))) continue;
            var mention = scene.MentionAt(child);
            if (mention >= 0) return scene.Document.Mentions[mention].ActorId;
            if (relation is "amod" or "compound" && scene.AllusionAt(child, AllusionKind.Adjective) is { } state) return state;
        }

        return null;
    }

    // "the Saudi leader King Abdullah": the person whose title the word is.
    private static string? ByTitle(ClaimScene scene, int token)
    {
        if (scene.Tokens[token].Upos is not ("NOUN" or "PROPN")) return null;
        foreach (var child in scene.Trees.ChildrenOf(token))
        {
            if (scene.Tokens[child].Relation is not ("flat" or "appos" or "compound" or "nmod:desc" or "nmod:unmarked")) continue;
            var mention = scene.MentionAt(child);
            if (mention >= 0 && scene.Actors.TryGetValue(scene.Document.Mentions[mention].ActorId, out var actor) && actor.Kind == ActorKind.Person) return actor.Id;
        }

        return null;
    }
}
