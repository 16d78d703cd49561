using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds states that the world model does not list, by what the whole text says of a name: what it has ("the government of X", "X's ambassador"), its adjective, and with whom it is listed.</summary>
internal sealed class UnlistedStates(Scene scene)
{
    private const int Enough = 4, Shortest = 4, ShortestStem = 3;

    private readonly Dictionary<string, int> voices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Draft> states = new(StringComparer.Ordinal);
    private readonly HashSet<string> persons = new(StringComparer.Ordinal);

    /// <summary>The names, those of unlisted states as places, and their adjectives among them.</summary>
    public List<FoundName> Read(List<FoundName> names)
    {
        var named = new bool[scene.Tokens.Length];
        foreach (var name in names)
        {
            for (var i = name.First; i < name.End; i++) named[i] = true;
            if (name is { Kind: NameKind.Person, Count: > 1 } || (name.Kind == NameKind.Person && scene.IsTitled(name.First)))
                for (var i = name.First; i < name.End; i++) persons.Add(scene.Form(i));
        }

        var candidates = names.Where(name => name.Entry is null && IsCandidate(name)).ToList();
        foreach (var name in Untagged(named)) candidates.Add(name);
        if (candidates.Count == 0) return names;
        foreach (var name in candidates)
        {
            var written = Written(name);
            voices[written] = voices.GetValueOrDefault(written) + Voices(name, named);
        }

        var adjectives = Adjectives();
        foreach (var (_, state) in adjectives) voices[state] += Enough;
        foreach (var (written, sum) in voices)
            if (sum >= Enough) states[written] = scene.New(ActorKind.State, written);
        if (states.Count == 0) return names;
        return Put(names, candidates, adjectives);
    }

    private List<FoundName> Put(List<FoundName> names, List<FoundName> candidates, List<(int Token, string State)> adjectives)
    {
        var found = names.Where(name => name.Entry is not null || !states.ContainsKey(Written(name))).ToList();
        foreach (var name in candidates)
        {
            if (!states.TryGetValue(Written(name), out var state)) continue;
            Mark(name, state);
            found.Add(name with { Kind = NameKind.Place });
        }

        foreach (var (token, written) in adjectives)
        {
            if (!states.TryGetValue(written, out var state)) continue;
            var name = new FoundName(token, 1, NameKind.Place, null, NameSense.Adjective);
            Mark(name, state);
            found.Add(name);
        }

        found.Sort((a, b) => a.First.CompareTo(b.First));
        return found;
    }

    private void Mark(FoundName name, Draft state)
    {
        for (var i = name.First; i < name.End; i++) scene.Unlisted[i] = state;
    }

    private bool IsCandidate(FoundName name)
    {
        if (name.Count > 2 || name is { Kind: NameKind.Person, Count: > 1 } || !scene.IsCapital(name.First) || scene.Document.Form(name.First).Length < Shortest) return false;
        var last = scene.Lower(name.End - 1);
        if (scene.Lexicon.Words.IsBody(last) || scene.Lexicon.Words.IsRegion(last) || scene.Lexicon.Locative("noun", last)) return false;
        return !persons.Contains(scene.Form(name.First)) && !scene.IsTitled(name.First);
    }

    // Capitals inside a sentence that no name covers.
    private IEnumerable<FoundName> Untagged(bool[] named)
    {
        for (var i = 0; i < named.Length; i++)
        {
            if (named[i] || scene.Tokens[i].Upos != "PROPN" || scene.SentenceAt(i).Zone == ZoneKind.Furniture) continue;
            var name = new FoundName(i, 1, NameKind.Place, null, NameSense.Name);
            if (IsCandidate(name) && !IsProper(i - 1) && !IsProper(i + 1) && !IsCommon(scene.Lower(i))) yield return name;
        }
    }

    // Days, months, titles and nouns that describe actors.
    private bool IsCommon(string lower) =>
        scene.Lexicon.Words.IsCalendar(lower) || scene.Lexicon.TitleClass(lower) is not null || scene.Lexicon.Noun(lower) != NounClass.None;

    private bool IsProper(int token) =>
        token >= 0 && token < scene.Tokens.Length && scene.IsCapital(token) && scene.Tokens[token].Upos == "PROPN" && scene.Tokens[token].Span.Length > 1;

