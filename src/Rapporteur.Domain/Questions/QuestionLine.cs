using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>Entries of a ledger of questions as lines of JSON, each sealed by a hash of its bytes (docs/formats/questions.md). Thread safe.</summary>
public static class QuestionLine
{
    private const string HashField = ",\"hash\":\"", Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", DayForm = "yyyy-MM-dd";

    /// <summary>The line of an entry, without an end of line; its last field is the hash of all before it.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="type">What answers its question.</param>
    public static string Write(QuestionEntry entry, QuestionType type)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var body = JsonText.Object(json => Fields(json, entry, type));
        return $"{body[..^1]}{HashField}{ContentHash.Of(body)}\"}}";
    }

    /// <summary>The hash that a line states, and the one that its bytes have; they differ where the line was changed.</summary>
    /// <param name="line">The line.</param>
    /// <returns>Both; the stated one is empty where the line has none at its end.</returns>
    public static (string Stated, string Found) Hashes(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var at = line.LastIndexOf(HashField, StringComparison.Ordinal);
        return at < 0 || !line.EndsWith("\"}", StringComparison.Ordinal) ? ("", ContentHash.Of(line)) : (line[(at + HashField.Length)..^2], ContentHash.Of(line[..at] + "}"));
    }

    /// <summary>Reads a line; its hash is not checked.</summary>
    /// <param name="line">The line.</param>
    /// <param name="typeOf">What answers a question that was asked in an earlier line; null where there is none of that id.</param>
    /// <exception cref="FormatException">The line is no entry; the message names the field and what was expected.</exception>
    public static QuestionEntry Read(string line, Func<string, QuestionType?> typeOf)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(typeOf);
        try
        {
            using var json = JsonDocument.Parse(line);
            return Entry(new(json.RootElement), typeOf);
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"expected one JSON object, found a fault at byte {wrong.BytePositionInLine ?? 0}", wrong);
        }
        catch (InterchangeFault wrong)
        {
            throw new FormatException($"{wrong.Path}: {wrong.Message}", wrong);
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <summary>A value of a question as people read it: yes, no, a number, a day.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">What answers the question.</param>
    public static string Spelled(double value, QuestionType type) => type switch
    {
        QuestionType.YesNo => value > 0 ? "yes" : "no",
        QuestionType.Date => DateOnly.FromDayNumber((int)value).ToString(DayForm, CultureInfo.InvariantCulture),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a value as <see cref="Spelled"/> writes it; null where it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="type">What answers the question.</param>
    public static double? Value(string text, QuestionType type) => type switch
    {
        QuestionType.YesNo => text is "yes" ? 1 : text is "no" ? 0 : null,
        QuestionType.Date => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : null,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
    };

    private static void Fields(Utf8JsonWriter json, QuestionEntry entry, QuestionType type)
    {
        json.WriteNumber("sequence", entry.Head.Sequence);
        json.WriteString("previous", entry.Head.Previous);
        json.WriteString("recorded", entry.Head.Recorded.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture));
        json.WriteString("day", entry.Head.Day.ToString(DayForm, CultureInfo.InvariantCulture));
        json.WriteString("by", entry.Head.By);
        json.WriteString("question", entry.Question);
        switch (entry)
        {
            case QuestionAsked asked:
                json.WriteString("entry", "asked");
                json.WriteString("text", asked.Text);
                json.WriteString("rule", asked.Rule);
                json.WriteString("closes", asked.Closes.ToString(DayForm, CultureInfo.InvariantCulture));
                json.WriteString("type", EnumSpelling.Of(asked.Type));
                break;
            case ForecastGiven given:
                json.WriteString("entry", "forecast");
                if (given.Forecast.Probability is { } probability) json.WriteNumber("probability", probability);
                else Quantiles(json, given.Forecast.Quantiles, type);
                if (given.Basis is { } basis) json.WriteString("basis", basis);
                break;
            case QuestionResolved resolved:
                json.WriteString("entry", "resolved");
                json.WriteString("outcome", resolved.Outcome is { } outcome ? Spelled(outcome, type) : "void");
                if (resolved.Evidence is { } evidence) json.WriteString("evidence", evidence);
                break;
        }
    }

    private static void Quantiles(Utf8JsonWriter json, ImmutableArray<QuantilePoint> quantiles, QuestionType type)
    {
        json.WriteStartArray("quantiles");
        foreach (var point in quantiles)
        {
            json.WriteStartArray();
            json.WriteNumberValue(point.Share);
            if (type == QuestionType.Date) json.WriteStringValue(Spelled(point.Value, type));
            else json.WriteNumberValue(point.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static QuestionEntry Entry(JsonField line, Func<string, QuestionType?> typeOf)
    {
        var (id, kind) = (line.Required("question").String(), line.Required("entry").String());
        var recorded = line.Required("recorded");
        var head = new EntryHead((long)line.Required("sequence").Decimal(), line.Required("previous").String(),
            DateTimeOffset.TryParseExact(recorded.String(), Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : throw recorded.Fault("expected a time such as 2026-01-31T12:00:00.000Z"),
            Day(line.Required("day")), line.Required("by").String());
        if (kind == "asked")
        {
            return new QuestionAsked(head, id, line.Required("text").String(), line.Required("rule").String(), Day(line.Required("closes")), line.Required("type").Enum<QuestionType>());
        }

        var answers = typeOf(id) ?? throw line.Required("question").Fault($"expected a question that was asked before, found {id}");
        var field = line.Required("entry");
        return kind switch
        {
            "forecast" => new ForecastGiven(head, id, Forecast(line, answers), line.Optional("basis")?.String()),
            "resolved" => new QuestionResolved(head, id, Outcome(line.Required("outcome"), answers), line.Optional("evidence")?.String()),
            _ => throw field.Fault("expected asked, forecast or resolved"),
        };
    }

    private static QuestionForecast Forecast(JsonField line, QuestionType type)
    {
        if (type == QuestionType.YesNo) return QuestionForecast.Of((double)line.Required("probability").Decimal());
        return QuestionForecast.Of(line.Required("quantiles").Each(pair => pair.Each(field => field) is [var share, var value]
            ? new QuantilePoint((double)share.Decimal(), type == QuestionType.Date ? Value(value.String(), type) ?? throw value.Fault("expected a day") : (double)value.Decimal())
            : throw pair.Fault("expected a share and a value")));
    }

    private static double? Outcome(JsonField field, QuestionType type) =>
        field.String() is "void" ? null : Value(field.String(), type) ?? throw field.Fault("expected void, or an answer of the question's type");

    private static DateOnly Day(JsonField field) => DateOnly.TryParseExact(field.String(), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw field.Fault("expected a day such as 2026-01-31");
}
