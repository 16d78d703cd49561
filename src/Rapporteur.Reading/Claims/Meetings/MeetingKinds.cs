using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Fills in the level and the format of meetings from the words around them, and the level from the offices of those who meet.</summary>
internal static class MeetingKinds
{
    private const int MostBefore = 6;

    /// <summary>The claims with level and format where the text gives them.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="set">Holds the lists <c>level</c> and <c>format</c>.</param>
    /// <param name="claims">Claims of any type.</param>
    public static ImmutableArray<Claim> Fill(ClaimScene scene, FacetSet set, ImmutableArray<Claim> claims)
    {
        var filled = claims.ToBuilder();
        for (var i = 0; i < filled.Count; i++)
            if (filled[i] is { Type: ClaimType.Meeting } meeting) filled[i] = Fill(scene, set, meeting);
        return filled.DrainToImmutable();
    }

    private static Claim Fill(ClaimScene scene, FacetSet set, Claim meeting)
    {
        var trigger = scene.TokenFrom(meeting.Trigger.Start);
        string? level = null, format = null;
        foreach (var (first, last) in Around(scene, trigger))
            foreach (var word in Words(scene, first, last))
            {
                level ??= set.ValueOf("level", word);
                format ??= set.ValueOf("format", word);
            }

        level ??= Offices(scene, set, meeting.Participants) ?? (meeting.Form == MeetingForm.Summit ? "leaders" : null);
        return level is null && format is null ? meeting : meeting with { Level = Value<MeetingLevel>(level), Format = Value<MeetingFormat>(format) };
    }

    private static T? Value<T>(string? name) where T : struct, Enum => EnumSpelling.TryParse<T>(name, out var value) ? value : null;

    // What stands right before the word, in its phrases with "of", "at", "between", and, for a verb, who meets.
    private static IEnumerable<(int First, int Last)> Around(ClaimScene scene, int trigger)
    {
        var trees = scene.Trees;
        var noun = scene.Tokens[trigger].Upos is "NOUN" or "PROPN";
        if (AtLevel(scene, trigger) is >= 0 and var phrased) yield return (trees.Left(phrased), trees.Right(phrased));
        if (Predicated(scene, trigger) is { } predicate) yield return predicate;
        if (noun) yield return (Math.Max(trees.Left(trigger), trigger - MostBefore), trigger);
        foreach (var child in trees.ChildrenOf(trigger))
        {
            var relation = scene.Tokens[child].Relation;
            var phrase = trees.Marker(child) is "of" or "at" or "between" or "among" && (Dependencies.Matches(relation, "nmod") || Dependencies.Matches(relation, "obl"));
            if (phrase || (!noun && Dependencies.Matches(relation, "nsubj"))) yield return (trees.Left(child), trees.Right(child));
        }
    }

    // "held talks at the level of ministers", "the talks were raised to ministerial level": the phrase may hang on the verb.
    private static int AtLevel(ClaimScene scene, int trigger)
    {
        if (scene.Tokens[trigger] is not { Relation: "obj" or "nsubj" or "nsubj:pass", Head: >= 0 and var verb }) return -1;
        foreach (var child in scene.Trees.ChildrenOf(verb))
            if (child > trigger && scene.Tokens[child].Lemma == "level" && scene.Trees.Marker(child) is "at" or "to" or "on") return child;
        return -1;
    }

    // "the talks will be at expert level": the phrase is the predicate, and the meeting its subject.
    private static (int First, int Last)? Predicated(ClaimScene scene, int trigger)
    {
        if (scene.Tokens[trigger] is not { Relation: "nsubj", Head: >= 0 and var level } || scene.Tokens[level].Lemma != "level" || scene.Trees.Child(level, "case") is not (>= 0 and var at)) return null;
        return at > trigger ? (at, scene.Trees.Right(level)) : null;
    }

    // Words between blanks, so that "one-on-one" is one word.
    private static IEnumerable<string> Words(ClaimScene scene, int first, int last)
    {
        var text = scene.Document.Text[scene.Tokens[first].Span.Start..scene.Tokens[last].Span.End];
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) yield return word.Trim('“', '”', '"', '‘', '’', ',', '.', '(', ')').ToLowerInvariant();
    }

    // Only where everybody who meets has an office of the same level; one who meets may be several ("the foreign ministers of both states").
    private static string? Offices(ClaimScene scene, FacetSet set, ImmutableArray<string> participants)
    {
        string? common = null;
        foreach (var id in participants)
        {
            if (!scene.Actors.TryGetValue(id, out var actor) || OfficeOf(actor) is not { } office) return null;
            if (participants.Length < 2 && actor.Kind == ActorKind.Person) return null;
            var level = office.Split(' ').Select(word => set.ValueOf("level", word.ToLowerInvariant())).FirstOrDefault(value => value is not null);
            if (office.StartsWith("prime minister", StringComparison.OrdinalIgnoreCase)) level = "leaders";
            common ??= level;
            if (level is null || common != level) return null;
        }

        return common;
    }

    // The office of a person; of a group and of those without a name what they are called, without whose they are.
    private static string? OfficeOf(Actor actor)
    {
        if (actor.Kind == ActorKind.Person) return actor.Role;
        if (actor.Kind is not (ActorKind.Group or ActorKind.Unnamed)) return null;
        var of = actor.Name.IndexOf(" of ", StringComparison.Ordinal) is var first and > 0 ? first : actor.Name.Length;
        var from = actor.Name.IndexOf(" from ", StringComparison.Ordinal) is var second and > 0 ? second : actor.Name.Length;
        return actor.Name.StartsWith("heads of ", StringComparison.OrdinalIgnoreCase) ? "heads" : actor.Name[..Math.Min(of, from)];
    }
}
