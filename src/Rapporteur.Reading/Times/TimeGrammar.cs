using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>All rules of <c>data/times</c>, ready to match. Immutable once loaded; thread-safe.</summary>
internal sealed class TimeGrammar
{
    /// <summary>Highest level of a rule.</summary>
    internal const int Levels = 3;

    private TimeGrammar(TimeVocabulary vocabulary, ImmutableArray<TimeRule> rules)
    {
        Vocabulary = vocabulary;
        Rules = rules;
        Figures = new(vocabulary);
        AnyWord = vocabulary.Class("any");
        foreach (var rule in rules)
            foreach (var spelling in rule.Patterns)
                TimePattern.Add(spelling, rule, Tries[rule.Level], vocabulary);
    }

    internal TimeVocabulary Vocabulary { get; }

    internal ImmutableArray<TimeRule> Rules { get; }

    internal TimeFigures Figures { get; }

    /// <summary>The class <c>{any}</c>: every word and figure.</summary>
    internal int AnyWord { get; }

    /// <summary>Trees of patterns by level.</summary>
    internal TimeTrie[] Tries { get; } = [new(), new(), new()];

    internal static TimeGrammar Load(DataFolder data)
    {
        var vocabulary = new TimeVocabulary();
        vocabulary.Read(data.Lines("times/words.txt"));
        var rules = new List<TimeRule>();
        foreach (var file in data.Files("times", ".rules"))
            TimeRuleFile.Read(data.Lines(file), vocabulary, rules);
        return new(vocabulary, [.. rules]);
    }
}
