using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads how a meeting stands from the verb or noun, its modals, what governs it, and its date.</summary>
internal static class MeetingStatus
{
    private static readonly (string Set, ClaimStatus Status)[] Governors =
    [
        ("postponed", ClaimStatus.Postponed), ("cancelled", ClaimStatus.Cancelled), ("refused", ClaimStatus.Denied),
        ("called-for", ClaimStatus.CalledFor), ("agreed", ClaimStatus.Agreed), ("proposed", ClaimStatus.Proposed),
        ("scheduled", ClaimStatus.Scheduled), ("ongoing", ClaimStatus.Ongoing), ("floated", ClaimStatus.Floated),
    ];

    public static ClaimStatus? Of(ClaimScene scene, int trigger, Edtf? date)
    {
        var trees = scene.Trees;
        var token = scene.Tokens[trigger];
        if (token.Upos == "VERB" || trees.IsVerbal(trigger))
        {
            if (OfModal(scene, trigger) is { } modal) return modal;
            if (token.Relation is "xcomp" or "ccomp" or "advcl" && token.Head >= 0 && !Hedges.IsPast(trees, trigger) && OfGovernor(scene, token.Head) is { } governed) return governed;
            if (Hedges.IsPast(trees, trigger)) return Hedges.IsNegated(scene, trigger) ? ClaimStatus.Denied : ClaimStatus.Held;
            if (token is { Relation: "advcl", Xpos: "VBZ" or "VBP" } && trees.Marker(trigger) is "after" or "before" or "once" or "until" or "when") return ClaimStatus.Scheduled;
            if (token.Xpos == "VB" && trees.HasMarker(trigger, "to")) return token.Relation == "advcl" && token.Head >= 0 && Hedges.IsPast(trees, token.Head) ? ClaimStatus.Held : ClaimStatus.Floated;
            if (token.Xpos == "VBG" && trees.Has(trigger, "aux")) return IsFuture(scene, date) ? ClaimStatus.Scheduled : ClaimStatus.Ongoing;
            return IsFuture(scene, date) ? ClaimStatus.Scheduled : ClaimStatus.Held;
        }

        // "After the summit he dropped his demand": what the verb says is not said of the meeting.
        var aside = Dependencies.Matches(token.Relation, "obl") && trees.Marker(trigger) is ("after" or "following" or "since" or "during");
        var whole = Whole(scene, trigger);
        if (!aside && (CalledOff(scene, token.Head) ?? CalledOff(scene, scene.Tokens[whole].Head)) is { } off) return off;
        if (Replacement(scene, whole) is { } replaced) return replaced;
        if (MeetingProspect.Of(scene, trigger) is { } prospect) return prospect;
        if (IsTalkOf(scene, trigger)) return ClaimStatus.Floated;
        if (IsSaidNotToBe(scene, trigger)) return ClaimStatus.Denied;
        foreach (var child in trees.ChildrenOf(trigger))
        {
            var c = scene.Tokens[child];
            if (c.Relation is not ("amod" or "compound" or "acl")) continue;
            if (c.Lemma is "planned" or "upcoming" or "forthcoming" or "next" or "scheduled" or "plan" or "schedule") return ClaimStatus.Scheduled;
            if (c.Lemma is "proposed" or "propose") return ClaimStatus.Proposed;
            if (c.Lemma is "possible" or "potential") return ClaimStatus.Floated;
            if (c.Lemma is "ongoing" or "current") return ClaimStatus.Ongoing;
            if (c.Lemma is "stalled") return ClaimStatus.Postponed;
        }

        for (var (at, steps) = (token.Head, 0); !aside && at >= 0 && steps < 3; at = scene.Tokens[at].Head, steps++)
        {
            if (OfGovernor(scene, at) is { } status) return status;
            if (OfModal(scene, at) is { } modal) return modal;
            if (trees.IsVerbal(at)) break;
        }

        if (IsFuture(scene, date)) return ClaimStatus.Scheduled;
        if (OfWish(scene, trigger) is { } wished) return wished;
        if (HasHappened(scene, trigger, date)) return ClaimStatus.Held;
        return IsGoingOn(scene, trigger) ? ClaimStatus.Ongoing : null;
    }

