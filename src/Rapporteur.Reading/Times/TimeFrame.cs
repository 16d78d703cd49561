using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What the value of an expression depends on besides its words: the day of publication, the date named last, the tense around it.</summary>
internal sealed class TimeFrame(AnnotatedDocument document, List<TimeWord> words, TimeVocabulary vocabulary, DateOnly? anchor)
{
    private readonly TenseReader _tenses = new(document, words, vocabulary);

    internal string Text => document.Text;

    internal DateOnly? Anchor { get; } = anchor;

    /// <summary>The events that have a day in this text; null while they are looked for.</summary>
    internal EventTimes? Events { get; init; }

    /// <summary>Whether values are asked for as TimeML has them: no rates ("ten flights a week").</summary>
    internal bool TimeMl { get; init; }

    /// <summary>The match whose value is asked for; calls of its parts keep it.</summary>
    internal TimeMatch? Outer { get; set; }

    /// <summary>What a preposition makes of the expression whose value is asked for; null where there is none.</summary>
    internal string? Relation { get; set; }

    /// <summary>The quarter named last; null when none was.</summary>
    internal TimeValue? PreviousQuarter { get; private set; }

    /// <summary>The date named last that is not after the day of publication.</summary>
    internal TimeValue? PreviousPast { get; private set; }

    /// <summary>The date named last before this expression.</summary>
    internal TimeValue? Previous { get; private set; }

    /// <summary>Where the previous expression ended, and what stood before it.</summary>
    internal (int End, string? Relation) Before { get; private set; } = (-1, null);

    /// <summary>Whether figures such as 8/9/2025 put the day first; null when the text does not tell.</summary>
    internal bool? DayFirst { get; init; }

    internal Tense Tense(TimeMatch match) => Relation is "by" or "until" or "till" or "through" or "before" or "no later than" or "not later than" or "ahead of" or "up until" or "prior to"
        ? _tenses.Bound(Outer?.First ?? match.First, Outer?.End ?? match.End)
        : _tenses.At(Outer?.First ?? match.First, Outer?.End ?? match.End);

    internal ReadOnlySpan<char> Word(int word) => word < 0 || word >= words.Count ? default : document.Text.AsSpan(words[word].Start, words[word].BareEnd - words[word].Start);

    internal bool Is(int word, string className) => word >= 0 && word < words.Count && vocabulary.KnownClass(className) is >= 0 and var atom && vocabulary.Is(words[word], document.Text, atom);

    /// <summary>Whether a line ends between a word and the next.</summary>
    internal bool BreaksAfter(int word) => At(word) is { } left && At(word + 1) is { } right && document.Text.AsSpan(left.End, right.Start - left.End).Contains('\n');

    internal TimeWord? At(int word) => word < 0 || word >= words.Count ? null : words[word];

    /// <summary>Penn tag of the syntactic token at a word; empty without syntax.</summary>
    internal string Tag(int word) => word < 0 || word >= words.Count ? "" : _tenses.Tag(words[word].Start);

    /// <summary>Remembers an expression for those that follow.</summary>
    internal void Remember(TimeValue value, string rule, int end, string? relation)
    {
        Before = (end, relation);
        // What was counted back from a quarter does not become the quarter that the text is about.
        if (rule is "quarter.alone" or "quarter.year") PreviousQuarter = value;
        if (value.Type is TimeType.Date or TimeType.Time && value.First is { } first && IsOrdinary(first) && !IsLong(value))
        {
            Previous = value;
            if (first <= Anchor) PreviousPast = value;
        }
        // Where nothing dates the text, "the next day" behind "August 7" is no day of a year that stands before it.
        else if (Anchor is null && value is { Type: TimeType.Date, First: null }) Previous = null;
    }

    /// <summary>Whether a day is far enough from the ends of the calendar to count decades and centuries from it.</summary>
    internal static bool IsOrdinary(DateOnly day) => day.Year is >= 1000 and <= 9000;

    // "The 1990s" gives a year to nothing else where no day of publication does.
    private bool IsLong(TimeValue value) => value.First is null || value.Last is null || value.Last.Value.DayNumber - value.First.Value.DayNumber > (Anchor is null ? 366 : 3700);
}
