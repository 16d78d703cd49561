using System.Text;

namespace Rapporteur.Reading;

/// <summary>Makes the spellings of one name comparable: letters without marks, and rules for the usual ways of writing foreign names.
/// Keys are for comparing only and are never shown.</summary>
public sealed class Spelling
{
    private readonly Dictionary<char, string> letters = [];
    private readonly Dictionary<string, string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> articles = new(StringComparer.Ordinal);
    private readonly List<(string From, string To)> start = [], end = [], any = [];

    private Spelling()
    {
    }

    /// <summary>Reads <c>data/lexicons/names/letters.tsv</c> and <c>spellings.tsv</c>.</summary>
    /// <param name="data">The data folder.</param>
    public static Spelling Load(DataFolder data)
    {
        var spelling = new Spelling();
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/letters.tsv", 2))
            foreach (var letter in field[1]) spelling.letters[letter] = field[0];
        foreach (var field in WorldFiles.Rows(data, "lexicons/names/spellings.tsv", 3))
            switch (field[0])
            {
                case "word": spelling.words[field[1]] = field[2]; break;
                case "start": spelling.start.Add((field[1], field[2])); break;
                case "end": spelling.end.Add((field[1], field[2])); break;
                case "article": spelling.articles.Add(field[1]); break;
                case "any": spelling.any.Add((field[1], field[2])); break;
                default: throw new InvalidDataException($"spellings.tsv: unknown place \"{field[0]}\".");
            }

        return spelling;
    }

    /// <summary>Lower case, marks taken off letters, plain apostrophes and hyphens.</summary>
    /// <param name="name">A name or word.</param>
    public string Fold(string name)
    {
        var lower = name.ToLowerInvariant();
        if (System.Text.Ascii.IsValid(lower)) return lower;
        var built = new StringBuilder(lower.Length);
        foreach (var letter in lower)
            if (letter < 0x80) built.Append(letter);
            else if (letters.TryGetValue(letter, out var plain)) built.Append(plain);
            else built.Append(letter);
        return built.ToString();
    }

    /// <summary>One key for all spellings of a name; its words joined by one space, hyphens, points and apostrophes dropped.</summary>
    /// <param name="name">A name as written.</param>
    public string Key(string name)
    {
        var built = new StringBuilder(name.Length);
        foreach (var part in Fold(name).Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.Replace("'", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
            if (word.Length == 0) continue;
            if (built.Length > 0) built.Append(' ');
            built.Append(WordKey(word));
        }

        return built.ToString();
    }

    /// <summary>The key without an article before the name, so that "al-Sisi", "el-Sisi" and "Sisi" are one.</summary>
    /// <param name="name">A name as written.</param>
    public string KeyWithoutArticle(string name)
    {
        var key = Key(name);
        var gap = key.IndexOf(' ', StringComparison.Ordinal);
        return gap > 0 && articles.Contains(key[..gap]) ? key[(gap + 1)..] : key;
    }

    private string WordKey(string word)
    {
        if (words.TryGetValue(word, out var whole)) word = whole;
        if (word.Length < 4) return word;
        foreach (var (from, to) in start)
            if (word.StartsWith(from, StringComparison.Ordinal)) word = to + word[from.Length..];
        foreach (var (from, to) in end)
            if (word.EndsWith(from, StringComparison.Ordinal)) word = word[..^from.Length] + to;
        foreach (var (from, to) in any) word = word.Replace(from, to, StringComparison.Ordinal);
        var built = new StringBuilder(word.Length);
        foreach (var letter in word)
            if (built.Length == 0 || built[^1] != letter) built.Append(letter);
        return built.ToString();
    }
}
