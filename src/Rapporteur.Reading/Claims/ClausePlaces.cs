using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds where a meeting or an event on the ground takes place: words of its own clause that name a place.</summary>
internal static class ClausePlaces
{
    /// <summary>The words that say where, without the preposition of a mere "in" or "at"; null for none.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="token">The word that tells the event.</param>
    /// <param name="reached">Whether a place that is gone to, or come from, is where it takes place, as with visits.</param>
    /// <param name="suffered">Whether it takes place where that is to which it is done, as with attacks.</param>
    public static string? Of(ClaimScene scene, int token, bool reached = false, bool suffered = false)
    {
        var (best, far) = (-1, int.MaxValue);
        var clause = Clause(scene, token);
        var sentence = scene.SentenceOf(token);
        for (var at = sentence.FirstToken; at < sentence.EndToken; at++)
        {
            if (!IsPhrase(scene, at, reached) || !IsOf(scene, at, token, clause)) continue;
            // What stands behind the event is nearer than what stands as far before it.
            var distance = at > token ? at - token : (token - at) + Before;
            if (scene.Trees.IsBelow(at, token)) distance -= Below;
            if (distance >= far) continue;
            (best, far) = (at, distance);
        }

        return best >= 0 ? Words(scene, best) : Suffered(scene, token, suffered);
    }

    /// <summary>The words of a place that a frame points to, where they name one; null otherwise.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="head">Head of the words.</param>
    public static string? Named(ClaimScene scene, int head) => scene.Tokens[head].Upos == "PROPN" && !scene.IsTime(head) && IsNamed(scene, head) ? Words(scene, head) : null;

    private const int Before = 6, Below = 12;

    // The verb of whose clause the event is part: itself, or what the noun is subject or object of.
    private static int Clause(ClaimScene scene, int token)
    {
        if (scene.Trees.IsVerbal(token)) return token;
        var at = token;
        for (var steps = 0; steps < 3 && scene.Tokens[at] is { Relation: "nmod" or "compound" or "conj" or "appos", Head: >= 0 and var head } && !scene.Trees.IsVerbal(head); steps++) at = head;
        var t = scene.Tokens[at];
        if (t.Head < 0 || !scene.Trees.IsVerbal(t.Head) || scene.CueAt(t.Head) >= 0) return -1;
        return t.Relation is "obj" or "nsubj" or "nsubj:pass" ? t.Head : -1;
    }

    private static bool IsOf(ClaimScene scene, int place, int token, int clause)
    {
        if (IsOther(scene, place, token)) return false;
        return (!scene.Trees.IsVerbal(token) && IsWithin(scene, place, token)) || (clause >= 0 && ClauseTimes.VerbAbove(scene, place) == clause);
    }

    /// <summary>Whether a place or time belongs to another meeting of the clause than the one that a word tells.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="place">A word of the place or time.</param>
    /// <param name="token">The word that tells the event.</param>
    internal static bool IsOther(ClaimScene scene, int place, int token)
    {
        // "a meeting, with Norway's offer of talks in Oslo": where the talks are, the meeting need not be; what is "at the summit in Oslo" is there too.
        for (var (at, steps) = (scene.Tokens[place].Head, 0); at >= 0 && at != token && steps < 6 && !scene.Trees.IsVerbal(at); at = scene.Tokens[at].Head, steps++)
            if (scene.Is(scene.Tokens[at].Lemma, "talks") && scene.Trees.Marker(at) is not ("at" or "in" or "during" or "on")) return true;
        return false;
    }

    // Below the noun, with no clause between.
    private static bool IsWithin(ClaimScene scene, int place, int noun)
    {
        for (var (at, steps) = (place, 0); at >= 0 && steps < 6; at = scene.Tokens[at].Head, steps++)
        {
            if (at == noun) return true;
            if (at != place && scene.Trees.IsVerbal(at) && scene.Tokens[at].Lemma is not ("hold" or "plan" or "schedule" or "set" or "expect" or "due")) return false;
        }

        return false;
    }

