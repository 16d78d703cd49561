namespace Rapporteur.Domain;

/// <summary>What a time expression names.</summary>
public enum TimeType
{
    /// <summary>A day, week, month, year or period on the calendar.</summary>
    Date,
    /// <summary>A time of day.</summary>
    Time,
    /// <summary>A length of time.</summary>
    Duration,
    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>Words of a text that name a time, with the value they have against the day of publication.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Type">What they name.</param>
/// <param name="Value">EDTF for dates, ISO 8601 duration (<c>P2W</c>) for durations; <c>..</c> when vague.</param>
/// <param name="Rule">Id of the rule under <c>data/times</c> that found them.</param>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string Value, string Rule)
{
    /// <summary>The value as a date; null for durations.</summary>
    public Edtf? Date => Edtf.Parse(Value);

    /// <summary>The value as a length of time; null for dates and for lengths that the words leave open.</summary>
    public IsoDuration? Duration => IsoDuration.Parse(Value);

    /// <summary>The value in TIMEX3 (ISO-TimeML), which knows weeks (<c>1998-W05</c>), parts of a day (<c>TEV</c>) and open lengths (<c>PXM</c>); null where it was not worked out.</summary>
    public string? Timex { get; init; }

    /// <summary>What a preposition before the words makes of them: <c>by</c>, <c>until</c>, <c>within</c>, <c>since</c>, <c>before</c>, <c>after</c>, <c>in</c>, <c>on</c> …; null where there is none.</summary>
    public string? Relation { get; init; }
}
