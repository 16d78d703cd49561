using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Names of states, capitals and seats: which of them act, and which are only where something happens.</summary>
internal sealed class PlaceNames(Scene scene, NameClusters clusters)
{
    private readonly PlaceSetting setting = new(scene.Document, clusters, scene.Lexicon);

    /// <summary>Makes actors of the states that are named, and mentions where the name stands for one who can act.</summary>
    public void Read(List<FoundName> names)
    {
        foreach (var name in names)
        {
            if (name.Entry is null && scene.Unlisted[name.First] is { } unlisted)
            {
                Unlisted(name, unlisted);
                continue;
            }

            if (name is { Entry: null, Kind: NameKind.Place })
            {
                if (UnknownActs(name)) scene.Add(Unknown(name), name.First, name.Count, MentionKind.Name);
                continue;
            }

            if (name.Entry is not { } entry || name.Kind == NameKind.Person || entry.Kind == ActorKind.Person) continue;
            if (name.Sense is NameSense.Adjective && entry.Kind == ActorKind.State) scene.Of(entry).Hints++;
            if (name.Sense is NameSense.Place) Alludes(name, entry);
            if (name.Sense is NameSense.Adjective or NameSense.People or NameSense.Place) continue;
            var agent = name.Sense switch
            {
                NameSense.Capital => Acts(name, MayAct(name, strict: true)),
                NameSense.Seat => Acts(name, MayAct(name, strict: false)),
                _ => entry.Kind != ActorKind.State || Acts(name, !IsPlace(name)),
            };
            if (agent)
            {
                scene.Add(scene.Of(entry), name.First, name.Count, name.Sense == NameSense.Name ? MentionKind.Name : MentionKind.Metonym);
            }
            else
            {
                for (var i = name.First; i < name.End; i++) scene.Taken[i] = true;
                if (name.Sense == NameSense.Name) scene.Of(entry).Hints += 2;
                Alludes(name, entry);
            }
        }
    }

    private void Unlisted(FoundName name, Draft state)
    {
        if (name.Sense == NameSense.Adjective) state.Hints++;
        else if (Acts(name, !IsPlace(name))) scene.Add(state, name.First, name.Count, MentionKind.Name);
        else
        {
            for (var i = name.First; i < name.End; i++) scene.Taken[i] = true;
            state.Hints += 2;
            scene.Allusions.Add(new DraftAllusion(state, scene.HeadOf(name.First, name.Count), AllusionKind.Place));
        }
    }

    // What is done to a place is done to its state.
    private void Alludes(FoundName name, WorldEntry entry)
    {
        if (entry.Kind == ActorKind.State) scene.Allusions.Add(new DraftAllusion(scene.Of(entry), scene.HeadOf(name.First, name.Count), AllusionKind.Place));
    }

    /// <summary>Whether a name stands for those who act, by the cues and by what the rules say.</summary>
    private bool Acts(FoundName name, bool rules) =>
        scene.Lexicon.Cues.Acts(setting.Of(scene.SentenceAt(name.First), name.First, name.Count), rules);

    // The rules must let it act too, and no article may stand before it: "the Gulf" and "the Middle East" have no government.
    private bool UnknownActs(FoundName name) =>
        scene.Tokens[name.First].Upos != "DET" && (name.First == 0 || scene.Tokens[name.First - 1].Upos != "DET") && MayAct(name, strict: true) && Acts(name, rules: false);

    // A town or region that the world model does not know: one actor for each spelling.
    private Draft Unknown(FoundName name)
    {
        var written = NameText.Written(scene.Document.Text, scene.Tokens, name.First, name.Count);
        foreach (var draft in scene.Drafts)
            if (draft is { Kind: ActorKind.State, Entry: null } && draft.Name == written) return draft;
        return scene.New(ActorKind.State, written);
    }

