namespace Rapporteur.Reading;

/// <summary>Words by which names that nobody has seen before are told apart (<c>name-words.tsv</c>); immutable.</summary>
internal sealed class NameWords
{
    private readonly Dictionary<string, HashSet<string>> classes = new(StringComparer.Ordinal);

    public NameWords(DataFolder data)
    {
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/name-words.tsv", 2))
        {
            if (!classes.TryGetValue(field[0], out var words)) classes[field[0]] = words = new HashSet<string>(StringComparer.Ordinal);
            words.Add(field[1]);
        }

        Demonyms = [.. classes["demonym"].OrderByDescending(ending => ending.Length).ThenBy(ending => ending, StringComparer.Ordinal)];
    }

    /// <summary>Endings of adjectives of states, longer ones first.</summary>
    public IReadOnlyList<string> Demonyms { get; }

    /// <summary>Whether a name that ends so is a body's.</summary>
    public bool IsBody(string lower) => classes["body"].Contains(lower);

    /// <summary>Whether it is a small word inside the names of persons.</summary>
    public bool IsParticle(string lower) => classes["particle"].Contains(lower);

    /// <summary>Whether it has a capital and names no actor.</summary>
    public bool IsCalendar(string lower) => classes["calendar"].Contains(lower);

    /// <summary>Whether it names a region that is no state.</summary>
    public bool IsRegion(string lower) => classes["region"].Contains(lower);

    /// <summary>Titles of persons beside those of <c>titles.tsv</c>.</summary>
    public bool IsTitle(string lower) => classes["title"].Contains(lower);

    /// <summary>Whether only a state has it.</summary>
    public bool IsOfState(string lemma) => classes["state"].Contains(lemma);

    /// <summary>Whether a state or a body has it.</summary>
    public bool IsOffice(string lemma) => classes["office"].Contains(lemma);
}