    /// <summary>How a meeting stands that the text tells nothing else about: held where its clause is told in the past, ongoing talks where it is told in the present.</summary>
    public static ClaimStatus? ByTense(ClaimScene scene, int noun)
    {
        for (var (at, steps) = (noun, 0); at >= 0 && steps < 6; at = scene.Tokens[at].Head, steps++)
        {
            if (!scene.Trees.IsVerbal(at)) continue;
            if (OfModal(scene, at) is { } modal) return modal;

            // "wanted to hold a meeting", "ready to host the summit": what somebody is only about to do has not been done.
            if (scene.Tokens[at].Xpos == "VB" && !scene.Trees.Has(at, "aux")) return Intended(scene, at);
            if (Hedges.IsPast(scene.Trees, at)) return ClaimStatus.Held;
            if (scene.Tokens[at].Xpos is "VBZ" or "VBP" || scene.Trees.Has(at, "aux") || scene.Trees.Has(at, "cop")) return scene.Tokens[noun].Lemma is "talk" or "negotiation" or "discussion" ? ClaimStatus.Ongoing : null;
        }

        return null;
    }

    // "wants to hold a summit in May", of a May that is over too.
    private static ClaimStatus? OfWish(ClaimScene scene, int noun) =>
        scene.Tokens[noun] is { Relation: "obj", Head: >= 0 and var verb } && scene.Is(scene.Tokens[verb].Lemma, "held") && scene.Tokens[verb] is { Xpos: "VB", Relation: "xcomp" or "acl" } && !scene.Trees.Has(verb, "aux") ? Intended(scene, verb) : null;

    private static ClaimStatus? Intended(ClaimScene scene, int infinitive)
    {
        for (var (at, steps) = (scene.Tokens[infinitive].Head, 0); at >= 0 && steps < 3; at = scene.Tokens[at].Head, steps++)
            if (OfGovernor(scene, at) is { } status) return status;
        return null;
    }

    // A noun alone says nothing: it has to be had, dated, lie before something, or be told of in the past as a known thing.
    private static bool HasHappened(ClaimScene scene, int noun, Edtf? date)
    {
        var trees = scene.Trees;
        if (date is not null) return true;
        foreach (var child in trees.ChildrenOf(noun))
        {
            var c = scene.Tokens[child];
            if (c.Relation is "amod" && (scene.Is(c.Lemma, "before") || c.Lemma is "last" or "recent" or "past")) return true;
            if (c.Relation is "acl" && c.Xpos is "VBN" or "VBD" && scene.Is(c.Lemma, "held")) return true;
            if (c.Relation is "acl:relcl" && Hedges.IsPast(trees, child)) return true;
        }

        var t = scene.Tokens[noun];
        if (t.Head < 0) return false;
        var isPast = trees.IsVerbal(t.Head) && Hedges.IsPast(trees, t.Head);
        if (trees.Marker(noun) is "after" or "following" or "since" or "during") return true;
        if (trees.Marker(noun) == "of" && TimeParticles.IsUnit(scene.Tokens[t.Head].Lemma)) return true;
        if (!isPast) return false;
        return t.Relation is "obj" or "nsubj:pass" && scene.Is(scene.Tokens[t.Head].Lemma, "held")
            || (t.Relation is "nsubj" && IsKnown(trees, noun))
            || (trees.Marker(noun) is "at" or "in" or "from" or "to" or "for" or "with" && Dependencies.Matches(t.Relation, "obl"));
    }

    private static bool IsGoingOn(ClaimScene scene, int noun)
    {
        var t = scene.Tokens[noun];
        return t.Lemma is "talk" or "negotiation" or "discussion" && t.Relation is "nsubj" && t.Head >= 0 && IsKnown(scene.Trees, noun) && !Hedges.IsNegated(scene, t.Head);
    }

    private static bool IsKnown(Dependencies trees, int noun)
    {
        foreach (var child in trees.ChildrenOf(noun))
            if (trees.Tokens[child] is { Relation: "nmod:poss" } or { Relation: "det", Lemma: "the" or "that" or "this" or "those" or "these" }) return true;
        return false;
    }

    private static ClaimStatus? OfGovernor(ClaimScene scene, int governor)
    {
        var token = scene.Tokens[governor];
        if (token.Lemma == "put" && HoldsOn(scene, governor)) return ClaimStatus.Postponed;
        if (token.Lemma == "call" && scene.Trees.Has(governor, "compound:prt")) return ClaimStatus.Cancelled;
        if (token.Lemma == "break" && HoldsOn(scene, governor)) return ClaimStatus.Cancelled;
        foreach (var (set, status) in Governors)
            if (scene.Is(token.Lemma, set)) return Hedges.IsNegated(scene, governor) ? Negated(status) : status;
        return null;
    }

    // "did not rule out a summit", "has not agreed to meet".
    private static ClaimStatus Negated(ClaimStatus status) => status switch
    {
        ClaimStatus.Denied => ClaimStatus.Floated,
        ClaimStatus.Agreed => ClaimStatus.Denied,
        _ => status,
    };

