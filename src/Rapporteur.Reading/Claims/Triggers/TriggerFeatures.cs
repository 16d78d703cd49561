namespace Rapporteur.Reading;

/// <summary>What the network of triggers says of a draft, as features of the scorer.</summary>
internal static class TriggerFeatures
{
    /// <summary>The step of a word that the network does not judge.</summary>
    public const ulong Unjudged = 20;

    private const int Most = 18;

    /// <summary>The scorer's features for a draft, as templates with the values that they hash: how likely its word, its sentence and the two beside it tell its type, and how far before every other type.</summary>
    /// <param name="scene">The document.</param>
    /// <param name="triggers">What the network makes of it.</param>
    /// <param name="draft">The draft.</param>
    public static (int Template, ulong A, ulong B)[] Of(ClaimScene scene, TriggerReading triggers, ClaimDraft draft)
    {
        var type = (ulong)draft.Type + 1;
        var whole = Step(triggers.Sentence(scene.SentenceIndex(draft.Trigger), (int)draft.Type));
        var (word, lead) = (Unjudged, Unjudged);
        var odds = triggers.Of(draft.Trigger);
        // A conjunction or an auxiliary tells what the word does on which it hangs.
        if (odds.IsEmpty && scene.Tokens[draft.Trigger].Head is >= 0 and var head) odds = triggers.Of(head);
        if (!odds.IsEmpty)
        {
            var other = float.NegativeInfinity;
            for (var i = 1; i < odds.Length; i++)
                if (i != (int)draft.Type) other = Math.Max(other, odds[i]);
            (word, lead) = (Step(odds[(int)draft.Type]), (ulong)Math.Clamp((int)Math.Floor(odds[(int)draft.Type] - other) + 6, 0, 12));
        }

        var at = scene.SentenceIndex(draft.Trigger);
        return [(50, whole, 0), (51, type, whole), (52, word, 0), (53, type, word), (54, type, lead), (55, type, Near(scene, triggers, at - 1, draft)), (56, type, Near(scene, triggers, at + 1, draft))];
    }

    // How likely the sentence before or after tells the type: judgements and demands come in rows.
    private static ulong Near(ClaimScene scene, TriggerReading triggers, int sentence, ClaimDraft draft) =>
        sentence < 0 || sentence >= scene.Document.Sentences.Length ? Unjudged : Step(triggers.Sentence(sentence, (int)draft.Type)) / 2;

    /// <summary>The step of log-odds: halves from -6 to 3, counted from 0.</summary>
    /// <param name="odds">Log-odds.</param>
    public static ulong Step(double odds) => (ulong)Math.Clamp((int)Math.Floor((odds + 6) * 2), 0, Most);
}