    // What one occurrence says for a state: four voices settle it.
    private int Voices(FoundName name, bool[] named)
    {
        if (scene.SentenceAt(name.First).Zone == ZoneKind.Furniture) return 0;
        var head = scene.HeadOf(name.First, name.Count);
        var thing = Thing(name, head);
        var token = Joined(head);
        if (token.Head < 0) return thing;
        var (above, relation) = (scene.Tokens[token.Head], token.Relation);
        var owned = relation == "nmod:poss" || (relation == "nmod" && Owning(token));
        // A person or body has a minister or a government too, if it is a possessor.
        if (owned && Owns(token.Head, scene.Lexicon.Words.IsOfState)) return name.Kind == NameKind.Place || relation == "nmod" ? Enough : 3;
        if (owned && Owns(token.Head, scene.Lexicon.Words.IsOffice)) return name.Kind == NameKind.Place ? Enough : 2;
        if (relation == "compound" && token == scene.Tokens[head] && name.Kind is not NameKind.Organisation && Owns(token.Head, scene.Lexicon.Words.IsOfState)) return 3;
        if (thing > 0) return thing;
        if (relation == "nmod:poss" && scene.Lexicon.Locative("noun", above.Lemma)) return name.Kind == NameKind.Place ? 1 : 0;
        // "Russia, China and X": who is listed with a state is one.
        foreach (var other in scene.Children(head).Append(relation == "conj" ? token.Head : -1))
            if (other >= 0 && other != head && (other == token.Head || scene.Tokens[other].Relation == "conj") && named[other] && KnownState(other)) return name.Kind == NameKind.Place ? 3 : 2;
        if (relation.StartsWith("nsubj", StringComparison.Ordinal) && name.Kind == NameKind.Place && above.Upos == "VERB") return scene.Lexicon.Speaks(above.Lemma) ? 3 : 2;
        if (scene.Lexicon.Locative("preposition", GroupPosition.Preposition(scene, head)) && name.Kind == NameKind.Person) return GroupPosition.Preposition(scene, head) == "in" ? 2 : 1;
        return 0;
    }

    // "ministers of Norway and X": whoever is joined to a name stands where that stands.
    private Token Joined(int head)
    {
        for (var steps = 0; steps < 3 && scene.Tokens[head] is { Relation: "conj", Head: >= 0 and var first } && scene.Tokens[first].Upos == "PROPN"; steps++) head = first;
        return scene.Tokens[head];
    }

    private bool Owning(Token token) => token.Head >= 0 && scene.Children(token.Head).Any(child => scene.Tokens[child] == token && GroupPosition.Preposition(scene, child) is "of");

    // "X, which …", "X says it has …": what is called a thing is no person; bodies are things too.
    private int Thing(FoundName name, int head)
    {
        if (name.Kind == NameKind.Organisation) return 0;
        foreach (var child in scene.Children(head))
            if (child > head && scene.Tokens[child].Relation == "acl:relcl" && scene.Children(child).Any(subject => scene.Tokens[subject].Relation.StartsWith("nsubj", StringComparison.Ordinal) && scene.Lower(subject) == "which")) return 3;
        if (!scene.Tokens[head].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return 0;
        var end = scene.SentenceAt(head).EndToken;
        for (var i = name.End; i < end && !(scene.Tokens[i].Upos == "PROPN" && scene.Tokens[i].Relation != "flat"); i++)
            if (scene.Tokens[i] is { Relation: "nmod:poss" } && scene.Lower(i) == "its") return 2;
        return 0;
    }

    // "X's foreign minister", "the government of X": an office by its last word, in the plural too.
    private bool Owns(int noun, Func<string, bool> list) => list(scene.Tokens[noun].Lemma.ToLowerInvariant()) || list(scene.Lower(noun));

    private bool KnownState(int token) => Listed(token) is { } match && match.Namings[0] is { Entry.Kind: ActorKind.State, Sense: NameSense.Name };

    // Words with a capital that no name covers, or that the tagger took for one, and that are a candidate's name with the ending of an adjective.
    private List<(int Token, string State)> Adjectives()
    {
        var found = new List<(int, string)>();
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            if (scene.Tokens[i].Upos is not ("ADJ" or "PROPN" or "NOUN") || !scene.IsCapital(i) || scene.SentenceAt(i).Zone == ZoneKind.Furniture) continue;
            if (voices.ContainsKey(scene.Form(i)) && scene.Tokens[i].Relation is not ("amod" or "compound")) continue;
            if (StateOf(scene.Form(i)) is { } state && Listed(i) is null) found.Add((i, state));
        }

        return found;
    }

    // The candidate whose adjective a word is.
    private string? StateOf(string word)
    {
        foreach (var written in voices.Keys)
            if (IsAdjectiveOf(word, written)) return written;
        return null;
    }

    // What the world model has at a word.
    private NameMatch? Listed(int token) => scene.World.At(scene.Document.Text, scene.Tokens[token].Span.Start, scene.SentenceAt(token).Span.End);

    private bool IsAdjectiveOf(string word, string name)
    {
        // Whatever the ending, the stem is how both begin.
        if (!word.AsSpan().StartsWith(name.AsSpan(0, Math.Min(ShortestStem, name.Length)), StringComparison.Ordinal)) return false;
        if (word == name || name.Contains(' ', StringComparison.Ordinal)) return false;
        foreach (var ending in scene.Lexicon.Words.Demonyms)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = word[..^ending.Length];
            if (stem.Length >= ShortestStem && name.StartsWith(stem, StringComparison.Ordinal) && name.Length - stem.Length <= 2 && word.Length > name.Length - 2) return true;
        }

        return false;
    }

    private string Written(FoundName name) => NameText.Written(scene.Document.Text, scene.Tokens, name.First, name.Count);
}
