namespace Rapporteur.Reading;

/// <summary>Finds the longest known name that begins at an offset of a text, whatever the tokens.</summary>
internal sealed class NameIndex
{
    private sealed record Known(string Name, List<Naming> Namings, bool Doubtful);

    private readonly Dictionary<string, Known> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known[]>.AlternateLookup<ReadOnlySpan<char>> byFirstWord;
    private readonly HashSet<string> doubtful;

    public NameIndex(IEnumerable<(string Name, Naming Naming)> names, HashSet<string> doubtful, Dictionary<string, string> shared)
    {
        this.doubtful = doubtful;
        foreach (var (name, naming) in names) Add(name, naming);
        foreach (var (name, slug) in shared)
            if (byName.TryGetValue(name, out var several) && several.Namings.FindIndex(naming => naming.Entry?.Slug == slug) is var first and > 0)
            {
                var meant = several.Namings[first];
                several.Namings.RemoveAt(first);
                several.Namings.Insert(0, meant);
            }

        var groups = new Dictionary<string, List<Known>>(StringComparer.Ordinal);
        foreach (var known in byName.Values)
        {
            var first = FirstWord(known.Name).ToString();
            if (!groups.TryGetValue(first, out var list)) groups[first] = list = [];
            list.Add(known);
        }

        var sorted = new Dictionary<string, Known[]>(StringComparer.Ordinal);
        foreach (var (word, list) in groups)
        {
            list.Sort((a, b) => a.Name.Length != b.Name.Length ? b.Name.Length.CompareTo(a.Name.Length) : string.CompareOrdinal(a.Name, b.Name));
            sorted[word] = [.. list];
        }

        byFirstWord = sorted.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<Naming> Named(string name) => byName.TryGetValue(name, out var known) ? known.Namings : [];

    public NameMatch? At(string text, int start, int end)
    {
        if (!byFirstWord.TryGetValue(FirstWord(text.AsSpan(start, end - start)), out var candidates)) return null;
        foreach (var known in candidates)
        {
            var length = MatchLength(text, start, end, known.Name);
            if (length > 0) return new NameMatch(length, known.Namings, known.Doubtful);
        }

        return null;
    }

    private void Add(string name, Naming naming)
    {
        if (!byName.TryGetValue(name, out var known)) byName[name] = known = new Known(name, [], doubtful.Contains(name));
        if (!known.Namings.Contains(naming)) known.Namings.Add(naming);
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetterOrDigit(text[length])) length++;
        return text[..length];
    }

    private static int MatchLength(string text, int start, int end, string name)
    {
        var at = start;
        foreach (var letter in name)
        {
            if (at >= end) return 0;
            var found = text[at];
            if (letter == ' ')
            {
                if (!char.IsWhiteSpace(found)) return 0;
                while (at < end && char.IsWhiteSpace(text[at])) at++;
                continue;
            }

            if (found is '’' or '‘') found = '\'';
            else if (found is '‐' or '‑') found = '-';
            if (found != letter) return 0;
            at++;
        }

        if (at < end && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1])) return 0;
        return at - start;
    }
}
