using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What the scorer sees of a draft: hashes of its type, frame, words, roles, voice and neighbours.</summary>
/// <param name="scene">The document.</param>
/// <param name="drafts">All of its drafts, in order.</param>
/// <param name="triggers">What the network of triggers makes of the document; null where there is none.</param>
/// <param name="names">Keeps what each hash stands for; null where nobody asks.</param>
internal sealed class ClaimFeatures(ClaimScene scene, IReadOnlyList<ClaimDraft> drafts, TriggerReading? triggers = null, FeatureNames? names = null)
{
    private static readonly string[] Sorts = ["talks", "pact", "act", "arms", "aid", "troops", "sanction", "people", "abstract"];
    private readonly ILookup<int, ClaimDraft> _bySentence = drafts.ToLookup(d => scene.SentenceIndex(d.Trigger));
    private readonly Dictionary<ClaimDraft, uint> _seen = Seen(drafts);
    private readonly List<ulong> _found = [];
    private readonly ulong _genre = Genre(scene);

    /// <summary>The features of a draft; the list is used again for the next one.</summary>
    public IReadOnlyList<ulong> Of(ClaimDraft draft)
    {
        _found.Clear();
        var trees = scene.Trees;
        var type = (ulong)draft.Type + 1;
        var token = scene.Tokens[draft.Trigger];
        var frame = Text(draft.Frame.Id);
        var root = AssessmentDetail.ClauseOf(scene, draft.Trigger);
        var tense = scene.TenseOf(root);
        var speaker = scene.SpeakerAt(draft.Trigger);
        var voice = (speaker is null ? 0u : 1u + (uint)KindOf(speaker)) + (scene.Quoted[draft.Trigger] ? 16u : 0u) + (scene.AttributionAt(draft.Trigger) >= 0 ? 32u : 0u);
        var by = ByKind(draft, speaker);
        Add(1, type);
        Add(2, frame);
        Add(3, frame, Text(token.Lemma));
        Add(4, type, Text(token.Lemma));
        Add(5, type, Text(token.Relation), Text(token.Xpos));
        if (token.Head >= 0) Add(6, type, Text(scene.Tokens[token.Head].Lemma));
        Add(7, type, voice);
        Add(8, frame, voice);
        Add(9, type, by);
        Add(10, frame, by);
        Add(11, type, tense);
        Add(12, frame, tense);
        Add(13, type, (uint)draft.Modality, (uint)draft.Polarity);
        Add(14, type, voice, tense);
        Add(39, type, _genre);
        var reality = (ulong)scene.RealityOf(draft.Trigger);
        Add(41, type, reality);
        Add(42, frame, reality);
        Add(40, type, _genre, (voice * 8) + tense);
        Add(15, type, Text(scene.Tokens[root].Lemma));
        Add(16, type, Text(scene.Tokens[root].Relation), root == draft.Trigger ? 1u : 0u);
        Add(17, type, Size(draft.What));
        if (draft.WhatHead >= 0) Add(18, type, Text(scene.Tokens[draft.WhatHead].Lemma), Text(scene.Tokens[draft.WhatHead].Relation));
        if (draft.WhatHead >= 0) Add(37, type, Text(scene.Tokens[draft.WhatHead].Upos));
        Add(19, type, (uint)Math.Min(draft.To.Length, 2), (uint)Math.Min(draft.By.Length, 3));
        Add(20, type, (uint)Math.Min(draft.Participants.Length, 3), (uint)Math.Min(draft.About.Length, 2));
        Add(21, type, (uint)(draft.Status ?? 0) + 1, (uint)(draft.Form ?? 0));
        Add(22, type, (draft.When is null ? 0u : 1u) + (draft.Where is null ? 0u : 2u) + (draft.Quantities.Length > 0 ? 4u : 0u));
        var subject = Subjects.Surface(trees, root);
        if (subject >= 0)
        {
            Add(23, type, Text(scene.Tokens[subject].Lemma));
            Add(24, type, ActorFinder.One(scene, subject) is { } id ? 1u + (uint)KindOf(id) : 0u, tense);
        }

        foreach (var child in trees.ChildrenOf(draft.Trigger))
        {
            var c = scene.Tokens[child];
            Add(25, type, Text(c.Relation));
            if (c.Relation is "aux" or "det" or "mark" or "case" or "amod" or "advmod" or "compound" or "cop" or "aux:pass") Add(26, type, Text(c.Relation), Text(c.Lemma));
        }

        foreach (var child in trees.ChildrenOf(root))
            if (scene.Tokens[child].Relation is "aux" or "advmod" or "mark" or "cop" or "nsubj" or "obj") Add(27, type, Text(scene.Tokens[child].Relation), Text(scene.Tokens[child].Lemma));
        Neighbours(draft, type, root);
        Place(draft, type, voice);
        Standing(draft, type);
        if (triggers is not null)
            foreach (var (template, a, b) in TriggerFeatures.Of(scene, triggers, draft)) Add(template, a, b);
        return _found;
    }

