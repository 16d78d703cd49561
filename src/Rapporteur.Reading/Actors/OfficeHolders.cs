using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds the person of the text, or of the world model on the day, who holds an office: "the president", "the Iranian foreign minister".</summary>
internal sealed class OfficeHolders(Scene scene)
{
    private const int Reach = 400, Sentences = 3, FarAhead = 12;

    /// <summary>The holder, or null where the text does not make it plain.</summary>
    /// <param name="phrase">The description.</param>
    /// <param name="owner">The state or body of the office, where the phrase names it.</param>
    public Draft? Find(NounPhrase phrase, Draft? owner)
    {
        var office = Office(phrase);
        var best = Named(phrase, office, owner) ?? (owner is null ? Named(phrase, Core(phrase), null) : null) ?? Ahead(phrase, office, owner);
        if (best is not null || owner?.Entry is not { } entry || scene.Day is not { } day) return best;
        var holders = scene.World.Holders(office, entry.Slug, day).Take(2).ToList();
        return holders.Count == 1 ? scene.Of(holders[0]) : null;
    }

    // The phrase without the names in it: "foreign minister".
    private string Office(NounPhrase phrase)
    {
        var first = phrase.First;
        for (var i = phrase.First; i < phrase.Head; i++)
            if (scene.IsName(i) || scene.IsPossessive(i)) first = i + 1;
        return NameText.Written(scene.Document.Text, scene.Tokens, first, phrase.Head + 1 - first).ToLowerInvariant();
    }

    // The longest title that ends in the noun, without what only describes: "the veteran prime minister".
    private string Core(NounPhrase phrase)
    {
        for (var first = phrase.First; first < phrase.Head; first++)
        {
            if (scene.Lower(first) is "former" or "deputy" or "vice" or "acting") return "";
            if (NameText.Written(scene.Document.Text, scene.Tokens, first, phrase.Head + 1 - first).ToLowerInvariant() is var title && scene.Lexicon.TitleClass(title) is not null) return title;
        }

        return scene.Lower(phrase.Head);
    }

    // "its chief negotiator said", before he is named: an office with its owner, in the next sentences.
    private Draft? Ahead(NounPhrase phrase, string office, Draft? owner)
    {
        var near = owner is not null || phrase.Determiner is "its" or "their" ? Sentences : FarAhead;
        Draft? found = null;
        foreach (var draft in scene.Drafts)
        {
            if (draft.Kind != ActorKind.Person || draft.Role is not { } role || !EndsWithWord(role, office)) continue;
            if (owner is not null && draft.Of is not null && draft.Of != owner) continue;
            if (!draft.Mentions.Any(mention => mention.HeadToken > phrase.Head && mention.Sentence - scene.SentenceOf(phrase.Head) <= near)) continue;
            if (found is not null) return null;
            found = draft;
        }

        return found;
    }

    private Draft? Named(NounPhrase phrase, string office, Draft? owner)
    {
        if (office.Length == 0) return null;
        Draft? best = null;
        var nearest = Reach;
        foreach (var draft in scene.Drafts)
        {
            if (draft.Kind != ActorKind.Person || !Holds(draft, office, owner)) continue;
            foreach (var mention in draft.Mentions)
            {
                var gap = phrase.Head - mention.HeadToken;
                if (gap > 0 && gap < nearest) (best, nearest) = (draft, gap);
            }
        }

        return best;
    }

    private bool Holds(Draft draft, string office, Draft? owner)
    {
        if (draft.Role is { } role && EndsWithWord(role, office))
            return owner is null || draft.Of is null || draft.Of == owner;
        if (draft.Entry is not { } person) return false;
        foreach (var post in person.Posts)
            if ((scene.Day is not { } day || post.HeldOn(day)) && EndsWithWord(post.Office, office) && (owner is null || owner.Entry?.Slug == post.Of)) return true;
        return false;
    }

    private static bool EndsWithWord(string role, string office) =>
        role.Equals(office, StringComparison.OrdinalIgnoreCase)
        || (role.EndsWith(office, StringComparison.OrdinalIgnoreCase) && role[role.Length - office.Length - 1] is ' ' or '-' && !role.StartsWith("vice", StringComparison.OrdinalIgnoreCase) && !role.StartsWith("former", StringComparison.OrdinalIgnoreCase));
}
