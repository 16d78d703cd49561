using System.Collections.Frozen;
using System.Text;

namespace Rapporteur.Reading;

/// <summary>Lists of words by which lines are told apart (<c>data/sources</c>), in named sections; immutable.</summary>
internal sealed class LineCues
{
    private readonly FrozenDictionary<string, Section> sections;

    private LineCues(FrozenDictionary<string, Section> sections, IReadOnlyList<string> examples)
    {
        this.sections = sections;
        Examples = examples;
    }

    /// <summary>The lines <c>+place words</c> and <c>-place words</c> of the file, for the tests.</summary>
    public IReadOnlyList<string> Examples { get; }

    public static LineCues Load(DataFolder data, string path)
    {
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var examples = new List<string>();
        List<string>? current = null;
        foreach (var line in data.Lines(path))
        {
            if (line[0] == '@') lists[line[1..].Trim()] = current = [];
            else if (line[0] == '+' || (line[0] == '-' && line.StartsWith("-any", StringComparison.Ordinal))) examples.Add(line);
            else current?.Add(line.Trim());
        }

        return new(lists.ToFrozenDictionary(pair => pair.Key, pair => new Section(pair.Value), StringComparer.Ordinal), examples);
    }

    /// <summary>The entries of a section; empty where it is missing.</summary>
    public IReadOnlyList<string> All(string section) => sections.TryGetValue(section, out var s) ? s.Entries : [];

    /// <summary>Whether the whole of a folded line is in the section.</summary>
    public bool Is(string section, string folded) => sections.TryGetValue(section, out var s) && s.Whole.Contains(Core(folded));

    /// <summary>Whether a folded line begins with an entry of the section, at a word's end.</summary>
    public bool Begins(string section, string folded)
    {
        if (!sections.TryGetValue(section, out var s)) return false;
        var line = Core(folded).AsSpan();
        if (line.IsEmpty) return false;
        foreach (var cue in s.ByFirst(line[0]))
            if (line.StartsWith(cue, StringComparison.Ordinal) && (line.Length == cue.Length || !char.IsLetterOrDigit(cue[^1]) || !char.IsLetterOrDigit(line[cue.Length]))) return true;
        return false;
    }

    /// <summary>Whether a folded line, brackets at its start kept, begins with an entry of the section.</summary>
    public bool BeginsRaw(string section, string folded)
    {
        if (!sections.TryGetValue(section, out var s) || folded.Length == 0) return false;
        foreach (var cue in s.ByFirst(folded[0]))
            if (folded.StartsWith(cue, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether a folded line ends with an entry of the section; a final full stop or bracket is overlooked.</summary>
    public bool Ends(string section, string folded)
    {
        if (!sections.TryGetValue(section, out var s)) return false;
        var bare = folded.AsSpan().TrimEnd(". ");
        foreach (var cue in s.Entries)
        {
            if (bare.EndsWith(cue, StringComparison.Ordinal) && AtWord(bare, bare.Length - cue.Length)) return true;
            var open = bare.TrimEnd(")]");
            if (open.Length != bare.Length && open.EndsWith(cue, StringComparison.Ordinal) && AtWord(open, open.Length - cue.Length)) return true;
        }

        return false;
    }

    /// <summary>Whether a folded line holds an entry of the section.</summary>
    public bool Holds(string section, string folded)
    {
        if (!sections.TryGetValue(section, out var s)) return false;
        foreach (var cue in s.Entries)
        {
            var at = folded.IndexOf(cue, StringComparison.Ordinal);
            if (at >= 0 && AtWord(folded, at)) return true;
        }

        return false;
    }

    /// <summary>Lower case, straight quotes, single spaces, every run of digits as one <c>0</c>.</summary>
    public static string Fold(ReadOnlySpan<char> line)
    {
        var folded = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            var next = c switch
            {
                '\u2018' or '\u2019' or '`' or '\u00b4' => '\'',
                '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' => '"',
                '\u2013' or '\u2014' or '\u2010' or '\u2011' => '-',
                >= '0' and <= '9' => '0',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => char.ToLowerInvariant(c),
            };
            if (folded.Length > 0 && next is '0' or ' ' && folded.Length > 0 && folded[^1] == next) continue;
            folded.Append(next);
        }

        return folded.ToString().Trim();
    }

    // The words without bullets before them and punctuation after them.
    private static string Core(string folded)
    {
        var (start, end) = (0, folded.Length);
        while (start < end && !char.IsLetterOrDigit(folded[start])) start++;
        while (end > start && !char.IsLetterOrDigit(folded[end - 1]) && folded[end - 1] != ')') end--;
        return folded[start..end];
    }

    private static bool AtWord(ReadOnlySpan<char> line, int at) => at == 0 || !char.IsLetterOrDigit(line[at]) || !char.IsLetterOrDigit(line[at - 1]);

    private sealed class Section
    {
        private readonly FrozenDictionary<char, string[]> byFirst;

        public Section(List<string> entries)
        {
            Entries = [.. entries];
            Whole = entries.Select(Core).ToFrozenSet(StringComparer.Ordinal);
            byFirst = entries.GroupBy(entry => entry[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        }

        public string[] Entries { get; }

        public FrozenSet<string> Whole { get; }

        public string[] ByFirst(char first) => byFirst.TryGetValue(first, out var cues) ? cues : [];
    }
}
