using System.Collections.Immutable;
using System.Globalization;

namespace Rapporteur.Reading;

/// <summary>Reads rule files: a head line <c>rule ID [category] [level N] [part] [timeml]</c>, then lines that begin with
/// <c>=</c> (value function), <c>!before</c>, <c>!after</c>, <c>?before</c>, <c>?after</c> (neighbours), <c>+</c> and <c>-</c> (examples); every other line is a pattern.</summary>
internal static class TimeRuleFile
{
    internal static List<TimeRule> Read(IEnumerable<string> lines, TimeVocabulary vocabulary, int firstOrder)
    {
        var rules = new List<TimeRule>();
        TimeRule? rule = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("rule ", StringComparison.Ordinal))
            {
                if (rule is not null) rules.Add(rule);
                rule = Head(line, firstOrder + rules.Count);
                continue;
            }

            if (rule is null) throw new FormatException($"A time rule begins with 'rule ID': {line}");
            rule = Body(rule, line, vocabulary);
        }

        if (rule is not null) rules.Add(rule);
        return rules;
    }

    private static TimeRule Head(string line, int order)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var level = Array.IndexOf(words, "level");
        return new()
        {
            Id = words[1],
            Order = order,
            Category = words.Length > 2 && words[2] is not ("level" or "part" or "timeml") ? words[2] : "",
            Level = level < 0 ? 0 : int.Parse(words[level + 1], CultureInfo.InvariantCulture),
            Emits = !words.Contains("part"),
            TimeMlOnly = words.Contains("timeml"),
        };
    }

    private static TimeRule Body(TimeRule rule, string line, TimeVocabulary vocabulary)
    {
        if (line.StartsWith("= ", StringComparison.Ordinal))
        {
            var words = line[2..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return rule with { Function = words[0], Arguments = [.. words[1..]] };
        }

        if (line.StartsWith("+ ", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal))
            return rule with { Examples = rule.Examples.Add(Example(line)) };
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return (space < 0 ? line : line[..space]) switch
        {
            "!before" => rule with { NotPreceded = rule.NotPreceded.AddRange(Neighbours(line[space..], vocabulary)) },
            "!after" => rule with { NotFollowed = rule.NotFollowed.AddRange(Neighbours(line[space..], vocabulary)) },
            "?before" => rule with { Preceded = rule.Preceded.AddRange(Neighbours(line[space..], vocabulary)) },
            "?after" => rule with { Followed = rule.Followed.AddRange(Neighbours(line[space..], vocabulary)) },
            _ => rule with { Patterns = rule.Patterns.Add(line.Trim()) },
        };
    }

    private static IEnumerable<int> Neighbours(string words, TimeVocabulary vocabulary) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0] == '{' ? vocabulary.Class(word.Trim('{', '}')) : vocabulary.Literal(word));

    // "+ 2025-08-22 | They met [on Friday]. | 2025-08-22": anchor ("-" for none), text, value; a negative example has no value.
    private static TimeExample Example(string line)
    {
        var parts = line[2..].Split('|', StringSplitOptions.TrimEntries);
        var positive = line[0] == '+';
        if (parts.Length != (positive ? 3 : 2)) throw new FormatException($"An example of a time rule has {(positive ? "anchor, text and value" : "anchor and text")}: {line}");
        DateOnly? anchor = parts[0] == "-" ? null : DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(positive, anchor, parts[1], positive ? parts[2] : null);
    }
}
