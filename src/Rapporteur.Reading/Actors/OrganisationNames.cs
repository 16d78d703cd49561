using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Names of bodies that the tagger found: one actor for each, with its acronym and its shorter forms.</summary>
internal sealed class OrganisationNames(Scene scene)
{
    private readonly List<(string Key, Draft Draft)> known = [];
    private readonly Dictionary<string, Draft> firstKnown = new(StringComparer.Ordinal);
    private readonly Dictionary<Draft, (int Mentions, HashSet<string> Keys)> spelled = [];

    public void Read(List<FoundName> names)
    {
        foreach (var name in names.Where(name => name.Kind == NameKind.Organisation))
        {
            if (name.Entry is not null || Stripped(name) is not { Count: > 0 } found || scene.Taken[found.First]) continue;
            var written = NameText.Written(scene.Document.Text, scene.Tokens, found.First, found.Count);
            if (!written.Any(char.IsUpper) || scene.Tokens[scene.HeadOf(found.First, found.Count)].Upos is "ADJ" or "VERB" or "ADV") continue;
            scene.Add(Bracketed(found) ?? Resolve(written, found), found.First, found.Count, MentionKind.Name);
        }

        Acronyms();
    }

    // Capitals in brackets that the tagger took for no name, and wherever they come again.
    private void Acronyms()
    {
        var byForm = new Dictionary<string, Draft>(StringComparer.Ordinal);
        for (var i = 2; i + 1 < scene.Tokens.Length; i++)
        {
            if (scene.Document.Form(i + 1) is not ")" || scene.Document.Form(i - 1) is not "(" || scene.Owner[i - 2] is not { Kind: ActorKind.Organisation or ActorKind.Group } before) continue;
            if (IsAcronym(scene.Form(i), before.Name) || before.Mentions.Any(mention => IsAcronym(scene.Form(i), mention.Span.Slice(scene.Document.Text)))) byForm[scene.Form(i)] = before;
        }

        for (var i = 0; byForm.Count > 0 && i < scene.Tokens.Length; i++)
            if (!scene.Taken[i] && scene.SentenceAt(i).Zone != ZoneKind.Furniture && byForm.TryGetValue(scene.Form(i), out var draft)) scene.Add(draft, i, 1, MentionKind.Name);
    }

    // "International Atomic Energy Agency (IAEA)": capitals in brackets name what stands before them.
    private Draft? Bracketed(FoundName name)
    {
        if (name.Count != 1 || name.First < 2 || scene.Document.Form(name.First - 1) is not "(" || scene.Owner[name.First - 2] is not { Kind: ActorKind.Organisation or ActorKind.Group } before) return null;
        foreach (var letter in scene.Document.Form(name.First))
            if (!char.IsUpper(letter)) return null;
        return Remember(scene.World.Spelling.Key(scene.Form(name.First)), before);
    }

    private FoundName Stripped(FoundName name)
    {
        int first = name.First, end = name.End;
        while (first < end && scene.Lower(first) is "the" or "a" or "an") first++;
        while (end > first && (scene.IsPossessive(end - 1) || !char.IsLetterOrDigit(scene.Document.Form(end - 1)[^1]))) end--;
        return name with { First = first, Count = end - first };
    }

    private Draft Resolve(string written, FoundName name)
    {
        var key = scene.World.Spelling.Key(written);
        if (firstKnown.TryGetValue(key, out var sure)) return sure;
        foreach (var (other, draft) in known)
            if (Shortens(written, key, other, draft.Name) || Shortens(draft.Name, other, key, written)) return Remember(key, draft);
        foreach (var draft in scene.Drafts)
            if (draft.Kind == ActorKind.Organisation && draft.Entry is not null && IsAcronym(written, draft.Name)) return Remember(key, draft);
        foreach (var draft in scene.Drafts)
            if (draft.Kind == ActorKind.Person && IsPartOf(key, draft)) return draft;
        var made = scene.New(ActorKind.Organisation, written);
        if (scene.World.At(scene.Document.Text, scene.Tokens[name.First].Span.Start, scene.Tokens[name.End - 1].Span.End) is { } match
            && match.Namings[0] is { Entry.Kind: ActorKind.State } owner)
            made.Of = OwnerOf(owner.Entry);
        return Remember(key, made);
    }

    // The family name, or any other word of a person's name: a name that stands alone after the full one is that person's.
    private bool IsPartOf(string key, Draft person) =>
        Keys(person).Any(spelling => spelling.Contains(" " + key + " ", StringComparison.Ordinal))
        || (" " + scene.World.Spelling.Key(person.Name)).EndsWith(" " + key, StringComparison.Ordinal);

    // How a person is written so far, each spelling once, between spaces.
    private HashSet<string> Keys(Draft person)
    {
        var (count, keys) = spelled.GetValueOrDefault(person, (0, new(StringComparer.Ordinal)));
        for (; count < person.Mentions.Count; count++) keys.Add(" " + scene.World.Spelling.Key(person.Mentions[count].Span.Slice(scene.Document.Text)) + " ");
        spelled[person] = (count, keys);
        return keys;
    }

    private Draft? OwnerOf(WorldEntry entry) => scene.Drafts.FirstOrDefault(draft => draft.Entry == entry);

    private Draft Remember(string key, Draft draft)
    {
        known.Add((key, draft));
        firstKnown.TryAdd(key, draft);
        return draft;
    }

    private static bool Shortens(string shorter, string shortKey, string longKey, string longer)
    {
        if (shortKey.Length >= longKey.Length) return false;
        if (IsAcronym(shorter, longer)) return true;
        return shortKey.Length > 3 && (longKey.StartsWith(shortKey + " ", StringComparison.Ordinal) || longKey.EndsWith(" " + shortKey, StringComparison.Ordinal));
    }

    // Capital letters of one word against the initials of the words of a name, small words counted or not.
    private static bool IsAcronym(string acronym, string name)
    {
        var letters = acronym.Replace(".", "", StringComparison.Ordinal);
        if (letters.Length is < 2 or > 7 || !letters.All(char.IsUpper)) return false;
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return false;
        var capitals = string.Concat(words.Where(word => char.IsUpper(word[0])).Select(word => word[0]));
        var all = string.Concat(words.Select(word => char.ToUpperInvariant(word[0])));
        return capitals == letters || all == letters;
    }
}
