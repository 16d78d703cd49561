using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Reads test cases of chrono: calls of <c>testSingleCase</c> with a text, a reference and the parts expected of the first result.</summary>
internal static partial class ChronoSpecs
{
    /// <summary>Judges the cases of one file.</summary>
    public static void Judge(string file, Func<string, DateOnly?, IReadOnlyList<TimeExpression>> read, TimeSpecScores scores)
    {
        var name = Path.GetFileName(file).Replace(".test.ts", "", StringComparison.Ordinal);
        var starts = Call().Matches(File.ReadAllText(file));
        var source = File.ReadAllText(file);
        for (var i = 0; i < starts.Count; i++)
        {
            var body = source[starts[i].Index..(i + 1 < starts.Count ? starts[i + 1].Index : source.Length)];
            if (Reason(name, body) is { } reason)
            {
                scores.LeaveOut("chrono", reason, 1);
                continue;
            }

            var text = Regex.Unescape(starts[i].Groups["text"].Value);
            var found = read(text, Reference(body));
            if (starts[i].Groups["kind"].Value == "UnexpectedResult") scores.Add("chrono, nothing to be found", found.Count == 0 ? CaseOutcome.Right : CaseOutcome.OtherValue);
            else if (Parts(body, "start") is not { Count: > 0 } start) scores.LeaveOut("chrono", "cases that ask for no part of a date", 1);
            else scores.Add($"chrono, {name}", found.Count == 0 ? CaseOutcome.Missed : found.Any(time => Fits(time, start, Parts(body, "end"))) ? CaseOutcome.Right : CaseOutcome.OtherValue);
        }
    }

    private static string? Reason(string name, string body) =>
        name == "en_timezone_exp" ? "names of time zones"
        : body.Contains("forwardDate", StringComparison.Ordinal) || body.Contains("chrono.strict", StringComparison.Ordinal) || body.Contains("Chrono(", StringComparison.Ordinal) || body.Contains("custom", StringComparison.Ordinal) ? "modes and options of that library"
        : Given().IsMatch(body) ? "a reference with an hour and a zone" : null;

    private static DateOnly? Reference(string body)
    {
        var date = Date().Match(body);
        if (!date.Success) return new DateOnly(2012, 8, 10);
        var month = Number(date.Groups["month"]) + 1 - (date.Groups["less"].Success ? 1 : 0);
        return DateOnly.TryParse(string.Create(CultureInfo.InvariantCulture, $"{Number(date.Groups["year"]):0000}-{month:00}-{Number(date.Groups["day"]):00}"), CultureInfo.InvariantCulture, out var day) ? day : null;
    }

    private static Dictionary<string, int> Parts(string body, string side)
    {
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Match match in Part().Matches(body))
            if (match.Groups["side"].Value == side) parts.TryAdd(match.Groups["part"].Value, Number(match.Groups["value"]));
        return parts;
    }

    private static bool Fits(TimeExpression time, Dictionary<string, int> start, Dictionary<string, int> end)
    {
        if (time.Date is not { } date || !Agrees(date.Earliest, start)) return false;
        if (end.Count > 0 && !Agrees(date.Latest, end)) return false;
        var t = time.Value.IndexOf('T', StringComparison.Ordinal);
        if (t < 0 || time.Value.Length < t + 6) return true;
        return (!start.TryGetValue("hour", out var hour) || hour == int.Parse(time.Value.AsSpan(t + 1, 2), CultureInfo.InvariantCulture))
            && (!start.TryGetValue("minute", out var minute) || minute == int.Parse(time.Value.AsSpan(t + 4, 2), CultureInfo.InvariantCulture));
    }

    private static bool Agrees(DateOnly? day, Dictionary<string, int> parts) =>
        day is { } given && (!parts.TryGetValue("year", out var year) || year == given.Year) && (!parts.TryGetValue("month", out var month) || month == given.Month) && (!parts.TryGetValue("day", out var at) || at == given.Day);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"test(?<kind>SingleCase|UnexpectedResult|WithExpectedDate)\(\s*[\w.]+,\s*(?:""(?<text>(?:[^""\\]|\\.)*)""|'(?<text>(?:[^'\\]|\\.)*)')", RegexOptions.CultureInvariant)]
    private static partial Regex Call();

    [GeneratedRegex(@"new Date\((?<year>[0-9]{4}), (?<month>[0-9]+)(?<less> - 1)?, (?<day>[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"new Date\(""|instant:", RegexOptions.CultureInvariant)]
    private static partial Regex Given();

    [GeneratedRegex(@"result\.(?<side>start|end)!?\.get\(""(?<part>year|month|day|hour|minute)""\)\)\.toBe\((?<value>[0-9]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
