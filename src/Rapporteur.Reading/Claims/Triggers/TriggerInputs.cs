using System.Collections.Frozen;

namespace Rapporteur.Reading;

/// <summary>What the network of triggers looks at, word by word, with what the frames drafted there.</summary>
/// <param name="scene">The document.</param>
/// <param name="directions">Vectors of words.</param>
/// <param name="drafts">What frames drafted in the document.</param>
internal sealed class TriggerInputs(ClaimScene scene, WordDirections directions, IReadOnlyList<ClaimDraft> drafts)
{
    /// <summary>Numbers for parts of speech, for relations, for what a word names, for the attribution that it stands in and for frames.</summary>
    public const int Parts = 18, Relations = 38, Actors = 8, Voices = 8, Frames = 2048;

    private const byte Time = 1;

    private static readonly FrozenDictionary<string, byte> PartNumbers = Numbers("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X");

    private static readonly FrozenDictionary<string, byte> RelationNumbers = Numbers("acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp");

    private readonly Dictionary<int, ulong> _drafted = Drafted(drafts);
    private readonly Dictionary<int, ClaimDraft> _surest = Surest(drafts);

    /// <summary>The words of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    public TriggerWord[] Of(Sentence sentence)
    {
        var words = new TriggerWord[sentence.EndToken - sentence.FirstToken];
        for (var i = 0; i < words.Length; i++) words[i] = Word(sentence.FirstToken + i);
        return words;
    }

    private TriggerWord Word(int t)
    {
        var token = scene.Tokens[t];
        var at = scene.AttributionAt(t);
        var colon = token.Relation.IndexOf(':', StringComparison.Ordinal);
        var marks = (scene.Quoted[t] ? 1 : 0) + (scene.CueAt(t) >= 0 ? 2 : 0) + (MayTell(scene, t) ? TriggerWord.Telling : 0);
        return new(
            directions.Row(scene.Document, t),
            FeatureHash.Text(token.Lemma),
            PartNumbers.GetValueOrDefault(token.Upos),
            RelationNumbers.GetValueOrDefault(colon < 0 ? token.Relation : token.Relation[..colon]),
            Named(t),
            at < 0 ? (byte)0 : (byte)(1 + (int)scene.Document.Attributions[at].Class),
            (byte)marks,
            _drafted.GetValueOrDefault(t),
            _surest.TryGetValue(t, out var surest) ? Number(surest.Frame) : (ushort)0);
    }

    // "Peace" of "peace talks" and "nuclear" of "nuclear talks" tell nothing that their noun does not, nor does a date.
    private static bool MayTell(ClaimScene scene, int t)
    {
        var token = scene.Tokens[t];
        if (token.Head < 0 || token.Upos == "VERB") return true;
        if (token.Upos is not ("NOUN" or "ADJ") || scene.IsTime(t)) return false;
        return token.Relation is not ("amod" or "compound") || scene.Trees.Has(t, "nsubj") || scene.Trees.Has(t, "cop");
    }

    private static Dictionary<int, ulong> Drafted(IReadOnlyList<ClaimDraft> drafts)
    {
        var drafted = new Dictionary<int, ulong>();
        foreach (var draft in drafts)
        {
            var (at, before) = (4 * (int)draft.Type, drafted.GetValueOrDefault(draft.Trigger));
            var sure = Math.Max((ulong)Math.Clamp(Math.Round(draft.Confidence * 15), 1, 15), (before >> at) & 15);
            drafted[draft.Trigger] = (before & ~(15UL << at)) | (sure << at);
        }

        return drafted;
    }

    // Two frames of one number are taken for one.
    private static ushort Number(Frame frame) => (ushort)(1 + (FeatureHash.Text(frame.Id) % (Frames - 1)));

    private static Dictionary<int, ClaimDraft> Surest(IReadOnlyList<ClaimDraft> drafts)
    {
        var surest = new Dictionary<int, ClaimDraft>();
        foreach (var draft in drafts)
            if (!surest.TryGetValue(draft.Trigger, out var other) || draft.Confidence > other.Confidence) surest[draft.Trigger] = draft;
        return surest;
    }

    private byte Named(int t) =>
        ActorFinder.One(scene, t) is { } id && scene.Actors.TryGetValue(id, out var actor) ? (byte)(Time + 1 + (int)actor.Kind) : scene.IsTime(t) ? Time : (byte)0;

    private static FrozenDictionary<string, byte> Numbers(string names) => names.Split(' ').Index().ToFrozenDictionary(name => name.Item, name => (byte)(name.Index + 1), StringComparer.Ordinal);
}
