using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Decides which person a name names: full names by their spelling, short names by the full ones near them, by titles and by the world model.</summary>
internal sealed class PersonNames(Scene scene, NameLexicon given)
{
    private readonly List<(Draft Draft, string[] Words)> known = [];
    private readonly HashSet<(Draft Draft, string Words)> remembered = [];
    private readonly Dictionary<string, string> shortKeys = new(StringComparer.Ordinal);

    /// <summary>Takes the document's names of persons, full ones first, so that a short name may come before its full one (headlines).</summary>
    public void Read(List<FoundName> names)
    {
        var persons = names.Where(name => name.Kind == NameKind.Person).Select(Strip).Where(name => name.Count > 0 && (name.Entry is not null || IsPerson(name))).ToList();
        foreach (var name in persons.Where(name => IsFull(name)))
            Mention(Full(name), name);
        Hyphenated();
        foreach (var name in persons.Where(name => !IsFull(name) && !scene.Taken[name.First]))
            Mention(Short(name), name);
        Untagged();
        new KnownPersons(scene).Read();
    }

    // A single word in small letters, or one that goes before a noun ("Republican senators"), is no person.
    private bool IsPerson(FoundName name)
    {
        if (!scene.Document.Form(name.First).ToString().Any(char.IsUpper) && !scene.Document.Form(name.End - 1).ToString().Any(char.IsUpper)) return false;
        if (name.Count > 1) return true;
        var token = scene.Tokens[name.First];
        return token.Upos is not ("VERB" or "ADV" or "ADP" or "AUX" or "ADJ" or "DET" or "PRON") && (token.Relation is not ("amod" or "compound") || token.Head < 0 || scene.IsName(token.Head) || token.Head < name.First);
    }

    private bool IsFull(FoundName name) => name.Entry is not null || Words(name).Length > 1;

    private void Mention(Draft draft, FoundName name) => scene.Add(draft, name.First, name.Count, MentionKind.Name);

    // Titles at the front and what the tagger took with the name at its end do not belong to it.
    private FoundName Strip(FoundName name)
    {
        int first = name.First, end = name.End;
        if (name.Entry is null)
        {
            while (first < end && TitleAt(first, end) is > 0 and var length) first += length;
            while (end > first && (scene.IsPossessive(end - 1) || !char.IsLetter(scene.Document.Form(end - 1)[0]))) end--;
        }

        return Headline(name with { First = first, Count = end - first });
    }

    // How many words a title has that begins there, the longest that the lexicon knows: "Deputy Secretary-General"; 0 for none.
    private int TitleAt(int first, int end)
    {
        for (var length = Math.Min(ActorLexicon.LongestTitle, end - first); length > 1; length--)
            if (scene.Lexicon.TitleClass(NameText.Written(scene.Document.Text, scene.Tokens, first, length).ToLowerInvariant()) is not null) return length;
        return scene.Lexicon.TitleClass(scene.Lower(first)) is not null ? 1 : 0;
    }

    // "Putin Plays Hardball": in headlines every word has a capital; a family name that everybody knows stands first, what follows is no name.
    private FoundName Headline(FoundName name)
    {
        if (name.Count < 2 || name.Entry is not null || given.Gender(scene.Document.Form(name.First)) != '\0') return name;
        var known = scene.World.PersonsByShortName(scene.Form(name.First)).Any(entry =>
            entry.Name.EndsWith(entry.ShortName!, StringComparison.Ordinal) && (scene.Day is not { } day || World.PostOf(entry, day) is not null));
        return known && scene.World.Persons(Written(name)).Count == 0 ? name with { Count = 1 } : name;
    }

    private Draft Full(FoundName name)
    {
        var words = Words(name);
        var written = Written(name);
        if (name.Entry is { } entry) return Remember(scene.Of(entry), words);
        var candidates = scene.World.Persons(written);
        if (candidates.Count > 0) return Remember(scene.Of(Pick(candidates)), words);
        foreach (var (draft, other) in known)
            if (SamePerson(words, other))
            {
                if (draft.Entry is null && written.Length > draft.Name.Length) draft.Name = written;
                return Remember(draft, words);
            }

        var made = scene.New(ActorKind.Person, written);
        made.Gender = GenderOf(name);
        return Remember(made, words);
    }

    private Draft Short(FoundName name)
    {
        var words = Words(name);
        var word = words.Length > 0 ? words[0] : "";
        Draft? best = null;
        var distance = int.MaxValue;
        foreach (var (draft, other) in known)
        {
            if (!other.Contains(word) && !(draft.Entry?.ShortName is { } shortName && KeyOf(shortName) == word)) continue;
            var within = other.Length > 0 && ((other[^1] != word && other[0] != word) || IsPartOfGiven(draft.Name, word));
            foreach (var mention in draft.Mentions)
            {
                var gap = name.First - mention.HeadToken;
                gap = gap < 0 ? 100_000 - gap : gap;
                if (within) gap += 50_000;
                if (gap < distance) (best, distance) = (draft, gap);
            }
        }

        if (best is not null) return best;
        var candidates = scene.World.PersonsByShortName(Written(name)).Where(entry => scene.Day is not { } day || World.PostOf(entry, day) is not null || entry.Posts.IsEmpty).ToList();
        if (candidates.Count > 1) candidates = [.. candidates.Where(entry => !entry.Posts.IsEmpty)];
        if (candidates.Count >= 1 && (candidates.Count == 1 || candidates.Select(entry => entry.Slug).Distinct().Count() == 1))
            return Remember(scene.Of(candidates[0]), words);
        var made = scene.New(ActorKind.Person, Written(name));
        made.Gender = GenderOf(name);
        return Remember(made, words);
    }

