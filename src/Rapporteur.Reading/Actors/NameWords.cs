namespace Rapporteur.Reading;

/// <summary>Words by which names that nobody has seen before are told apart (<c>name-words.tsv</c>); immutable.</summary>
internal sealed class NameWords
{
    private readonly HashSet<string> bodies, particles, calendar, regions, titles, ofStates, offices;

    /// <summary>Reads the lists.</summary>
    public NameWords(DataFolder data)
    {
        var classes = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/name-words.tsv", 2))
        {
            if (!classes.TryGetValue(field[0], out var words)) classes[field[0]] = words = new HashSet<string>(StringComparer.Ordinal);
            words.Add(field[1]);
        }

        (bodies, particles, calendar, regions) = (classes["body"], classes["particle"], classes["calendar"], classes["region"]);
        (titles, ofStates, offices) = (classes["title"], classes["state"], classes["office"]);
        Demonyms = [.. classes["demonym"].OrderByDescending(ending => ending.Length).ThenBy(ending => ending, StringComparer.Ordinal)];
    }

    /// <summary>Endings of adjectives of states, longer ones first.</summary>
    public IReadOnlyList<string> Demonyms { get; }

    /// <summary>Whether a name that ends so is a body's.</summary>
    public bool IsBody(string lower) => bodies.Contains(lower);

    /// <summary>Whether it is a small word inside the names of persons.</summary>
    public bool IsParticle(string lower) => particles.Contains(lower);

    /// <summary>Whether it has a capital and names no actor.</summary>
    public bool IsCalendar(string lower) => calendar.Contains(lower);

    /// <summary>Whether it names a region that is no state.</summary>
    public bool IsRegion(string lower) => regions.Contains(lower);

    /// <summary>Titles of persons beside those of <c>titles.tsv</c>.</summary>
    public bool IsTitle(string lower) => titles.Contains(lower);

    /// <summary>Whether only a state has it.</summary>
    public bool IsOfState(string lemma) => ofStates.Contains(lemma);

    /// <summary>Whether a state or a body has it.</summary>
    public bool IsOffice(string lemma) => offices.Contains(lemma);
}
