using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>All rules for facets, found by the word that evokes them. Immutable and thread-safe.</summary>
public sealed class FacetSet
{
    private readonly Dictionary<string, ImmutableArray<(char Part, FacetRule Rule)>> _byLemma = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _lists = new(StringComparer.Ordinal);

    /// <summary>Indexes rules.</summary>
    /// <param name="rules">The rules, in the order in which they are tried.</param>
    /// <param name="sets">Named sets of lemmas; one named <c>list:value</c> makes its lemmas stand for the value in the closed list.</param>
    public FacetSet(ImmutableArray<FacetRule> rules, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        Rules = rules;
        foreach (var group in rules.SelectMany(rule => rule.Triggers.Select(t => (t.Lemma, t.Part, Rule: rule))).GroupBy(t => t.Lemma, StringComparer.Ordinal))
            _byLemma[group.Key] = [.. group.Select(t => (t.Part, t.Rule))];
        foreach (var (name, lemmas) in sets.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            if (!_lists.TryGetValue(name[..colon], out var list)) _lists[name[..colon]] = list = new(StringComparer.Ordinal);
            foreach (var lemma in lemmas) list.TryAdd(lemma, name[(colon + 1)..]);
        }
    }

    /// <summary>The rules, in the order of their files.</summary>
    public ImmutableArray<FacetRule> Rules { get; }

    /// <summary>Loads every file under <c>data/facets</c>. Throws <see cref="InvalidDataException"/> that names file and line where one is wrong.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="shared">Sets of lemmas that the rules share with the frames.</param>
    public static FacetSet Load(DataFolder data, IReadOnlyDictionary<string, IReadOnlySet<string>> shared)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(shared);
        var sets = new Dictionary<string, IReadOnlySet<string>>(shared, StringComparer.Ordinal);
        foreach (var file in data.Files("facets", ".sets")) FrameFile.ReadSets(data, file, sets);
        return new([.. data.Files("facets", ".facets").SelectMany(file => FacetFile.Read(data, file, sets))], sets);
    }

    /// <summary>Rules that a word evokes.</summary>
    /// <param name="lemma">Lemma of the word, lower case.</param>
    public ImmutableArray<(char Part, FacetRule Rule)> Of(string lemma) => _byLemma.TryGetValue(lemma, out var rules) ? rules : [];

    /// <summary>The value that a word stands for in a closed list; null where it stands for none.</summary>
    /// <param name="list">Name of the list.</param>
    /// <param name="lemma">Lemma of the word, lower case.</param>
    public string? ValueOf(string list, string lemma) => _lists.TryGetValue(list, out var values) ? values.GetValueOrDefault(lemma) : null;
}
