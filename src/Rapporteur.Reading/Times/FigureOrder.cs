namespace Rapporteur.Reading;

/// <summary>Tells from a whole text whether figures such as 8/9/2025 put the day first.</summary>
internal static class FigureOrder
{
    /// <summary>True or false where all telling dates of the text agree; null where none tells or they differ.</summary>
    internal static bool? DayFirst(List<TimeMatch> matches)
    {
        var (day, month) = (false, false);
        foreach (var match in matches)
        {
            if (match.Rule.Function != "figure-date") continue;
            day |= match.Int("first") > 12;
            month |= match.Int("second") > 12;
        }

        return day == month ? null : day;
    }
}
