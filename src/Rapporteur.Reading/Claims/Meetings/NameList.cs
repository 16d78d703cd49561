using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads a list of names from left to right, titles and adjectives included, wherever the parser hung them.</summary>
internal static class NameList
{
    private const int Longest = 28;

    /// <summary>The actors that the words from a token on name, up to the first word that cannot belong to such a list.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="start">First token of the list.</param>
    /// <param name="closed">Whether the last name after "and" counts though a verb follows it.</param>
    public static List<string> From(ClaimScene scene, int start, bool closed)
    {
        var (sure, pending) = (new List<string>(), new List<string>());
        var (item, comma, and) = ((string?)null, false, false);
        var end = start < scene.Tokens.Length ? Math.Min(scene.SentenceOf(start).EndToken, start + Longest) : start;
        var t = start;
        for (; t < end; t++)
        {
            var token = scene.Tokens[t];
            var cover = scene.CoveringMention(t);
            if (cover >= 0 && scene.Document.Form(t)[0] is not ('’' or '\''))
            {
                var id = scene.Document.Mentions[cover].ActorId;
                if (item is null || IsPerson(scene, id) || !IsPerson(scene, item)) item = id;
                continue;
            }

            var form = scene.Document.Form(t);
            if (form is "," || token.Lemma is "and")
            {
                if (item is null) break;
                Close();
                and |= token.Lemma is "and";
                comma |= form is ",";
                continue;
            }

            if (token.Upos is "DET" or "ADJ" or "PROPN" or "NOUN" or "NUM" or "PART" && token.Xpos is not "TO") continue;
            if (token.Lemma is "of" or "for" && item is not null && !IsPerson(scene, item)) continue;
            break;
        }

        var verb = t < scene.Tokens.Length && scene.Tokens[t].Upos is "VERB" or "AUX";
        if (item is not null && !(verb && (comma || and) && !closed)) Close();
        if (and) sure.AddRange(pending);
        return sure;

        void Close()
        {
            if (item is not null) (comma && !and ? pending : sure).Add(item);
            item = null;
        }
    }

    private static bool IsPerson(ClaimScene scene, string id) => scene.Actors.TryGetValue(id, out var actor) && actor.Kind == ActorKind.Person;
}
