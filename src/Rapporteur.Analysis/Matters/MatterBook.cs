using System.Collections.Frozen;
using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>The vocabulary of what negotiations are about, from <c>data/issues</c>. Immutable.</summary>
internal sealed class MatterBook
{
    private readonly FrozenDictionary<string, ImmutableArray<Matter>> _byStem;

    private MatterBook(IEnumerable<string> lines)
    {
        var (matters, names, includes, examples) = (new List<Matter>(), new Dictionary<string, string>(StringComparer.Ordinal), new List<(string, string)>(), new List<(string, string, bool)>());
        string issue = "", header = "";
        var patterns = new List<ImmutableArray<ImmutableArray<string>>>();
        foreach (var line in lines)
        {
            if (line.StartsWith("issue ", StringComparison.Ordinal))
            {
                Close();
                var parts = line.Split(' ', 3);
                names.Add(issue = parts[1], parts[2]);
            }
            else if (line[0] == '[')
            {
                Close();
                header = line.Trim('[', ']');
            }
            else if (line.StartsWith("includes ", StringComparison.Ordinal)) includes.Add((line.Split(' ')[1], line.Split(' ')[2]));
            else if (line[0] is '+' or '-') examples.Add((header.Split(' ')[0], line[1..].Trim(), line[0] == '+'));
            else patterns.Add([.. line.Split(' ').Select(group => group.Split('|').Select(Stem).ToImmutableArray())]);
        }

        Close();
        (Matters, Includes, Examples) = ([.. matters], [.. includes], [.. examples]);
        Issues = names.ToFrozenDictionary(StringComparer.Ordinal);
        _byStem = Matters.SelectMany(f => f.Patterns.SelectMany(p => p[0]).Distinct(StringComparer.Ordinal).Select(s => (Stem: s, Matter: f)))
            .GroupBy(f => f.Stem, f => f.Matter, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

        void Close()
        {
            if (patterns.Count > 0)
            {
                var flags = header.Split(' ');
                matters.Add(new(issue, flags[0], [.. patterns]) { IsSame = flags.Contains("same"), IsBare = flags.Contains("bare"), IsAgreement = flags.Contains("agreement") });
            }

            patterns.Clear();
        }
    }

    /// <summary>The vocabulary that ships.</summary>
    internal static MatterBook Shipped { get; } = new(Lists.Lines("matters.txt"));

    /// <summary>Matters in the order of the file.</summary>
    internal ImmutableArray<Matter> Matters { get; }

    /// <summary>Names of issues by code.</summary>
    internal FrozenDictionary<string, string> Issues { get; }

    /// <summary>Pairs of matters: whoever gets the first has the second with it.</summary>
    internal ImmutableArray<(string Whole, string Part)> Includes { get; }

    /// <summary>Examples of the file: matter, phrase, whether the phrase falls under it.</summary>
    internal ImmutableArray<(string Matter, string Phrase, bool Falls)> Examples { get; }

    /// <summary>The matters of a phrase, in the order of their first words; of one matter the first pattern counts.</summary>
    /// <param name="stems">Stems of the phrase.</param>
    internal ImmutableArray<MatterMatch> Match(ImmutableArray<string> stems)
    {
        var found = new List<MatterMatch>();
        foreach (var stem in stems)
        {
            if (!_byStem.TryGetValue(stem, out var matters)) continue;
            foreach (var matter in matters)
            {
                if (found.Exists(m => m.Matter == matter) || !matter.Patterns.Any(p => p.All(group => group.Any(stems.Contains)))) continue;
                ImmutableArray<string> matched = [.. matter.Patterns.Where(p => p.All(group => group.Any(stems.Contains))).SelectMany(p => p).SelectMany(g => g).Where(stems.Contains).Distinct(StringComparer.Ordinal)];
                found.Add(new(matter, stems.IndexOf(matched.MinBy(m => stems.IndexOf(m))!), matched));
            }
        }

        return [.. found.OrderBy(m => m.At).ThenByDescending(m => m.Matched.Length).ThenBy(m => m.Matter.Code, StringComparer.Ordinal)];
    }

    private static string Stem(string word) =>
        ContentWords.Of(word) is [var stem, ..] ? stem : throw new InvalidDataException($"matters.txt: '{word}' is a word that says nothing.");
}
