namespace Rapporteur.Reading;

/// <summary>That a word belongs to a class of the grammar.</summary>
/// <param name="Atom">Number of the class, or of the word itself where a rule names it.</param>
/// <param name="Value">What the class says of the word: 3 for "March" in <c>month</c>; for a bare word 0.</param>
/// <param name="Capital">Whether the word must begin with a capital ("May", "March").</param>
internal readonly record struct Membership(int Atom, int Value, bool Capital);

/// <summary>The words that the time grammar knows, each with the classes that it belongs to.</summary>
internal sealed class TimeVocabulary
{
    private readonly Dictionary<string, int> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<List<Membership>> _memberships = [];
    private readonly HashSet<int> _abbreviations = [];
    private readonly Dictionary<string, int> _atoms = new(StringComparer.Ordinal);
    private bool _frozen;

    internal TimeVocabulary() => _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();

    internal int Find(ReadOnlySpan<char> form) => _lookup.TryGetValue(form, out var entry) ? entry : -1;

    internal bool IsAbbreviation(int entry) => _abbreviations.Contains(entry);

    internal List<Membership> Of(int entry) => _memberships[entry];

    /// <summary>Takes no more words and classes: from now on any number of threads may ask.</summary>
    internal void Freeze() => _frozen = true;

    /// <summary>The number of a class, made when it is not there yet.</summary>
    internal int Class(string name) => Atom("{" + name + "}");

    /// <summary>The number of a class; -1 when no word is in it and no rule names it.</summary>
    internal int KnownClass(string name) => _atoms.GetValueOrDefault("{" + name + "}", -1);

    /// <summary>The number of a word that a rule names; a capital in it is asked for.</summary>
    internal int Literal(string form)
    {
        var capital = char.IsUpper(form[0]);
        var atom = Atom(capital ? form : form.ToLowerInvariant());
        if (!_frozen) Add(form, atom, 0, capital);
        return atom;
    }

    /// <summary>Whether a word as it stands in the text belongs to a class.</summary>
    internal bool Is(in TimeWord word, string text, int atom) => word.Entry >= 0 && TryValue(word, text, atom, out _);

    /// <summary>What a class says of a word as it stands in the text.</summary>
    internal bool TryValue(in TimeWord word, string text, int atom, out int value)
    {
        value = 0;
        if (word.Entry < 0) return false;
        foreach (var membership in _memberships[word.Entry])
        {
            if (membership.Atom != atom || (membership.Capital && !char.IsUpper(text[word.Start]))) continue;
            value = membership.Value;
            return true;
        }

        return false;
    }

    /// <summary>Reads sections <c>[class]</c> of lines <c>form, form. = value</c>; a full stop marks an abbreviation, a capital is asked for.</summary>
    internal void Read(IEnumerable<string> lines)
    {
        var atom = -1;
        foreach (var line in lines)
        {
            if (line[0] == '[')
            {
                atom = Class(line.Trim('[', ']', ' '));
                continue;
            }

            var equals = line.LastIndexOf('=');
            var value = equals < 0 ? 0 : int.Parse(line.AsSpan(equals + 1));
            foreach (var form in (equals < 0 ? line : line[..equals]).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var abbreviated = form.Length > 1 && form[^1] == '.';
                var entry = Add(abbreviated ? form[..^1] : form, atom, value, char.IsUpper(form[0]));
                if (abbreviated) _abbreviations.Add(entry);
            }
        }
    }

    private int Add(string form, int atom, int value, bool capital)
    {
        if (!_entries.TryGetValue(form, out var entry))
        {
            entry = _memberships.Count;
            _entries.Add(form, entry);
            _memberships.Add([]);
        }

        var membership = new Membership(atom, value, capital);
        if (!_memberships[entry].Contains(membership)) _memberships[entry].Add(membership);
        return entry;
    }

    private int Atom(string key)
    {
        if (_atoms.TryGetValue(key, out var atom)) return atom;
        if (_frozen) throw new InvalidOperationException($"The time grammar was closed before {key} was named.");
        _atoms.Add(key, atom = _atoms.Count);
        return atom;
    }
}
