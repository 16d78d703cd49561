using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Joins phrases that name one thing into nodes. Phrases come in the order of their keys and each joins the first node whose own phrase it resembles, so that order of
/// arrival changes nothing and a node never drifts. The node shows the shortest of its phrases.</summary>
internal sealed class NodeBook
{
    private readonly Dictionary<string, ConditionNode> _byPhrase = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subject> _subjects = new(StringComparer.Ordinal);

    internal NodeBook(IEnumerable<(Subject Subject, ConditionNodeKind Kind)> phrases)
    {
        var groups = new List<List<(Subject Subject, ConditionNodeKind Kind)>>();
        var byStem = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var byMatter = new Dictionary<Matter, int>();
        foreach (var phrase in phrases.OrderBy(p => p.Subject.Key, StringComparer.Ordinal).ThenBy(p => p.Kind).ThenBy(p => p.Subject.Words, StringComparer.Ordinal))
        {
            var group = Find(phrase);
            if (group < 0)
            {
                group = groups.Count;
                groups.Add([]);
                foreach (var stem in phrase.Subject.Stems)
                    (byStem.TryGetValue(stem, out var list) ? list : byStem[stem] = []).Add(group);
                if (phrase.Subject.Merging is { } matter) byMatter.TryAdd(matter, group);
            }

            groups[group].Add(phrase);
        }

        foreach (var group in groups) Add(group);

        int Find((Subject Subject, ConditionNodeKind Kind) phrase)
        {
            if (phrase.Subject.Merging is { } matter && phrase.Kind == ConditionNodeKind.Thing) return byMatter.GetValueOrDefault(matter, -1);
            var least = -1;
            foreach (var stem in phrase.Subject.Stems)
            {
                if (!byStem.TryGetValue(stem, out var list)) continue;
                foreach (var candidate in list)
                {
                    if (least >= 0 && candidate >= least) break;
                    var first = groups[candidate][0];
                    if (first.Kind == phrase.Kind && Subject.SameThing(first.Subject, phrase.Subject)) least = candidate;
                }
            }

            return least;
        }
    }

    /// <summary>Nodes, each once.</summary>
    internal IEnumerable<ConditionNode> All => _byPhrase.Values.DistinctBy(n => n.Key, StringComparer.Ordinal);

    /// <summary>The node of a phrase that was given.</summary>
    internal ConditionNode Of(Subject subject, ConditionNodeKind kind = ConditionNodeKind.Thing) => _byPhrase[Key(subject, kind)];

    /// <summary>What a node is about.</summary>
    internal Subject About(ConditionNode node) => _subjects[node.Key];

    private void Add(List<(Subject Subject, ConditionNodeKind Kind)> group)
    {
        var (first, kind) = group[0];
        var wordings = group.Select(p => p.Subject.Words).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var shown = group.OrderBy(p => p.Subject.Words.Length).ThenBy(p => p.Subject.Words, StringComparer.Ordinal).First().Subject;
        var key = ContentHash.Key("node", kind == ConditionNodeKind.Part ? "part" : null, first.Merging?.Code ?? first.Key);
        var node = new ConditionNode(key, shown.Words) { Kind = kind, Wordings = wordings };
        _subjects[key] = shown;
        foreach (var (subject, itsKind) in group) _byPhrase[Key(subject, itsKind)] = node;
    }

    private static string Key(Subject subject, ConditionNodeKind kind) => $"{(int)kind} {subject.Key}";
}
