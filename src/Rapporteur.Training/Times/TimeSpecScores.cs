using System.Globalization;

namespace Rapporteur.Training;

/// <summary>What came of one test case of another recognizer.</summary>
public enum CaseOutcome
{
    /// <summary>Found with a value that the case allows.</summary>
    Right,
    /// <summary>Found with another value.</summary>
    OtherValue,
    /// <summary>Not found.</summary>
    Missed,
}

/// <summary>Counts of test cases by group, and of those left out by reason.</summary>
public sealed class TimeSpecScores
{
    private readonly SortedDictionary<string, (int Right, int Other, int Missed)> groups = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);

    /// <summary>Share of the cases that apply which pass, in [0, 1]; 0 where there are none.</summary>
    public double Passed => groups.Count == 0 ? 0 : (double)groups.Values.Sum(group => group.Right) / groups.Values.Sum(group => group.Right + group.Other + group.Missed);

    /// <summary>Counts one case of a group.</summary>
    /// <param name="group">Collection and kind.</param>
    /// <param name="outcome">What came of it.</param>
    public void Add(string group, CaseOutcome outcome)
    {
        var (right, other, missed) = groups.GetValueOrDefault(group);
        groups[group] = outcome switch
        {
            CaseOutcome.Right => (right + 1, other, missed),
            CaseOutcome.OtherValue => (right, other + 1, missed),
            _ => (right, other, missed + 1),
        };
    }

    /// <summary>Counts cases that do not apply.</summary>
    /// <param name="collection">Collection.</param>
    /// <param name="reason">Why they do not.</param>
    /// <param name="count">How many.</param>
    public void LeaveOut(string collection, string reason, int count) => leftOut[$"{collection}: {reason}"] = leftOut.GetValueOrDefault($"{collection}: {reason}") + count;

    /// <summary>Lines to print.</summary>
    public IEnumerable<string> Lines()
    {
        yield return "cases that apply";
        foreach (var (name, group) in groups) yield return Line(name, group);
        foreach (var collection in groups.Keys.Select(name => name.Split(',')[0]).Distinct().ToList())
        {
            var own = groups.Where(pair => pair.Key.StartsWith(collection + ",", StringComparison.Ordinal)).Select(pair => pair.Value).ToList();
            yield return Line($"{collection}, all", (own.Sum(group => group.Right), own.Sum(group => group.Other), own.Sum(group => group.Missed)));
        }

        yield return "cases left out";
        foreach (var (reason, count) in leftOut) yield return $"{count,7}  {reason}";
    }

    private static string Line(string name, (int Right, int Other, int Missed) group)
    {
        var all = group.Right + group.Other + group.Missed;
        return string.Create(CultureInfo.InvariantCulture, $"{name,-44} {all,5}   pass {(double)group.Right / all:0.000}   other value {group.Other,4}   not found {group.Missed,4}");
    }
}