    // "talk of a summit", "the idea of a meeting": nothing of it has taken place.
    private static bool IsTalkOf(ClaimScene scene, int noun) =>
        scene.Tokens[noun].Head is >= 0 and var head && scene.Tokens[head] is { Upos: "NOUN", Xpos: "NN", Lemma: "talk" or "idea" or "prospect" or "notion" or "possibility" or "rumor" or "rumour" or "speculation" } && scene.Trees.Marker(noun) is "of" or "about";

    // "he said that there is no summit on the horizon".
    private static bool IsSaidNotToBe(ClaimScene scene, int noun)
    {
        var trees = scene.Trees;
        if (scene.Tokens[noun] is not { Relation: "nsubj", Head: >= 0 and var clause } || trees.Child(noun, "det") is not (>= 0 and var det) || scene.Tokens[det].Lemma != "no") return false;
        return trees.Has(clause, "expl") && !Hedges.IsPast(trees, clause) && scene.AttributionAt(noun) >= 0;
    }

    // "the planned meeting was postponed", "the postponement of a planned meeting": what became of it counts more than that it was planned.
    private static ClaimStatus? CalledOff(ClaimScene scene, int governor)
    {
        if (governor < 0 || OfGovernor(scene, governor) is not (ClaimStatus.Postponed or ClaimStatus.Cancelled)) return null;
        return Hedges.IsNegated(scene, governor) ? null : OfGovernor(scene, governor);
    }

    /// <summary>Whether a time that is over dates the verb by which a meeting is called off, and not the meeting: "the summit was cancelled on Monday".</summary>
    public static bool DatesCallingOff(ClaimScene scene, int noun, ClaimStatus? status, TimeExpression? time)
    {
        if (status is not (ClaimStatus.Cancelled or ClaimStatus.Postponed) || time?.Date?.Latest is not { } last || last > scene.Document.Source.Published.Anchor) return false;
        var at = scene.TokenFrom(time.Span.Start);
        if (at >= scene.Trees.Left(noun) && at <= scene.Trees.Right(noun)) return false;
        return ClauseTimes.VerbAbove(scene, at) is >= 0 and var verb && OfGovernor(scene, verb) is ClaimStatus.Cancelled or ClaimStatus.Postponed;
    }

    // "Plans for a summit were scrapped", "the opening of talks was delayed": what is said of the plans is said of the meeting.
    private static int Whole(ClaimScene scene, int noun)
    {
        for (var (at, steps) = (noun, 0); steps < 2; steps++)
        {
            if (scene.Tokens[at] is not { Relation: "nmod", Head: >= 0 and var head } || !scene.Is(scene.Tokens[head].Lemma, "of-meeting")) break;
            if (scene.Tokens[head].Relation is "obj" or "nsubj:pass" or "nsubj") return head;
            at = head;
        }

        return noun;
    }

    // "The summit has been replaced by a call", not "the call replaced the summit" of the call. What gives way to no other meeting is not held now, and no more is said.
    private static ClaimStatus? Replacement(ClaimScene scene, int noun)
    {
        if (scene.Tokens[noun] is not { Relation: "obj" or "nsubj:pass", Head: >= 0 and var verb } || !scene.Is(scene.Tokens[verb].Lemma, "replaced") || Hedges.IsNegated(scene, verb) || OfModal(scene, verb) is not null) return null;
        foreach (var child in scene.Trees.ChildrenOf(verb))
            if (child != noun && scene.Tokens[child].Relation is "obl:agent" or "obl" or "nsubj" && scene.Is(scene.Tokens[child].Lemma, "talks")) return ClaimStatus.Cancelled;
        return ClaimStatus.Postponed;
    }

    private static bool HoldsOn(ClaimScene scene, int verb)
    {
        foreach (var child in scene.Trees.ChildrenOf(verb))
            if (scene.Tokens[child].Lemma is "hold" or "ice" or "off") return true;
        return false;
    }

    private static ClaimStatus? OfModal(ClaimScene scene, int token)
    {
        var trees = scene.Trees;
        if (Hedges.IsFuture(trees, token)) return Hedges.IsNegated(scene, token) ? ClaimStatus.Denied : ClaimStatus.Scheduled;
        if (Hedges.HasModal(trees, token, "may", "might", "could", "would")) return ClaimStatus.Floated;
        return Hedges.HasModal(trees, token, "should", "must") ? ClaimStatus.CalledFor : null;
    }

    private static bool IsFuture(ClaimScene scene, Edtf? date) =>
        date?.Earliest is { } first && scene.Document.Source.Published.Anchor is { } day && first > day;
}
