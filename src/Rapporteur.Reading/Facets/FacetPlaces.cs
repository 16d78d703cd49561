using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Tells names of places from other words.</summary>
internal static class FacetPlaces
{
    /// <summary>Those of the words that name a place: a proper name that is no person and no day.</summary>
    public static ImmutableArray<TextSpan> Only(ClaimScene scene, ImmutableArray<TextSpan> spans) => [.. spans.Where(span => IsPlace(scene, span))];

    private static bool IsPlace(ClaimScene scene, TextSpan span)
    {
        var named = false;
        foreach (var t in scene.TokensIn(span))
        {
            if (scene.IsTime(t)) return false;
            if (scene.Tokens[t].Upos != "PROPN") continue;
            named = true;
            var cover = scene.CoveringMention(t);
            if (cover >= 0 && scene.Actors.TryGetValue(scene.Document.Mentions[cover].ActorId, out var actor) && actor.Kind is ActorKind.Person or ActorKind.Unnamed) return false;
        }

        return named;
    }
}