    private static bool IsPhrase(ClaimScene scene, int token, bool reached)
    {
        var t = scene.Tokens[token];
        if (t.Upos is not ("PROPN" or "NOUN") || scene.IsTime(token) || !(Dependencies.Matches(t.Relation, "obl") || Dependencies.Matches(t.Relation, "nmod"))) return false;
        var marker = scene.Trees.Marker(token);
        if (!(scene.Is(marker, "held-where") || (reached && marker is "to" or "into" or "from"))) return false;
        return t.Upos == "NOUN" ? IsSite(scene, token) : IsNamed(scene, token);
    }

    // "in the border town of Kaesong", "off the coast of Oman": a noun for a place, with what names it.
    private static bool IsSite(ClaimScene scene, int noun)
    {
        if (!scene.Is(scene.Tokens[noun].Lemma, "site")) return false;
        for (var at = scene.Trees.Left(noun); at <= scene.Trees.Right(noun); at++)
            if (scene.Tokens[at].Upos == "PROPN" && !scene.IsTime(at)) return true;
        return false;
    }

    // A name that is no person's and no body's: those are met or addressed, and not where.
    private static bool IsNamed(ClaimScene scene, int token)
    {
        if (scene.Is(scene.Tokens[token].Lemma.ToLowerInvariant(), "site")) return true;
        var mention = scene.CoveringMention(token);
        return mention < 0 || !scene.Actors.TryGetValue(scene.Document.Mentions[mention].ActorId, out var actor) || actor.Kind == ActorKind.State;
    }

    // "the Alaska summit"; "visited Norway", "shelled Bergen", "the invasion of Norway", "fired rockets at Norway".
    private static string? Suffered(ClaimScene scene, int token, bool suffered)
    {
        foreach (var child in scene.Trees.ChildrenOf(token))
        {
            var t = scene.Tokens[child];
            var place = scene.AllusionAt(child, AllusionKind.Place) is not null;
            if (t.Relation == "compound" && child < token && t.Upos == "PROPN" && place && scene.CoveringMention(child) < 0 && !scene.IsTime(child)) return WordSpans.Trim(scene.Trees, FirstName(scene, child), child)?.Slice(scene.Document.Text);
            if (!suffered || !(place || IsState(scene, child))) continue;
            if (t.Relation is "obj" or "nsubj:pass" || (Dependencies.Matches(t.Relation, "nmod") && scene.Trees.Marker(child) is "of" or "on" or "against" or "at" or "to") || (Dependencies.Matches(t.Relation, "obl") && scene.Trees.Marker(child) is "at" or "into" or "toward" or "towards" or "on")) return Words(scene, child);
        }

        return null;
    }

    // "the earlier Alaska summit": names alone.
    private static int FirstName(ClaimScene scene, int head)
    {
        var (first, left) = (head, scene.Trees.Left(head));
        while (first > left && scene.Tokens[first - 1].Upos == "PROPN") first--;
        return first;
    }

    private static bool IsState(ClaimScene scene, int token) =>
        scene.Tokens[token].Upos == "PROPN" && scene.MentionAt(token) is >= 0 and var mention && scene.Actors.TryGetValue(scene.Document.Mentions[mention].ActorId, out var actor) && actor.Kind == ActorKind.State;

    // The phrase up to the first word that leads on to something else.
    private static string? Words(ClaimScene scene, int head)
    {
        var (first, last) = (scene.Trees.Left(head), head);
        // "Options are Oslo or Vienna": the subject stands outside.
        for (var at = first; at < head; at++)
            if (scene.Tokens[at].Upos is "AUX" or "VERB") first = at + 1;
        while (first < head && (scene.Tokens[first].Relation is "case" && scene.Tokens[first].Lemma is not ("off" or "near" or "outside" or "over" or "along" or "across") || scene.Tokens[first].Upos is "PUNCT" or "CCONJ" or "ADV" || scene.IsTime(first))) first++;
        for (var at = head + 1; at <= scene.Trees.Right(head); at++)
        {
            var t = scene.Tokens[at];
            if (scene.IsTime(at) || t.Upos is "VERB" or "AUX" or "PRON" or "SCONJ" || (t.Upos == "ADP" && t.Lemma is not ("of" or "in"))) break;
            if (t.Upos == "CCONJ" && t.Lemma is not ("or" or "and")) break;
            last = at;
        }

        return WordSpans.Trim(scene.Trees, first, last)?.Slice(scene.Document.Text);
    }
}
