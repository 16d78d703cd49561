namespace Rapporteur.Reading;

/// <summary>Reads amounts of the grammar's class <c>n</c>: "two", "2 1/2", "twenty-four", "a hundred", "1.5", "one and a half".</summary>
/// <param name="vocabulary">Words; classes <c>digit</c> (1–19), <c>tens</c>, <c>hundred</c>.</param>
internal sealed class TimeNumber(TimeVocabulary vocabulary)
{
    private readonly int _digit = vocabulary.Class("digit");
    private readonly int _tens = vocabulary.Class("tens");
    private readonly int _scale = vocabulary.Class("scale");
    private readonly int _fraction = vocabulary.Class("fraction");
    private readonly int _article = vocabulary.Literal("a");
    private readonly int _conjunction = vocabulary.Literal("and");
    private readonly int _half = vocabulary.Literal("half");
    private readonly int _hyphen = vocabulary.Literal("-");
    private readonly int _slash = vocabulary.Literal("/");
    private readonly int _comma = vocabulary.Literal(",");
    private readonly int _stop = vocabulary.Literal(".");

    /// <summary>The amount that begins at a word.</summary>
    /// <param name="words">Words of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="at">Index of the first word.</param>
    /// <param name="value">The amount.</param>
    /// <returns>Index after the last word of the amount; -1 when none begins here.</returns>
    internal int Read(List<TimeWord> words, string text, int at, out double value)
    {
        var end = words[at].Kind == TimeWordKind.Number ? Figures(words, text, at, out value) : Spelled(words, text, at, out value);
        if (end < 0) return -1;
        if (Is(end, _conjunction) && Is(end + 1, _article) && Is(end + 2, _half))
        {
            value += 0.5;
            return end + 3;
        }

        if (end < words.Count && vocabulary.Is(words[end], text, _fraction))
        {
            value += 0.5;
            return end + 1;
        }

        return end;

        bool Is(int index, int atom) => index < words.Count && vocabulary.Is(words[index], text, atom);
    }

    private int Figures(List<TimeWord> words, string text, int at, out double value)
    {
        value = words[at].Number;
        if (words[at].Number == int.MaxValue) return -1;
        var end = at + 1;
        while (Glued(end, _comma) && words[end + 1].Digits == 3)
        {
            value = value * 1000 + words[end + 1].Number;
            end += 2;
        }

        if (Glued(end, _stop))
        {
            value += words[end + 1].Number / Math.Pow(10, words[end + 1].Digits);
            return end + 2;
        }

        if (end + 2 < words.Count && words[end].Kind == TimeWordKind.Number && Glued(end + 1, _slash) && words[end + 2].Number is > 0 and < 10)
        {
            value += (double)words[end].Number / words[end + 2].Number;
            return end + 3;
        }

        if (Glued(end, _slash)) return -1;
        return end;

        bool Glued(int index, int atom) => index + 1 < words.Count && vocabulary.Is(words[index], text, atom) && words[index].Start == words[index - 1].End
            && words[index + 1].Kind == TimeWordKind.Number && words[index + 1].Start == words[index].End;
    }

    private int Spelled(List<TimeWord> words, string text, int at, out double value)
    {
        value = 0;
        var end = at;
        if (Value(end, _tens, out var ten))
        {
            value = ten;
            end++;
            var next = Is(end, _hyphen) ? end + 1 : end;
            if (Value(next, _digit, out var one) && one < 10)
            {
                value += one;
                end = next + 1;
            }
        }
        else if (Value(end, _digit, out var small))
        {
            value = small;
            end++;
        }
        else if (Is(end, _article) && Value(end + 1, _scale, out var alone))
        {
            value = alone;
            return end + 2;
        }
        else
        {
            return -1;
        }

        if (!Value(end, _scale, out var times)) return end;
        value *= times;
        return end + 1;

        bool Is(int index, int atom) => index < words.Count && vocabulary.Is(words[index], text, atom);
        bool Value(int index, int atom, out int found)
        {
            found = 0;
            return index < words.Count && vocabulary.TryValue(words[index], text, atom, out found);
        }
    }
}
