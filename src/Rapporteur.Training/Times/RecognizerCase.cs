using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>One expression that Recognizers-Text expects, with every value it allows.</summary>
/// <param name="Kind">Date, daterange, time, duration, set …</param>
/// <param name="Words">The words.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Values">TIMEX with first and last (not included) day or time; either null where it is open or not given.</param>
internal sealed record RecognizerCase(string Kind, string Words, TextSpan Span, IReadOnlyList<(string Timex, string? First, string? End)> Values)
{
    private static readonly string[] Parts = ["morning", "afternoon", "evening", "night", "tonight", "noon", "daytime", "midday"];
    private static readonly string[] FirstKeys = ["start", "value", "date", "startDate", "dateTime", "startDateTime", "time", "startTime"];
    private static readonly string[] EndKeys = ["end", "endDate", "endDateTime", "endTime"];

    /// <summary>Whether hours are expected of a part of the day.</summary>
    public bool IsPartOfDay => Kind is "timerange" or "datetimerange" && Parts.Any(part => Words.Contains(part, StringComparison.OrdinalIgnoreCase));

    /// <summary>The expression of a result; null where it has no value.</summary>
    public static RecognizerCase? Read(JsonElement result)
    {
        var kind = (Property(result, "TypeName") ?? Property(result, "Type") ?? "").Replace("datetimeV2.", "", StringComparison.Ordinal);
        var start = result.TryGetProperty("Start", out var at) ? at.GetInt32() : 0;
        var words = Property(result, "Text") ?? "";
        var values = new List<(string, string?, string?)>();
        if (result.TryGetProperty("Resolution", out var resolution) || result.TryGetProperty("Value", out resolution))
        {
            if (resolution.ValueKind == JsonValueKind.Object && resolution.TryGetProperty("values", out var list) && list.ValueKind == JsonValueKind.Array)
                foreach (var value in list.EnumerateArray()) values.Add((Property(value, "timex") ?? "", First(value, FirstKeys), First(value, EndKeys)));
            else if (resolution.ValueKind == JsonValueKind.Object)
                foreach (var name in new[] { "FutureResolution", "PastResolution" })
                    if (resolution.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object)
                        values.Add((Property(resolution, "Timex") ?? "", First(value, FirstKeys), First(value, EndKeys)));
        }

        return values.Count == 0 || kind.Length == 0 ? null : new(kind, words, new(start, start + words.Length), values);
    }

    /// <summary>What came of the case.</summary>
    /// <param name="found">Times read in the whole input.</param>
    public CaseOutcome Judge(IReadOnlyList<TimeExpression> found)
    {
        var near = found.Where(time => time.Span.Overlaps(Span)).ToList();
        return near.Count == 0 ? CaseOutcome.Missed : near.Exists(time => Values.Any(value => Fits(time, value))) ? CaseOutcome.Right : CaseOutcome.OtherValue;
    }

    private bool Fits(TimeExpression time, (string Timex, string? First, string? End) value)
    {
        switch (Kind)
        {
            case "duration" or "set":
                return TimexValue.Normal(time.Timex) == TimexValue.Normal(value.Timex) || DateBounds.Of(time.Value) == DateBounds.Of(value.Timex);
            case "time":
                return Clock(time.Value) is { } clock && clock == Clock("T" + value.First);
            case "datetime":
                return Day(value.First) is { } day && time.Date?.Earliest == day && Clock(time.Value) == Clock(value.First!.Replace(' ', 'T'));
            case "date":
                return Day(value.First) is { } only && time.Date is { } date && date.Earliest == only && date.Latest == only;
            default:
                var (first, end) = (Day(value.First), Day(value.End));
                if (time.Date is { } bound && IsBound(time.Relation, bound, first, end)) return true;
                return time.Date is { } range && (first, end) != (null, null) && range.Earliest == first && (range.Latest == end || range.Latest == end?.AddDays(-1));
        }
    }

    // Here a bound is a date and what its preposition makes of it.
    private static bool IsBound(string? relation, Edtf date, DateOnly? first, DateOnly? end) => relation switch
    {
        "before" or "by" or "until" or "till" or "no later than" or "not later than" or "prior to" => first is null && end is not null && (end == date.Earliest || end == date.Latest || end == date.Latest?.AddDays(1)),
        "after" or "since" or "from" => end is null && first is not null && (first == date.Earliest || first == date.Latest || first == date.Latest?.AddDays(1)),
        _ => false,
    };

    private static string? Clock(string? value)
    {
        var t = value?.IndexOf('T', StringComparison.Ordinal) ?? -1;
        return t >= 0 && value!.Length >= t + 6 ? value[(t + 1)..(t + 6)] : null;
    }

    private static DateOnly? Day(string? value) => value is { Length: >= 10 } && DateOnly.TryParse(value[..10], out var day) ? day : null;

    private static string? First(JsonElement value, string[] keys) => keys.Select(key => Property(value, key)).FirstOrDefault(text => text is not null);

    private static string? Property(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
