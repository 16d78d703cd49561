namespace Rapporteur.Reading;

/// <summary>Tells from a whole text whether figures such as 8/9/2025 put the day first.</summary>
internal static class FigureOrder
{
    /// <summary>True or false where all telling dates of the text agree; null where none tells or they differ.</summary>
    internal static bool? DayFirst(List<TimeWord> words, string text)
    {
        var (day, month) = (false, false);
        for (var i = 0; i + 4 < words.Count; i++)
        {
            if (!IsFigure(words[i], 2) || !IsFigure(words[i + 2], 2) || !IsFigure(words[i + 4], 4)) continue;
            if (text[words[i + 1].Start] is not ('/' or '.' or '-') || text[words[i + 1].Start] != text[words[i + 3].Start]) continue;
            if (words[i].End != words[i + 1].Start || words[i + 2].Start != words[i + 1].End || words[i + 2].End != words[i + 3].Start || words[i + 4].Start != words[i + 3].End) continue;
            day |= words[i].Number is > 12 and <= 31;
            month |= words[i + 2].Number is > 12 and <= 31;
        }

        return day == month ? null : day;
    }

    private static bool IsFigure(TimeWord word, int most) => word.Kind == TimeWordKind.Number && word.Digits >= 1 && word.Digits <= most;
}
