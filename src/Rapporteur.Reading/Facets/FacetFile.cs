using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>Reads the line-based files under <c>data/facets</c>: one kind a file.</summary>
internal sealed class FacetFile
{
    private readonly IReadOnlyDictionary<string, IReadOnlySet<string>> _sets;
    private readonly List<(string Name, FacetFieldType Type, string List)> _fields = [];
    private readonly List<FacetRule> _rules = [];
    private readonly List<(string Name, FacetPlace[] Places, string? Fixed, bool Required)> _slots = [];
    private string _kind = "";
    private FacetRule? _open;

    private FacetFile(IReadOnlyDictionary<string, IReadOnlySet<string>> sets) => _sets = sets;

    /// <summary>The rules of a file. Throws <see cref="InvalidDataException"/> that names file and line where one is wrong.</summary>
    public static IReadOnlyList<FacetRule> Read(DataFolder data, string file, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        var reader = new FacetFile(sets);
        foreach (var raw in data.Lines(file))
        {
            var line = raw.Trim();
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (key, value) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
            try
            {
                reader.Add(key, value);
            }
            catch (Exception e) when (e is FormatException or ArgumentException or KeyNotFoundException)
            {
                throw new InvalidDataException($"{file}: “{line}”: {e.Message}", e);
            }
        }

        reader.Close();
        return reader._rules;
    }

    private void Add(string key, string value)
    {
        if (key == "facet") _kind = value;
        else if (key == "field") Declare(value);
        else if (key == "rule")
        {
            Close();
            _open = new() { Id = _kind + "." + value, Kind = _kind };
        }
        else AddToRule(_open ?? throw new FormatException("A rule comes first."), key, value);
    }

    private void Declare(string value)
    {
        var words = Split(value);
        var type = words[1].Split(':');
        _fields.Add((words[0], Enum.Parse<FacetFieldType>(type[0], ignoreCase: true), type.Length > 1 ? type[1] : ""));
    }

    private void AddToRule(FacetRule rule, string key, string value)
    {
        switch (key)
        {
            case "on":
                var words = Split(value);
                _open = rule with { Triggers = [.. rule.Triggers, .. words.Skip(1).SelectMany(w => Triggers(words[0][0], w))] };
                break;
            case "need":
                _open = rule with { Needs = rule.Needs.Add(ReadTest(value)) };
                break;
            case "not":
                _open = rule with { Excludes = rule.Excludes.Add(ReadTest(value)) };
                break;
            case "confidence":
                _open = rule with { Confidence = double.Parse(value, CultureInfo.InvariantCulture) };
                break;
            case "set":
                var set = Split(value);
                _slots.Add((set[0], [], string.Join(' ', set.Skip(1)), false));
                break;
            case "+" or "-":
                var arrow = value.IndexOf("=>", StringComparison.Ordinal);
                _open = rule with { Examples = rule.Examples.Add(arrow < 0 ? new(value, key == "+", "") : new(value[..arrow].Trim(), key == "+", value[(arrow + 2)..].Trim())) };
                break;
            default:
                _slots.Add((key.TrimEnd('!'), Places(value), null, key.EndsWith('!')));
                break;
        }
    }

    private IEnumerable<Trigger> Triggers(char part, string word) =>
        word.StartsWith('@') ? _sets[word[1..]].Order(StringComparer.Ordinal).Select(lemma => new Trigger(lemma, part)) : [new Trigger(word, part)];

    private FacetPlace[] Places(string value) =>
        [.. value.Split('|', StringSplitOptions.TrimEntries).Select(p => p.StartsWith('~') ? new FacetPlace(null, FacetStretch.Checked(p[1..])) : new(RolePath.Parse(p, _sets), ""))];

    private FacetTest ReadTest(string value) => new([.. value.Split('|', StringSplitOptions.TrimEntries).Select(ReadCheck)]);

    private FacetCheck ReadCheck(string value)
    {
        if (value.StartsWith('[')) return new(new(null, value.Trim('[', ']')), "", null);
        if (!value.StartsWith('~')) return new(new(RolePath.Parse(value, _sets), null), "", null);
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        var lemmas = value[(equals + 1)..].Split(',').SelectMany(word => word.StartsWith('@') ? _sets[word[1..]] : Enumerable.Repeat(word, 1)).ToHashSet(StringComparer.Ordinal);
        return new(null, FacetStretch.Checked(value[1..equals]), lemmas);
    }

    // Fields in the order of their declaration; one that a rule names twice takes the places of both.
    private void Close()
    {
        if (_open is { } rule)
        {
            foreach (var (name, _, _, _) in _slots)
                if (!_fields.Exists(f => f.Name == name) && name is not ("polarity" or "modality")) throw new InvalidDataException($"{rule.Id}: “{name}” is no field of {_kind}.");
            var slots = _fields.Where(f => _slots.Exists(s => s.Name == f.Name)).Select(f => Slot(f, [.. _slots.Where(s => s.Name == f.Name)])).ToList();
            slots.AddRange(_slots.Where(s => s.Name is "polarity" or "modality").Select(s => new FacetSlot(s.Name, FacetFieldType.Value, "", [], s.Fixed, false)));
            _rules.Add(rule with { Slots = [.. slots] });
        }

        _open = null;
        _slots.Clear();
    }

    private static FacetSlot Slot((string Name, FacetFieldType Type, string List) field, List<(string Name, FacetPlace[] Places, string? Fixed, bool Required)> lines) =>
        new(field.Name, field.Type, field.List, [.. lines.SelectMany(l => l.Places)], lines.Select(l => l.Fixed).FirstOrDefault(f => f is not null), lines.Exists(l => l.Required));

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
