using System.Buffers;
using System.Collections.Frozen;

namespace Rapporteur.Reading;

/// <summary>Mends lemmas of verbs that the learnt rules make into words that nobody uses: irregular forms come from a list, regular ones are undone into a word that is known. Thread-safe.</summary>
internal sealed class LemmaRepair
{
    /// <summary>Where the irregular forms lie below the data folder.</summary>
    public const string File = "lexicons/text/irregular-verbs.tsv";

    private const int Longest = 40;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private readonly SyntaxNetwork _words;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _irregular;

    /// <summary>Loads the irregular forms.</summary>
    /// <param name="data">Where they lie.</param>
    /// <param name="words">The words that are known.</param>
    public LemmaRepair(DataFolder data, SyntaxNetwork words)
    {
        _words = words;
        _irregular = data.Lines(File).Select(line => line.Split('\t')).ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The lemma itself where it will do, otherwise a better one.</summary>
    /// <param name="word">As written.</param>
    /// <param name="xpos">Its Penn Treebank tag.</param>
    /// <param name="lemma">What the rules made of it.</param>
    public string Mend(ReadOnlySpan<char> word, string xpos, string lemma)
    {
        if (xpos is not ("VBD" or "VBN" or "VBG") || word.Length is < 3 or > Longest) return lemma;
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        if (xpos is not "VBG" && _irregular.TryGetValue(lower, out var verb)) return verb;
        var ending = xpos is "VBG" ? "ing" : "ed";
        if (KeepsDouble(lower, ending)) return lower[..^ending.Length].ToString();
        return _words.Knows(lemma) ? lemma : Undo(lower, ending) ?? lemma;
    }

    // "shelled" is of "shell", as "passed" of "pass": after one vowel these consonants are not doubled by the ending.
    private bool KeepsDouble(ReadOnlySpan<char> word, string ending)
    {
        if (!word.EndsWith(ending)) return false;
        var stem = word[..^ending.Length];
        if (stem.Length < 4 || stem[^1] != stem[^2] || stem[^1] is not ('l' or 's' or 'f' or 'z')) return false;
        return stem.IndexOfAny(Vowels) is var first and >= 0 && stem.LastIndexOfAny(Vowels) is var last && last - first < 2 && _words.Knows(stem);
    }

    private string? Undo(ReadOnlySpan<char> word, string ending)
    {
        if (!word.EndsWith(ending)) return _words.Knows(word) ? word.ToString() : null;
        var stem = word[..^ending.Length];
        if (stem.Length < 2) return null;
        Span<char> changed = stackalloc char[stem.Length + 1];
        stem.CopyTo(changed);
        changed[^1] = 'e';
        if (stem[^1] == stem[^2] && _words.Knows(stem[..^1])) return stem[..^1].ToString();
        if (_words.Knows(changed)) return changed.ToString();
        if (_words.Knows(stem)) return stem.ToString();
        if (stem[^1] == 'i')
        {
            changed[stem.Length - 1] = 'y';
            if (_words.Knows(changed[..stem.Length])) return changed[..stem.Length].ToString();
        }

        return _words.Knows(word) ? word.ToString() : null;
    }
}