    private void Neighbours(ClaimDraft draft, ulong type, int root)
    {
        var (same, before) = (0u, 0u);
        foreach (var other in _bySentence[scene.SentenceIndex(draft.Trigger)])
        {
            if (ReferenceEquals(other, draft)) continue;
            Add(28, type, (uint)other.Type);
            if (other.Trigger == draft.Trigger) Add(29, type, Text(other.Frame.Id));
            else if (AssessmentDetail.ClauseOf(scene, other.Trigger) == root) Add(30, type, Text(other.Frame.Id));
            if (draft.What is { } what && other.What is { } told && what.Overlaps(told)) Add(31, type, (uint)other.Type, what.Contains(told) ? 1u : 0u);
            if (other.Type != draft.Type) continue;
            same++;
            if (other.Trigger < draft.Trigger) before++;
        }

        Add(32, type, Math.Min(same, 3), Math.Min(before, 2));
        Add(33, Text(draft.Frame.Id), Math.Min(same, 2));
    }

    private void Place(ClaimDraft draft, ulong type, ulong voice)
    {
        var index = scene.SentenceIndex(draft.Trigger);
        var sentence = scene.SentenceOf(draft.Trigger);
        Add(34, type, (uint)Math.Min(index, 4));
        Add(35, type, (uint)sentence.Zone, (uint)Math.Min(sentence.TokenCount / 8, 5));
        Add(36, type, voice, (uint)Math.Min(sentence.TokenCount / 8, 5));
        if (draft.Type != ClaimType.Meeting) return;
        Add(38, type, _seen.GetValueOrDefault(draft), draft.When is null ? 0u : 1u);
    }

    // Whose mind it is in, and what sort of thing it is about.
    private void Standing(ClaimDraft draft, ulong type)
    {
        if (scene.AttributionAt(draft.Trigger) is var at and >= 0) Add(43, type, 1u + (uint)scene.Document.Attributions[at].Class, (uint)scene.Document.Attributions[at].Factuality);
        if (draft.WhatHead >= 0) Add(44, type, Sort(scene.Tokens[draft.WhatHead].Lemma));
    }

    private ulong Sort(string lemma)
    {
        for (var i = 0; i < Sorts.Length; i++)
            if (scene.Is(lemma, Sorts[i])) return (ulong)i + 1;
        return 0;
    }

    // Of every meeting, whether those before it have one of its form and participants: 2 for one in its state too.
    private static Dictionary<ClaimDraft, uint> Seen(IReadOnlyList<ClaimDraft> drafts)
    {
        var seen = new Dictionary<ClaimDraft, uint>(ReferenceEqualityComparer.Instance);
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (draft.Type != ClaimType.Meeting) continue;
            var meeting = $"{draft.Form}\n{string.Join('\n', draft.Participants)}";
            var state = $"{(int?)draft.Status} {meeting}";
            seen.TryAdd(draft, before.Contains(state) ? 2u : before.Contains(meeting) ? 1u : 0u);
            before.Add(meeting);
            before.Add(state);
        }

        return seen;
    }

    // How much of the text the reporter judges himself: the share of sentences without attribution told in the present or with a modal, in fifths.
    private static ulong Genre(ClaimScene scene)
    {
        var (judged, all) = (0, 0);
        var cues = scene.Document.Attributions.Select(a => a.CueToken).ToHashSet();
        foreach (var sentence in scene.Document.Sentences)
        {
            if (sentence.TokenCount < 5 || sentence.Zone != ZoneKind.Body) continue;
            for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                if (scene.Tokens[t].Head >= 0) continue;
                all++;
                if (scene.AttributionAt(t) < 0 && !cues.Contains(t) && scene.TenseOf(t) is 3 or 5) judged++;
                break;
            }
        }

        return all == 0 ? 0 : (ulong)(judged * 5 / all);
    }

    /// <summary>Tense or mood of a clause: 0 for none, 1 past, 2 past with an auxiliary, 3 present, 4 future, 5 conditional, 6 obligation.</summary>
    internal static ulong Tense(ClaimScene scene, int root)
    {
        var trees = scene.Trees;
        if (Hedges.IsFuture(trees, root)) return 4;
        if (Hedges.HasModal(trees, root, "would", "could", "might", "may")) return 5;
        if (Hedges.HasModal(trees, root, "must", "should")) return 6;
        if (Hedges.IsPast(trees, root)) return trees.Has(root, "aux") ? 2u : 1u;
        return scene.Tokens[root].Xpos is "VBZ" or "VBP" || trees.Has(root, "cop") || trees.Has(root, "aux") ? 3u : 0u;
    }

    private ActorKind KindOf(string id) => scene.Actors.TryGetValue(id, out var actor) ? actor.Kind : ActorKind.Group;

    private ulong ByKind(ClaimDraft draft, string? speaker)
    {
        if (draft.By.IsEmpty) return 0;
        if (draft.By[0] == Actor.Narrator) return 1;
        return (draft.By[0] == speaker ? 8u : 2u) + (uint)KindOf(draft.By[0]);
    }

    private static ulong Size(TextSpan? what) => what is { } span ? 1u + (uint)Math.Min(span.Length / 25, 5) : 0u;

    private void Add(int template, ulong a, ulong b = 0, ulong c = 0)
    {
        var feature = FeatureHash.Of(template, a, b, c);
        names?.Keep(feature, template, a, b, c);
        _found.Add(feature);
    }

    private ulong Text(string text)
    {
        var hash = FeatureHash.Text(text);
        names?.Keep(hash, text);
        return hash;
    }
}
