namespace Rapporteur.Reading;

/// <summary>What a noun that describes an actor stands for.</summary>
internal enum NounClass
{
    None,
    Source,
    Office,
    People,
    Force,
    Body,
    Polity,
    Namesake,
    Calling,
}

/// <summary>A personal or possessive pronoun.</summary>
/// <param name="Person">1, 2 or 3.</param>
/// <param name="Plural">Whether it is a plural form.</param>
/// <param name="Gender">m, f, n, or - for any.</param>
internal readonly record struct PronounForm(int Person, bool Plural, char Gender);

/// <summary>Word lists by which actors are found; immutable.</summary>
internal sealed class ActorLexicon
{
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NounClass> nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PronounForm> pronouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> locatives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> issuing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> passing = new(StringComparer.Ordinal);
    private readonly HashSet<string> speech = new(StringComparer.Ordinal);

    public ActorLexicon(DataFolder data, MetonymyCues? cues = null)
    {
        Cues = cues ?? MetonymyCues.Load(data);
        Words = new NameWords(data);
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/titles.tsv", 2)) titles[field[0]] = field[1];
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/groups.tsv", 2))
            nouns.TryAdd(field[0], Enum.Parse<NounClass>(field[1], ignoreCase: true));
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/pronouns.tsv", 4))
            pronouns[field[0]] = new PronounForm(field[1][0] - '0', field[2] == "p", field[3][0]);
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/locatives.tsv", 2))
        {
            if (!locatives.TryGetValue(field[0], out var list)) locatives[field[0]] = list = new HashSet<string>(StringComparer.Ordinal);
            list.Add(field[1]);
        }

        foreach (var field in WorldFiles.Rows(data, "lexicons/names/texts.tsv", 2))
        {
            if (field[0] == "issue") issuing.Add(field[1]);
            else texts[field[1]] = field[0];
        }

        foreach (var field in WorldFiles.Rows(data, "lexicons/names/passing.tsv", 2)) passing[field[0]] = field[1] == "folk";
        foreach (var line in data.Lines("lexicons/names/speech.txt")) speech.Add(line);
    }

    /// <summary>What tells whether a place name stands for those who act there.</summary>
    public MetonymyCues Cues { get; }

    /// <summary>Words by which unseen names are told apart.</summary>
    public NameWords Words { get; }

    /// <summary>Most tokens of a title that are looked up together: "Commander-in-Chief".</summary>
    public const int LongestTitle = 5;

    /// <summary>Class of a title (form, office, rank, profession), or null.</summary>
    public string? TitleClass(string lower) => titles.GetValueOrDefault(lower) ?? (Words.IsTitle(lower) ? "rank" : null);

    /// <summary>What a noun that describes an actor stands for; titles that are not listed are callings.</summary>
    public NounClass Noun(string lemma) => nouns.TryGetValue(lemma, out var noun) ? noun : TitleClass(lemma) is not null ? NounClass.Calling : NounClass.None;

    /// <summary>Whether a noun stands for people (true) or a body (false) that may act without a name; null for neither.</summary>
    public bool? IsFolk(string lemma) => passing.TryGetValue(lemma, out var folk) ? folk : null;

    public PronounForm? Pronoun(string lower) => pronouns.TryGetValue(lower, out var form) ? form : null;

    /// <summary>Whether a lemma is in a class of <c>locatives.tsv</c>.</summary>
    public bool Locative(string kind, string lemma) => locatives[kind].Contains(lemma);

    /// <summary>Kind of a text that somebody issues (law, word), by its noun; null for what is none.</summary>
    public string? Text(string lemma) => texts.GetValueOrDefault(lemma);

    /// <summary>Whether a verb has a text for its object and its author for its subject.</summary>
    public bool Issues(string lemma) => issuing.Contains(lemma);

    /// <summary>Whether what follows the verb with "on" brings the text to the public.</summary>
    public bool Airs(string lemma) => Locative("air", lemma);

    public bool Speaks(string lemma) => speech.Contains(lemma);
}
