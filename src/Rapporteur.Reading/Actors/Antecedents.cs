using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds which actor of the text a description without a name means.</summary>
internal sealed class Antecedents(Scene scene)
{
    // A state that is named less often than this may be a mediator's or a neighbour.
    private const int EnoughOfHome = 6;

    // The state whose government "the government" is: the one that the text names most often by far.
    public Draft? HomeState()
    {
        Draft? best = null, first = null;
        for (var i = 0; i < scene.Tokens.Length && first is null; i++)
            if (scene.IsName(i) && scene.OwnerAt(i) is { Kind: ActorKind.State } state) first = state;
        int top = 0, second = 0;
        foreach (var draft in scene.Drafts)
        {
            if (draft.Kind != ActorKind.State) continue;
            var count = (2 * draft.Mentions.Count) + draft.Hints;
            if (draft == first) count += (count / 2) + 1;
            if (count > top) (best, top, second) = (draft, count, top);
            else second = Math.Max(second, count);
        }

        return top > second && top >= EnoughOfHome ? best : null;
    }

    public Draft? Bearer(string word, int before) =>
        Last(draft => draft.Kind is ActorKind.Organisation or ActorKind.Group && HasWord(draft.Name, word), before);

    private static bool HasWord(string name, string word)
    {
        foreach (var part in name.AsSpan().Split(' '))
            if (name.AsSpan(part).Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // "The organisation", "the group": the body that was named last, as a subject if there is one, a few sentences back at most.
    public Draft? LastBody(int before)
    {
        Draft? best = null;
        var score = 0;
        var sentence = scene.SentenceOf(before);
        foreach (var draft in scene.Drafts.Where(draft => draft.Kind == ActorKind.Organisation))
            foreach (var mention in draft.Mentions)
            {
                var distance = sentence - mention.Sentence;
                if (mention.HeadToken >= before || distance > 3) continue;
                var weight = 1000 - (100 * distance) + (scene.Tokens[mention.HeadToken].Relation.StartsWith("nsubj", StringComparison.Ordinal) ? 150 : 0);
                if (weight >= score) (best, score) = (draft, weight);
            }

        return best;
    }

    // The one armed body of the text, which "the rebels" are.
    public Draft? ArmedBody()
    {
        Draft? found = null;
        foreach (var draft in scene.Drafts)
        {
            if (draft.Kind is not (ActorKind.Organisation or ActorKind.Group) || draft.Mentions.Count == 0 || !IsArmedBody(draft)) continue;
            if (found is not null) return null;
            found = draft;
        }

        return found;
    }

    private bool IsArmedBody(Draft draft)
    {
        if (draft.HeadLemma.Length > 0) return false;
        if (draft.Entry is { } entry) return entry.IsArmed;
        foreach (var word in draft.Name.AsSpan().Split(' '))
            if (scene.Lexicon.Locative("armed", draft.Name[word].ToLowerInvariant())) return true;
        return false;
    }

    public Draft? Last(Func<Draft, bool> fits, int before)
    {
        Draft? best = null;
        var at = -1;
        foreach (var draft in scene.Drafts.Where(fits))
            foreach (var mention in draft.Mentions)
                if (mention.HeadToken < before && mention.HeadToken > at) (best, at) = (draft, mention.HeadToken);
        return best;
    }
}