    /// <summary>Whether a capital or seat may stand for its government here.</summary>
    private bool MayAct(FoundName name, bool strict)
    {
        if (IsPlace(name)) return false;
        var head = scene.HeadOf(name.First, name.Count);
        var token = scene.Tokens[Chain(head)];
        var relation = token.Relation;
        if (relation.Length == 0) return !strict;
        if (relation.StartsWith("nsubj", StringComparison.Ordinal) || relation is "obl:agent" or "csubj") return true;
        if (relation == "nmod:poss") return token.Head < 0 || !scene.Lexicon.Locative("noun", scene.Tokens[token.Head].Lemma);
        if (relation is "obj" or "iobj" or "xcomp") return true;
        if (relation is "compound" or "amod" or "flat" or "appos" or "root" or "list" or "parataxis" or "vocative" or "dep" or "orphan") return !strict && relation != "list";
        var preposition = scene.Child(head, "case");
        if (preposition < 0) return !strict;
        var lemma = scene.Tokens[preposition].Lemma;
        return scene.Lexicon.Locative("party", lemma) || (scene.Lexicon.Locative("matter", lemma) && (!strict || relation == "obl"));
    }

    private bool IsPlace(FoundName name)
    {
        if (name.First >= 2 && scene.Document.Form(name.First - 1) is "," && scene.Names[name.First - 2] is { Sense: NameSense.Capital or NameSense.Place } or { Entry: null, Kind: NameKind.Place }
            && scene.Tokens[name.First - 2].Head != name.First) return !InList(name);
        if (name.End < scene.Tokens.Length && scene.Document.Form(name.End) is "-" && scene.Tokens[name.End - 1].Span.End == scene.Tokens[name.End].Span.Start) return true;
        var head = Chain(scene.HeadOf(name.First, name.Count));
        var token = scene.Tokens[head];
        if (token.Relation == "compound" && token.Head >= 0 && !scene.IsName(token.Head) && token.Upos == "PROPN" && name.Sense == NameSense.Name && !Short(name)) return true;
        var preposition = scene.Child(head, "case");
        if (preposition >= 0 && scene.Lower(preposition) == "of" && token.Head >= 0 && scene.Lexicon.Locative("noun", scene.Tokens[token.Head].Lemma)) return true;
        if (preposition >= 0 && scene.Lexicon.Locative("preposition", scene.Lower(preposition)))
            return !Addressed(scene.Tokens[preposition].Lemma, token);
        if (token.Relation == "obj" && token.Head >= 0) return scene.Lexicon.Locative("verb", scene.Tokens[token.Head].Lemma);
        return token.Relation == "nmod:poss" && token.Head >= 0 && scene.Lexicon.Locative("noun", scene.Tokens[token.Head].Lemma);
    }

    // "Paris, London and Berlin" and "Oslo, Norway, and Bern": a name after a comma says where the city lies unless the list goes on after it.
    private bool InList(FoundName name) =>
        name.End + 1 < scene.Tokens.Length && scene.Lower(name.End) is "and" or "or" && scene.IsName(name.End + 1);

    // "US", "U.S.", "UK" are adjectives too: "US troops".
    private bool Short(FoundName name) => name.Count == 1 && scene.Document.Form(name.First).Length <= 4;

    // "offered to Iran", "pressure on Russia", "demands from Kyiv": persons and states are spoken to, pressed and asked.
    private bool Addressed(string preposition, Token token)
    {
        if (token.Head < 0 || preposition is not ("to" or "on" or "from" or "toward" or "towards" or "over")) return false;
        var governor = scene.Tokens[token.Head];
        return preposition switch
        {
            "to" => governor.Upos == "VERB"
                ? scene.Lexicon.Speaks(governor.Lemma) || scene.Lexicon.Locative("address", governor.Lemma)
                : scene.Lexicon.Locative("address", governor.Lemma),
            _ => scene.Lexicon.Locative("pressure", governor.Lemma),
        };
    }

    // Names that the parser hangs on a word that is none ("were in favour, and Russia and China abstained") do not stand as it does.
    private int Chain(int token)
    {
        for (var steps = 0; steps < 8 && scene.Tokens[token].Relation == "conj" && scene.Tokens[token].Head is >= 0 and var head && scene.Child(token, "case") < 0; steps++)
        {
            if (scene.Tokens[head].Upos == "ADJ" || (scene.Tokens[head].Upos == "NOUN" && scene.Child(head, "case") >= 0 && scene.Child(head, "nsubj") >= 0)) break;
            token = head;
        }

        return token;
    }
}
