namespace Rapporteur.Reading;

/// <summary>The classes of the grammar that are made of figures and amounts.</summary>
internal sealed class TimeFigures(TimeVocabulary vocabulary)
{
    private readonly int _year = vocabulary.Class("year");
    private readonly int _shortYear = vocabulary.Class("yy");
    private readonly int _day = vocabulary.Class("day");
    private readonly int _ordinalDay = vocabulary.Class("nth");
    private readonly int _plainDay = vocabulary.Class("dd");
    private readonly int _month = vocabulary.Class("mm");
    private readonly int _hour = vocabulary.Class("hh");
    private readonly int _minute = vocabulary.Class("mi");
    private readonly int _military = vocabulary.Class("hhmm");
    private readonly int _decade = vocabulary.Class("decade");
    private readonly int _ordinal = vocabulary.Class("ordinal");
    private readonly int _amount = vocabulary.Class("n");
    private readonly int _comma = vocabulary.Literal(",");
    private readonly int _stop = vocabulary.Literal(".");
    private readonly int _money = vocabulary.Class("money");
    private readonly TimeNumber _number = new(vocabulary);

    /// <summary>Most classes that one word can be in.</summary>
    internal const int Most = 10;

    /// <summary>Lists the classes of figures that begin at a word: class, value, index after the last word.</summary>
    internal int List(List<TimeWord> words, string text, int at, Span<(int Atom, double Value, int End)> found)
    {
        var count = 0;
        var word = words[at];
        if (word.Kind == TimeWordKind.Number) count = Number(words, text, at, found);
        else if (word.Kind == TimeWordKind.Ordinal && word.Number <= 31) count = Day(found, word.Number, at);
        else if (word.Kind == TimeWordKind.Ordinal) found[count++] = (_ordinal, word.Number, at + 1);
        else if (word.Kind == TimeWordKind.Decade) found[count++] = (_decade, word.Number < 100 ? 1900 + word.Number : word.Number, at + 1);
        else if (word.Entry >= 0 && vocabulary.TryValue(word, text, _ordinal, out var nth) && nth is > 0 and <= 31)
            (found[0], found[1], count) = ((_day, nth, at + 1), (_ordinalDay, nth, at + 1), 2);
        if (word.Kind is TimeWordKind.Number || word.Entry >= 0)
        {
            var end = _number.Read(words, text, at, out var value);
            if (end > 0) found[count++] = (_amount, value, end);
        }

        return count;

        int Day(Span<(int, double, int)> into, int value, int index)
        {
            (into[0], into[1], into[2]) = ((_day, value, index + 1), (_ordinalDay, value, index + 1), (_ordinal, value, index + 1));
            return 3;
        }
    }

    private int Number(List<TimeWord> words, string text, int at, Span<(int Atom, double Value, int End)> found)
    {
        var (word, count, end) = (words[at], 0, at + 1);
        if (IsPartOfNumber(words, text, at)) return 0;
        var value = word.Number;
        if (word.Digits == 4 && value is >= 1000 and < 2200) found[count++] = (_year, value, end);
        if (word.Digits == 4 && value / 100 < 24 && value % 100 < 60) found[count++] = (_military, value, end);
        if (word.Digits > 2) return count;
        if (word.Digits == 2) found[count++] = (_shortYear, value, end);
        if (word.Digits == 2 && value < 60) found[count++] = (_minute, value, end);
        if (value <= 24) found[count++] = (_hour, value, end);
        if (value is >= 1 and <= 12) found[count++] = (_month, value, end);
        if (value is < 1 or > 31) return count;
        found[count++] = (_day, value, end);
        found[count++] = (_plainDay, value, end);
        return count;
    }

    // "1,500", "2000.5" and "$2000" hold no year.
    private bool IsPartOfNumber(List<TimeWord> words, string text, int at)
    {
        if (at > 0 && vocabulary.Is(words[at - 1], text, _money)) return true;
        if (at > 1 && vocabulary.Is(words[at - 1], text, _comma) && words[at].Digits == 3 && words[at - 1].End == words[at].Start && words[at - 2].Kind == TimeWordKind.Number && words[at - 2].End == words[at - 1].Start) return true;
        if (at + 2 >= words.Count || words[at + 1].Start != words[at].End || words[at + 2].Start != words[at + 1].End || words[at + 2].Kind != TimeWordKind.Number) return false;
        return words[at].Digits <= 3 && vocabulary.Is(words[at + 1], text, _comma) && words[at + 2].Digits == 3
            || words[at].Digits > 2 && vocabulary.Is(words[at + 1], text, _stop);
    }
}
