using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds actors that are described and not named: groups, unnamed sources, governments, and offices that point back to a person.</summary>
internal sealed class GroupReader(Scene scene, OfficeHolders offices)
{
    private readonly Dictionary<string, Draft> described = new(StringComparer.Ordinal);
    private readonly Antecedents antecedents = new(scene);
    private readonly PassingReader passing = new(scene);
    private readonly QuantifiedSources quantified = new(scene);
    private Draft? dual, home;

    public void Read()
    {
        foreach (var sentence in scene.Document.Sentences)
        {
            if (sentence.Zone == ZoneKind.Furniture) continue;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (scene.Names[i] is { Sense: NameSense.People, Entry: { } people } name && name.First == i && !scene.Taken[i])
                {
                    People(name, people);
                    continue;
                }

                var token = scene.Tokens[i];
                if (!scene.Taken[i] && token.Upos is "PRON" or "DET" or "ADJ") quantified.Read(i);
                if (scene.Taken[i] || !ActorPhrases.IsNoun(scene, i) || ActorPhrases.Class(scene, token) is not (not NounClass.None and var noun))
                {
                    passing.Read(i);
                    continue;
                }

                if (token.Relation is "compound" or "flat" || NounPhrase.At(scene, i, noun) is not { } phrase) continue;
                Phrase(phrase, Owner(phrase));
                if (!scene.Taken[i]) passing.Read(i);
            }
        }
    }

    private void People(FoundName name, WorldEntry state)
    {
        var noun = scene.HeadOf(name.First, name.Count);
        if (!GroupPosition.Acts(scene, noun, NounClass.People)) return;
        if (scene.Tokens[noun].Relation is "amod" or "compound") return;
        if (NounPhrase.At(scene, noun, NounClass.People) is not { } phrase) return;
        if (phrase.Determiner == "the" && phrase.First == name.First && phrase.End == phrase.Head + 1 && state.Status == "member" && scene.Tokens[noun].Relation.StartsWith("nsubj", StringComparison.Ordinal))
        {
            scene.Add(scene.Of(state), phrase.First, phrase.Head + 1 - phrase.First, MentionKind.Nominal);
            return;
        }

        var named = phrase.Name(scene, complement: false);
        var draft = Described(named, ActorKind.Group, state.People.Contains(named) ? named : phrase.Name(scene, complement: true), scene.Tokens[noun].Lemma);
        draft.Of ??= scene.Drafts.FirstOrDefault(other => other.Entry == state);
        scene.Add(draft, phrase.First, phrase.Head + 1 - phrase.First, MentionKind.Nominal);
    }

    private Draft? Owner(NounPhrase phrase)
    {
        for (var i = phrase.Head - 1; i >= phrase.First; i--)
            if (scene.IsName(i) && scene.OwnerAt(i) is { } owner) return owner;
        for (var i = phrase.Head + 1; i < phrase.End; i++)
            if (scene.IsName(i) && scene.OwnerAt(i) is { } owner) return owner;
        return null;
    }

    private void Phrase(NounPhrase phrase, Draft? owner)
    {
        switch (phrase.Class)
        {
            case NounClass.Namesake:
                if (!phrase.Plural) Namesake(phrase, owner);
                break;
            case NounClass.Calling:
                if (!phrase.Plural) Calling(phrase, owner);
                break;
            case not NounClass.Office when IsDual(phrase):
                Mention(Dual(phrase), phrase.Plural ? phrase : phrase with { First = phrase.First - 1 });
                break;
            case NounClass.Body when !phrase.Plural:
                Body(phrase, owner);
                break;
            case NounClass.Office or NounClass.People when !phrase.Plural:
                Office(phrase, owner);
                break;
            case NounClass.Source when !phrase.Plural:
                Source(phrase, owner);
                break;
            case NounClass.Office when !IsSubject(phrase):
            case NounClass.Body when phrase.Plural && phrase.First == phrase.Head && owner is null && !(phrase.Definite && IsSubject(phrase)):
            case NounClass.Polity when !phrase.Plural:
            case NounClass.Force when !phrase.Plural && owner is null && !ActorPhrases.IsArmed(scene, phrase):
                break;
            default:
                Group(phrase, owner);
                break;
        }
    }

    private bool IsSubject(NounPhrase phrase) =>
        scene.Tokens[phrase.Head].Relation.StartsWith("nsubj", StringComparison.Ordinal) || (scene.Child(phrase.Head, "case") is var marker and >= 0 && scene.Lower(marker) == "by");

    // "The government": the one that the text described, that of the state it is about, else one by itself.
    private void Government(NounPhrase phrase)
    {
        if (!described.ContainsKey("government") && (home ??= antecedents.HomeState()) is { } homeland)
        {
            Mention(homeland, phrase);
            return;
        }

        if (!GroupPosition.Acts(scene, phrase.Head, NounClass.Body)) return;
        var draft = Described("government", ActorKind.Organisation, null, "government");
        draft.Plural = false;
        Mention(draft, phrase);
    }

    private bool Speaks(int noun) => scene.Tokens[noun].Head is >= 0 and var verb && scene.Lexicon.Speaks(scene.Tokens[verb].Lemma);

    private void Body(NounPhrase phrase, Draft? owner)
    {
        var lemma = scene.Tokens[phrase.Head].Lemma;
        if (lemma is "government" or "administration" or "regime" or "leadership")
        {
            var state = owner?.Kind == ActorKind.Person ? owner.Of ?? Home(owner.Entry) : owner;
            if (state is { Kind: ActorKind.State } && phrase.First < phrase.Head) Mention(state, phrase);
            else if (state is { Kind: ActorKind.State } && phrase.Definite) scene.Add(state, phrase.Head, phrase.End - phrase.Head, MentionKind.Nominal);
            else if (owner is null && lemma == "government" && phrase.First == phrase.Head && phrase.End == phrase.Head + 1 && phrase.Determiner is "the") Government(phrase);
            else if (owner is { Kind: ActorKind.Person } && GroupPosition.Acts(scene, phrase.Head, NounClass.Body)) Mention(Described(phrase.Name(scene, false), ActorKind.Organisation, null, lemma), phrase);
            return;
        }

        if (owner is { Kind: ActorKind.Organisation } && lemma is "organization" or "organisation" or "group" or "party" or "movement" && scene.Owner[phrase.Head - 1] == owner && phrase.First < phrase.Head)
        {
            Mention(owner, phrase);
            return;
        }

        if (ActorPhrases.NameBehind(scene, phrase) is { } apposed)
        {
            Mention(apposed, phrase);
            return;
        }

        if (phrase.Determiner == "this" && phrase.First == phrase.Head && lemma is "newspaper" or "paper" or "magazine" or "journal")
        {
            Self(phrase, ActorKind.Organisation);
            return;
        }

        if (owner is null && phrase.Definite)
        {
            var named = antecedents.Last(draft => draft.Kind is ActorKind.Organisation && draft.Name.Contains(lemma, StringComparison.OrdinalIgnoreCase), phrase.Head);
            named ??= antecedents.Last(draft => draft.HeadLemma == lemma && draft.Kind is ActorKind.Organisation or ActorKind.Group && phrase.First == phrase.Head, phrase.Head);
            named ??= IsSubject(phrase) && phrase.First == phrase.Head && scene.Lexicon.Locative("generic", lemma) ? antecedents.LastBody(phrase.Head) : null;
            if (named is not null)
            {
                Mention(named, phrase);
                return;
            }
        }

        if (owner is null && IsProper(phrase))
        {
            Mention(Described(phrase.Name(scene, false), ActorKind.Organisation, phrase.Name(scene, HasProperComplement(phrase)), lemma), phrase);
            return;
        }

        if (!GroupPosition.Acts(scene, phrase.Head, NounClass.Body)) return;
        if (owner is null && !scene.Tokens[phrase.Head].Relation.StartsWith("nsubj", StringComparison.Ordinal) && lemma is not ("community" or "media") && !(phrase.First < phrase.Head && GroupPosition.Preposition(scene, phrase.Head) is "according" or "by")) return;
        if (phrase.First == phrase.Head && owner is null && lemma is not ("media" or "press" or "opposition" or "public") && !(phrase.Definite && IsSubject(phrase) && Speaks(phrase.Head))) return;
        var draft = Described(phrase.Name(scene, false), lemma is "parliament" or "ministry" or "court" or "agency" ? ActorKind.Organisation : ActorKind.Group, phrase.Name(scene, true), lemma);
        draft.Of ??= owner;
        Mention(draft, phrase);
    }

    // "Both sides", "the two delegations", "neither party": the two who negotiate, however they are called.
    private bool IsDual(NounPhrase phrase)
    {
        if (!scene.Lexicon.Locative("dual", scene.Tokens[phrase.Head].Lemma) || Owner(phrase) is not null) return false;
        if (!phrase.Plural) return phrase.First == phrase.Head && phrase.Determiner is "either" or "neither";
        var counted = phrase.First == phrase.Head ? phrase.Determiner is "both" : phrase.Head == phrase.First + 1 && scene.Lower(phrase.First) is "two" or "both" && phrase.Determiner is "the" or "these" or "both" or "";
        return counted && (phrase.Determiner.Length > 0 || scene.Lower(phrase.First) == "both") && GroupPosition.Acts(scene, phrase.Head, NounClass.Polity);
    }

    private Draft Dual(NounPhrase phrase)
    {
        if (dual is not null) return dual;
        dual = scene.New(ActorKind.Group, phrase.Plural ? phrase.Name(scene, false) : "both sides");
        dual.Plural = true;
        dual.HeadLemma = scene.Tokens[phrase.Head].Lemma;
        return dual;
    }

    // "The institute": the body whose name has the word; with a capital it is a body by itself.
    private void Namesake(NounPhrase phrase, Draft? owner)
    {
        if (ActorPhrases.NameBehind(scene, phrase) is { } apposed)
        {
            Mention(apposed, phrase);
            return;
        }

        var lemma = scene.Tokens[phrase.Head].Lemma;
        if (owner is null && phrase.Definite && phrase.First == phrase.Head && antecedents.Bearer(lemma, phrase.Head) is { } bearer) Mention(bearer, phrase);
        else if (IsProper(phrase)) Mention(Described(phrase.Name(scene, false), ActorKind.Organisation, phrase.Name(scene, HasProperComplement(phrase)), lemma), phrase);
    }

    // "the Commission": written as a name inside a sentence.
    private bool IsProper(NounPhrase phrase) =>
        phrase.First > scene.SentenceAt(phrase.Head).FirstToken && phrase.Determiner is "the" && scene.SentenceAt(phrase.Head).Zone != ZoneKind.Title
        && Enumerable.Range(phrase.First, phrase.Head + 1 - phrase.First).All(i => scene.IsCapital(i));

    private bool HasProperComplement(NounPhrase phrase) => phrase.End > phrase.Head + 1 && scene.IsCapital(phrase.End - 1);

    // "The bishop": the person who is one; "a nurse said": somebody without a name.
    private void Calling(NounPhrase phrase, Draft? owner)
    {
        if (phrase.Determiner == "this" && phrase.First == phrase.Head && scene.Lexicon.Locative("self", scene.Tokens[phrase.Head].Lemma))
        {
            Self(phrase, ActorKind.Unnamed);
            return;
        }

        if (phrase.Definite)
        {
            if (offices.Find(phrase, owner) is { } person) Mention(person, phrase);
            return;
        }

        Somebody(phrase, owner);
    }

    // "This newspaper", "this author": who writes the text.
    private void Self(NounPhrase phrase, ActorKind kind)
    {
        var draft = Described(NameText.Written(scene.Document.Text, scene.Tokens, phrase.First - 1, 2).ToLowerInvariant(), kind, null, scene.Tokens[phrase.Head].Lemma);
        draft.Plural = false;
        scene.Add(draft, phrase.First - 1, 2, MentionKind.Nominal);
    }

    private void Somebody(NounPhrase phrase, Draft? owner)
    {
        if (phrase.Determiner is not ("a" or "an" or "one") || !(IsSubject(phrase) && Speaks(phrase.Head))) return;
        var draft = scene.New(ActorKind.Unnamed, phrase.Name(scene, true));
        draft.HeadLemma = scene.Tokens[phrase.Head].Lemma;
        draft.Role = draft.HeadLemma;
        draft.Of = owner;
        Mention(draft, phrase);
    }

    private Draft? Home(WorldEntry? person)
    {
        if (person is null) return null;
        var post = scene.Day is { } day ? World.PostOf(person, day) : null;
        return scene.World.Find(post?.Of ?? person.Of) is { Kind: ActorKind.State } state ? scene.Of(state) : null;
    }

    private void Office(NounPhrase phrase, Draft? owner)
    {
        if (!phrase.Definite && owner is null)
        {
            Somebody(phrase, owner);
            return;
        }

        // "The representative of Norway said": in a council it is the state that speaks.
        if (owner is { Kind: ActorKind.State } && scene.Lexicon.Locative("voice", scene.Tokens[phrase.Head].Lemma) && (phrase.First == phrase.Head || scene.OwnerAt(phrase.First) == owner) && phrase.Definite)
        {
            Mention(owner, phrase);
            return;
        }

        if (offices.Find(phrase, owner) is { } person)
        {
            Mention(person, phrase);
            return;
        }

        if (owner is null && phrase is { Definite: true, Determiner: "the" } && IsSubject(phrase) && ActorPhrases.IsSingleOffice(scene, phrase))
        {
            var bearer = Described(phrase.Name(scene, false), ActorKind.Unnamed, phrase.Name(scene, HasProperComplement(phrase)), scene.Tokens[phrase.Head].Lemma);
            bearer.Plural = false;
            bearer.Role ??= ActorPhrases.OfficeOf(scene, phrase);
            Mention(bearer, phrase);
            return;
        }

        if (owner is null || !GroupPosition.Acts(scene, phrase.Head, NounClass.Office)) return;
        var draft = Described(phrase.Name(scene, false), ActorKind.Unnamed, phrase.Name(scene, true), scene.Tokens[phrase.Head].Lemma);
        draft.Of ??= owner;
        draft.Role ??= ActorPhrases.OfficeOf(scene, phrase);
        Mention(draft, phrase);
    }

    private void Source(NounPhrase phrase, Draft? owner)
    {
        var lemma = scene.Tokens[phrase.Head].Lemma;
        if (phrase.Definite && owner is null)
        {
            var before = offices.Find(phrase, null) ?? antecedents.Last(draft => draft.Kind == ActorKind.Unnamed && !draft.Plural && draft.HeadLemma == lemma, phrase.Head);
            if (before is not null) Mention(before, phrase);
            return;
        }

        if (lemma is "report" or "poll" or "authority" || !GroupPosition.Acts(scene, phrase.Head, NounClass.Source)) return;
        var draft = scene.New(ActorKind.Unnamed, phrase.Name(scene, true));
        draft.HeadLemma = lemma;
        draft.Role = lemma;
        draft.Of = owner;
        var first = phrase.Determiner is "a" or "an" && phrase.First > 0 ? phrase.First - 1 : phrase.First;
        scene.Add(draft, first, phrase.End - first, MentionKind.Nominal);
    }

    private void Group(NounPhrase phrase, Draft? owner)
    {
        var lemma = scene.Tokens[phrase.Head].Lemma;
        if (lemma == "authority" && owner is { Kind: ActorKind.State })
        {
            Mention(owner, phrase);
            return;
        }

        if (!GroupPosition.Acts(scene, phrase.Head, phrase.Class) || phrase.Determiner is "our" or "your" or "my") return;
        if (owner is { Kind: ActorKind.Organisation or ActorKind.Group } && phrase.First < phrase.Head && scene.Owner[phrase.Head - 1] == owner && scene.Lexicon.Locative("fighter", lemma))
        {
            Mention(owner, phrase);
            return;
        }

        var bare = phrase.First == phrase.Head && phrase.End == phrase.Head + 1;
        if (lemma == "people" && phrase.First == phrase.Head && IsSubject(phrase) && Speaks(phrase.Head) && ActorPhrases.Knowing(scene, phrase.Head) is var end and > 0)
        {
            var knowing = scene.New(ActorKind.Unnamed, NameText.Written(scene.Document.Text, scene.Tokens, phrase.Head, end - phrase.Head).ToLowerInvariant());
            knowing.Plural = true;
            scene.Add(knowing, phrase.Head, end - phrase.Head, MentionKind.Nominal);
            return;
        }

        if (bare && phrase is { Class: NounClass.Force, Determiner: "the" } && owner is null && antecedents.Bearer(lemma, phrase.Head) is { } named)
        {
            Mention(named, phrase);
            return;
        }

        if (phrase.First == phrase.Head && phrase.Definite && scene.Lexicon.Locative("rebel", lemma) && antecedents.ArmedBody() is { } armed)
        {
            Mention(armed, phrase);
            return;
        }

        if (lemma == "people" && (owner is null && !Enumerable.Range(phrase.First, phrase.Head - phrase.First).Any(scene.IsName))) return;
        if (bare && lemma is "population" or "population" or "worker" or "student" or "officer" or "counterpart") return;
        if (phrase.Class == NounClass.Polity && bare && phrase.Determiner is not ("both" or "all") && !scene.Lexicon.Locative("several", lemma)) return;
        if (bare && !IsSubject(phrase) && scene.Lexicon.Locative("victim", lemma)) return;
        if (bare && (phrase.Definite || phrase.Class == NounClass.Force))
        {
            var before = scene.Drafts.Where(draft => draft.HeadLemma == lemma && draft.Plural).ToList();
            if (before.Count == 1)
            {
                Mention(before[0], phrase);
                return;
            }
        }

        var kind = phrase.Class == NounClass.Source ? ActorKind.Unnamed : ActorKind.Group;
        var draft = Described(phrase.Name(scene, false), kind, phrase.Class == NounClass.Polity ? null : phrase.Name(scene, true), lemma);
        // Allies, critics and neighbours of somebody are not his.
        if (!scene.Lexicon.Locative("relation", lemma)) draft.Of ??= owner;
        Mention(draft, phrase);
    }

    private Draft Described(string key, ActorKind kind, string? name, string lemma)
    {
        var folded = key.ToLowerInvariant();
        if (described.TryGetValue(folded, out var draft)) return draft;
        draft = scene.New(kind, name ?? key);
        draft.HeadLemma = lemma;
        draft.Plural = true;
        described[folded] = draft;
        return draft;
    }

    // Somebody without a name is mentioned with the article: "a diplomat".
    private void Mention(Draft draft, NounPhrase phrase)
    {
        var first = draft.Kind == ActorKind.Unnamed && phrase.Determiner is "a" or "an" && phrase.First > 0 && scene.Lower(phrase.First - 1) == phrase.Determiner ? phrase.First - 1 : phrase.First;
        scene.Add(draft, first, phrase.Head + 1 - first, MentionKind.Nominal);
    }
}
