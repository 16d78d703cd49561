using System.Collections.Frozen;
using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>An edit that makes a lemma of a word: how many characters to cut at the end and what to append.</summary>
/// <param name="Cut">Characters cut at the end.</param>
/// <param name="Append">What is appended.</param>
/// <param name="KeepCase">Whether capitals stay, as in names.</param>
internal readonly record struct LemmaEdit(int Cut, string Append, bool KeepCase);

/// <summary>Lemmas by word and tag: exceptions first, then the edit of the longest known ending. Learnt from treebanks. Thread-safe.</summary>
internal sealed class Lemmatizer
{
    /// <summary>Longest ending that a rule looks at, in UTF-16 code units.</summary>
    public const int LongestEnding = 5;

    private readonly FrozenDictionary<string, LemmaEdit>.AlternateLookup<ReadOnlySpan<char>> rules;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> exceptions;
    private readonly string[] rows;

    /// <summary>Makes a lemmatizer of rows <c>tag TAB ending TAB cut TAB append TAB keep</c> and <c>tag TAB word TAB lemma</c>; the tag is the joint tag.</summary>
    public Lemmatizer(string[] rows)
    {
        this.rows = rows;
        var edits = new Dictionary<string, LemmaEdit>(StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var fields = row.Split('\t');
            if (fields.Length == 3) words[fields[0] + '\t' + fields[1]] = fields[2];
            else edits[fields[0] + '\t' + fields[1]] = new(int.Parse(fields[2], CultureInfo.InvariantCulture), fields[3], fields[4] == "1");
        }

        rules = edits.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        exceptions = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The rows it was made of.</summary>
    public IReadOnlyList<string> Rows => rows;

    /// <summary>Lemma of a word.</summary>
    /// <param name="word">As written.</param>
    /// <param name="tag">Its joint tag, such as <c>VERB|VBD</c>.</param>
    public string Lemma(ReadOnlySpan<char> word, string tag)
    {
        if (word.Length > 60) return word.ToString();
        Span<char> key = stackalloc char[tag.Length + 1 + word.Length];
        tag.CopyTo(key);
        key[tag.Length] = '\t';
        var lower = key[(tag.Length + 1)..];
        for (var i = 0; i < word.Length; i++) lower[i] = Typewriter(char.ToLowerInvariant(word[i]));
        if (exceptions.TryGetValue(key, out var known)) return known;
        Span<char> ending = stackalloc char[tag.Length + 1 + LongestEnding];
        key[..(tag.Length + 1)].CopyTo(ending);
        for (var length = Math.Min(LongestEnding, word.Length); length >= 0; length--)
        {
            lower[^length..].CopyTo(ending[(tag.Length + 1)..]);
            if (!rules.TryGetValue(ending[..(tag.Length + 1 + length)], out var edit) || edit.Cut > word.Length - (edit.Append.Length == 0 ? 1 : 0)) continue;
            var kept = word.Length - edit.Cut;
            return string.Concat(edit.KeepCase ? Plain(word[..kept]) : lower[..kept], edit.Append);
        }

        return lower.ToString();
    }

    /// <summary>Typographic apostrophes and quotation marks as the treebanks write them.</summary>
    public static char Typewriter(char c) => c switch
    {
        '\u2019' or '\u2018' or '\u02bc' => '\'',
        '\u201c' or '\u201d' => '"',
        _ => c,
    };

    private static string Plain(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++) plain[i] = Typewriter(word[i]);
        return plain.ToString();
    }
}