    // "Chen" is no part of "Wu Shu-chen" that stands for her where another is named Chen.
    private bool IsPartOfGiven(string name, string word)
    {
        var parts = name.Split(' ');
        return name.Contains('-', StringComparison.Ordinal) && !parts.Any(part => KeyOf(part) == word) && parts.Any(part => part.Contains('-', StringComparison.Ordinal) && part.Split('-').Any(half => KeyOf(half) == word));
    }

    // Family names of persons already named, where neither the tagger nor the world model saw a name.
    private void Untagged()
    {
        var byForm = new Dictionary<string, Draft?>(StringComparer.Ordinal);
        foreach (var (draft, _) in known)
            foreach (var form in draft.Mentions.Select(mention => scene.Form(mention.Span.End > 0 ? Last(mention) : mention.HeadToken)).Distinct())
                byForm[form] = byForm.TryGetValue(form, out var other) && other != draft ? null : draft;
        var lookup = byForm.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            if (scene.Taken[i] || scene.SentenceAt(i).Zone == ZoneKind.Furniture || scene.Document.Form(i).Length < 3) continue;
            if (!scene.IsCapital(i)) continue;
            if (lookup.TryGetValue(scene.Document.Form(i), out var draft) && draft is not null)
            {
                if (scene.Tokens[i].Upos is "PROPN" or "NOUN" or "X" or "") scene.Add(draft, i, 1, MentionKind.Name);
            }
        }
    }

    // Words with a hyphen that are part of a full name ("Min-ho" of "Kang Min-ho"), which the tagger takes for something else where they stand alone.
    private void Hyphenated()
    {
        var text = scene.Document.Text;
        var words = new Dictionary<string, Draft?>(StringComparer.Ordinal);
        foreach (var (draft, _) in known)
            foreach (var mention in draft.Mentions)
                foreach (var word in mention.Span.Slice(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    if (word.Length > 4 && word.Length < mention.Span.Length && word.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && hyphen < word.Length - 1)
                        words[word] = words.TryGetValue(word, out var other) && other != draft ? null : draft;
        if (words.Count == 0) return;
        for (var i = 0; i < scene.Tokens.Length; i++)
        {
            if (scene.Taken[i] || scene.SentenceAt(i).Zone == ZoneKind.Furniture) continue;
            var end = i + 1;
            while (end < scene.SentenceAt(i).EndToken && end - i < 5 && scene.Tokens[end].Span.Start == scene.Tokens[end - 1].Span.End && (scene.Document.Form(end) is "-" || scene.Document.Form(end - 1) is "-")) end++;
            if (words.GetValueOrDefault(scene.Text(i, end - i)) is { } draft) scene.Add(draft, i, end - i, MentionKind.Name);
        }
    }

    private int Last(DraftMention mention)
    {
        var i = mention.HeadToken;
        while (i + 1 < scene.Tokens.Length && scene.Tokens[i + 1].Span.End <= mention.Span.End) i++;
        return i;
    }

    private WorldEntry Pick(IReadOnlyList<WorldEntry> candidates)
    {
        if (scene.Day is { } day)
            foreach (var entry in candidates)
                if (World.PostOf(entry, day) is not null) return entry;
        return candidates[0];
    }

    private string KeyOf(string shortName)
    {
        if (!shortKeys.TryGetValue(shortName, out var key)) shortKeys[shortName] = key = scene.World.Spelling.Key(shortName);
        return key;
    }

    private Draft Remember(Draft draft, string[] words)
    {
        if (remembered.Add((draft, string.Join(' ', words)))) known.Add((draft, words));
        return draft;
    }

    private static bool SamePerson(string[] a, string[] b)
    {
        if (b.Length < 2 || a.Length < 2) return false;
        if (a[^1] == b[^1] && (a[0] == b[0] || (a[0].Length == 1 && b[0].StartsWith(a[0], StringComparison.Ordinal)))) return true;
        return a.SequenceEqual(b) || (a.Length != b.Length && (a.Length < b.Length ? a.All(b.Contains) : b.All(a.Contains)));
    }

    private char GenderOf(FoundName name) => given.Gender(scene.Document.Form(name.First)) is var gender && gender != 'u' ? gender : '\0';

    private string Written(FoundName name) => NameText.Written(scene.Document.Text, scene.Tokens, name.First, name.Count);

    private string[] Words(FoundName name) =>
        [.. scene.World.Spelling.Key(Written(name)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("al" or "el" or "bin" or "von" or "van" or "de"))];
}
