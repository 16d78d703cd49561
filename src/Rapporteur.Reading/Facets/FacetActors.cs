using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The actors of a field.</summary>
internal static class FacetActors
{
    private const int MostSteps = 6;

    /// <summary>Actors at a place, in text order; empty for none.</summary>
    public static ImmutableArray<string> At(ClaimScene scene, FacetPlace place, int trigger)
    {
        var found = new List<string>();
        if (place.Path is { } path)
        {
            foreach (var word in PathWalk.Resolve(scene.Trees, trigger, path)) AddAt(scene, word, found);
        }
        else if (place.Stretch is "speaker")
        {
            if (scene.SpeakerAt(trigger) is { } speaker) found.Add(speaker);
        }
        else if (place.Stretch is "doer")
        {
            found.AddRange(Doer(scene, trigger));
        }
        else if (FacetStretch.Of(scene, trigger, place.Stretch is "named" ? "sentence" : place.Stretch) is var (first, last))
        {
            AddIn(scene, new(scene.Tokens[first].Span.Start, scene.Tokens[last].Span.End), found);
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Actors named within words, in text order.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="spans">The words.</param>
    /// <param name="giving">Whether only those count that give what the words name: by an adjective, or after "from" or "by".</param>
    public static ImmutableArray<string> In(ClaimScene scene, ImmutableArray<TextSpan> spans, bool giving)
    {
        var found = new List<string>();
        foreach (var span in spans)
            if (giving) AddGiving(scene, span, found);
            else AddIn(scene, span, found);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Proper names at the end of a path that the text uses as places, so that they are no actors of its claims ("handed it to Rome").</summary>
    public static ImmutableArray<TextSpan> Unlisted(ClaimScene scene, FacetPlace place, int trigger)
    {
        if (place.Path is not { } path) return [];
        var found = new List<TextSpan>();
        foreach (var word in PathWalk.Resolve(scene.Trees, trigger, path)) AddUnlisted(scene, word, found);
        return [.. found.Distinct().Order()];
    }

    // Each member of a list that is a proper name and names no actor.
    private static void AddUnlisted(ClaimScene scene, int word, List<TextSpan> found)
    {
        if (scene.Tokens[word].Upos == "PROPN" && !scene.IsTime(word) && ActorFinder.At(scene, word, coordinated: false).Count == 0 && scene.AllusionAt(word, AllusionKind.Adjective) is null) found.Add(scene.Tokens[word].Span);
        foreach (var child in scene.Trees.ChildrenOf(word))
            if (scene.Tokens[child] is { Relation: "conj", Upos: "PROPN" } && found.Count < MostSteps) AddUnlisted(scene, child, found);
    }

    /// <summary>Those of the actors that report and are no party.</summary>
    public static ImmutableArray<string> Media(ClaimScene scene, ImmutableArray<string> actors) => [.. actors.Where(id => scene.Actors.TryGetValue(id, out var actor) && actor.IsMedium)];

    private static void AddGiving(ClaimScene scene, TextSpan span, List<string> found)
    {
        foreach (var t in scene.TokensIn(span))
        {
            if (scene.AllusionAt(t, AllusionKind.Adjective) is { } alluded && scene.Tokens[t].Relation is "amod" or "compound" or "conj") found.Add(alluded);
            else if (scene.Trees.Marker(t) is "from" or "by") found.AddRange(ActorFinder.At(scene, t));
        }
    }

    private static void AddAt(ClaimScene scene, int word, List<string> found)
    {
        var before = found.Count;
        found.AddRange(ActorFinder.At(scene, word));
        if (found.Count == before && scene.AllusionAt(word, AllusionKind.Adjective) is { } alluded) found.Add(alluded);
        if (found.Count == before && scene.Tokens[word].Upos is "NOUN" && RoleFallbacks.Owning(scene, word) is { } owner) found.Add(owner);
    }

    private static void AddIn(ClaimScene scene, TextSpan span, List<string> found)
    {
        var at = scene.MentionsIn(span).Select(m => (At: m.Span.Start, m.ActorId))
            .Concat(scene.AllusionsIn(span, AllusionKind.Adjective).Select(a => (At: scene.Tokens[a.At].Span.Start, a.ActorId)));
        found.AddRange(at.OrderBy(m => m.At).Select(m => m.ActorId));
    }

    // Who does what the verb above the word tells, the nearest that is an actor.
    private static List<string> Doer(ClaimScene scene, int token)
    {
        for (var (at, steps) = (token, 0); at >= 0 && steps < MostSteps; at = scene.Tokens[at].Head, steps++)
        {
            if (!scene.Trees.IsVerbal(at) || Subjects.Agent(scene.Trees, at) is not (>= 0 and var agent) || agent == token) continue;
            var actors = ActorFinder.At(scene, agent);
            if (actors.Count == 0 && RoleFallbacks.Owning(scene, agent) is { } owner) actors = [owner];
            if (actors.Count > 0) return actors;
        }

        return [];
    }
}
