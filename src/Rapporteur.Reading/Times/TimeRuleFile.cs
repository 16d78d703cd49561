namespace Rapporteur.Reading;

/// <summary>Reads rule files: a head line <c>rule ID [category] [level N] [part] [timeml]</c>, then lines that begin with
/// <c>=</c> (value function), <c>!before</c>, <c>!after</c>, <c>?before</c>, <c>?after</c> (neighbours), <c>+</c> and <c>-</c> (examples); every other line is a pattern.</summary>
internal static class TimeRuleFile
{
    internal static void Read(IEnumerable<string> lines, TimeVocabulary vocabulary, List<TimeRule> rules)
    {
        TimeRuleDraft? draft = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("rule ", StringComparison.Ordinal))
            {
                if (draft is not null) rules.Add(draft.Finish(rules.Count));
                draft = new(line);
                continue;
            }

            if (draft is null) throw new FormatException($"A time rule begins with 'rule ID': {line}");
            draft.Add(line, vocabulary);
        }

        if (draft is not null) rules.Add(draft.Finish(rules.Count));
    }
}
