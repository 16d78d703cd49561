using System.Globalization;
using System.Text.Json;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Measures time reading against the test cases of two other recognizers: Recognizers-Text (JSON) and chrono (TypeScript).</summary>
public static class TimeSpecs
{
    private static readonly string[] Parsers =
        ["DateParser", "DatePeriodParser", "DurationParser", "SetParser", "HolidayParser", "TimeParser", "DateTimeParser", "TimePeriodParser", "DateTimePeriodParser", "MergedParser", "DateTimeModel"];

    /// <summary>Whether a folder holds such test cases.</summary>
    /// <param name="path">Folder.</param>
    public static bool Is(string path) => Directory.Exists(Path.Combine(path, "recognizers")) || Directory.Exists(Path.Combine(path, "chrono"));

    /// <summary>Judges every case. An expression passes when words that overlap it are read with one of the values that the case allows.</summary>
    /// <param name="path">Folder with <c>recognizers/*.json</c> and <c>chrono/en/*.ts</c>; either may be missing.</param>
    /// <param name="read">Finds the times of a text against a day of publication.</param>
    public static TimeSpecScores Score(string path, Func<string, DateOnly?, IReadOnlyList<TimeExpression>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var scores = new TimeSpecScores();
        var recognizers = Path.Combine(path, "recognizers");
        if (Directory.Exists(recognizers))
            foreach (var file in Directory.GetFiles(recognizers, "*.json").Order(StringComparer.Ordinal)) Recognizers(file, read, scores);
        var chrono = Path.Combine(path, "chrono", "en");
        if (Directory.Exists(chrono))
            foreach (var file in Directory.GetFiles(chrono, "*.ts").Order(StringComparer.Ordinal)) ChronoSpecs.Judge(file, read, scores);
        return scores;
    }

    internal static IEnumerable<string> Lines(string path, CancellationToken cancel)
    {
        var pipeline = ReadingPipeline.Load(DataFolder.Shipped);
        return Score(path, (text, day) => pipeline.Annotate(
            new SourceDocument { Id = "", TextId = "", Source = "case", Text = text, Language = "en", Published = day is { } given ? new(Edtf.Day(given), DateBasis.Given) : PublicationDate.None },
            cancel).Times).Lines();
    }

    private static void Recognizers(string file, Func<string, DateOnly?, IReadOnlyList<TimeExpression>> read, TimeSpecScores scores)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var name = Path.GetFileNameWithoutExtension(file);
        foreach (var item in json.RootElement.EnumerateArray())
        {
            var results = item.GetProperty("Results");
            if (Reason(name) is { } reason)
            {
                scores.LeaveOut("recognizers", reason, Math.Max(1, results.GetArrayLength()));
                continue;
            }

            var text = item.GetProperty("Input").GetString()!;
            var found = read(text, Reference(item));
            if (results.GetArrayLength() == 0) scores.Add("recognizers, nothing to be found", found.Count == 0 ? CaseOutcome.Right : CaseOutcome.OtherValue);
            foreach (var result in results.EnumerateArray())
            {
                var expected = RecognizerCase.Read(result);
                if (expected is null) scores.LeaveOut("recognizers", "cases without a value", 1);
                else if (expected.IsPartOfDay) scores.LeaveOut("recognizers", "hours that a part of the day is given (here it has the day as its value)", 1);
                else scores.Add($"recognizers, {expected.Kind}", expected.Judge(found));
            }
        }
    }

    private static string? Reason(string name) =>
        name.EndsWith("Extractor", StringComparison.Ordinal) ? "spans without values (the same words stand in the other files)"
        : name.StartsWith("TimeZone", StringComparison.Ordinal) ? "names of time zones alone"
        : Parsers.Contains(name) ? null : "modes and options of that library";

    private static DateOnly? Reference(JsonElement item) =>
        item.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var reference)
        && DateOnly.TryParseExact(reference.GetString()![..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : new DateOnly(2016, 11, 7);
}
