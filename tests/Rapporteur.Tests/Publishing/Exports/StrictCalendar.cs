using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Rapporteur.Tests;

/// <summary>One component of a calendar: its properties by name with their parameters, and the components in it.</summary>
internal sealed record CalendarComponent(string Name, ImmutableDictionary<string, string> Properties, ImmutableArray<CalendarComponent> Components);

/// <summary>Reads iCalendar as RFC 5545 has it and forgives nothing: throws <see cref="FormatException"/> with the rule that is broken.</summary>
internal static partial class StrictCalendar
{
    // Components (RFC 5545, 3.4 and 3.6), spelled here anew: a reader that took them from the writer would not see a wrong one.
    public const string Calendar = "VCALENDAR";
    public const string Task = "VTODO";
    public const string Event = "VEVENT";
    public const string TimeZone = "VTIMEZONE";
    private const string StandardTime = "STANDARD";

    private static readonly ImmutableArray<string> Texts = ["SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"];

    private static readonly ImmutableDictionary<string, (string[] Needed, string[] Allowed)> Grammar = new Dictionary<string, (string[], string[])>
    {
        [Calendar] = (["PRODID", "VERSION"], ["CALSCALE", "METHOD"]),
        [Task] = (["UID", "DTSTAMP"], ["DUE", "DTSTART", "SUMMARY", "DESCRIPTION", "STATUS", "CATEGORIES", "CLASS", "LOCATION"]),
        [Event] = (["UID", "DTSTAMP", "DTSTART"], ["DTEND", "SUMMARY", "DESCRIPTION", "STATUS", "CATEGORIES", "CLASS", "LOCATION", "TRANSP"]),
        [TimeZone] = (["TZID"], []),
        [StandardTime] = (["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"], []),
    }.ToImmutableDictionary();

    public static CalendarComponent Read(byte[] bytes)
    {
        var lines = new Queue<string>(Unfold(bytes));
        var calendar = Component(lines);
        Must(lines.Count == 0, "one calendar, and nothing after it");
        Must(calendar.Name == Calendar && calendar.Properties["VERSION"] == ":2.0", "3.4, 3.7.4: a calendar of version 2.0");
        Must(calendar.Components.Length > 0, "3.6: one component at least");
        var entries = calendar.Components.Where(c => c.Name is Task or Event).ToList();
        Must(entries.Select(c => c.Properties["UID"]).Distinct().Count() == entries.Count, "3.8.4.7: no two have one UID");
        return calendar;
    }

    /// <summary>The text of a property, escapes undone.</summary>
    public static string Text(CalendarComponent component, string name) => Escape().Replace(component.Properties[name][1..], m => m.Value is "\\n" or "\\N" ? "\n" : m.Value[1..]);

    private static List<string> Unfold(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Must(text.EndsWith("\r\n", StringComparison.Ordinal), "3.1: the last line ends too");
        var physical = text[..^2].Split("\r\n");
        foreach (var line in physical)
        {
            Must(!line.AsSpan().ContainsAny('\r', '\n'), "3.1: lines end in CR LF, and hold neither alone");
            Must(Encoding.UTF8.GetByteCount(line) <= 75, "3.1: 75 octets a line");
            Must(!line.Any(c => char.IsControl(c) && c != '\t'), "3.1: no control characters");
            Must(line.Length > 0, "3.1: no empty line");
        }

        var lines = new List<string>();
        foreach (var line in physical)
            if (line[0] is ' ' or '\t') lines[^1] += line[1..];
            else lines.Add(line);
        return lines;
    }

    private static CalendarComponent Component(Queue<string> lines)
    {
        var begin = lines.Dequeue();
        Must(begin.StartsWith("BEGIN:", StringComparison.Ordinal), "3.6: BEGIN");
        var name = begin[6..];
        Must(Grammar.ContainsKey(name), $"3.6: a component of the standard, not {name}");
        var properties = ImmutableDictionary.CreateBuilder<string, string>();
        var components = ImmutableArray.CreateBuilder<CalendarComponent>();
        while (!lines.Peek().StartsWith("END:", StringComparison.Ordinal))
        {
            if (lines.Peek().StartsWith("BEGIN:", StringComparison.Ordinal))
            {
                components.Add(Component(lines));
                continue;
            }

            var match = Line().Match(lines.Dequeue());
            Must(match.Success, "3.1: name, parameters, value");
            var (property, parameters, value) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
            Must(Grammar[name].Needed.Contains(property) || Grammar[name].Allowed.Contains(property), $"3.6: no {property} in {name}");
            Must(properties.TryAdd(property, parameters + ":" + value), $"3.6: one {property} in {name}");
            Value(name, property, parameters, value);
        }

        Must(lines.Dequeue() == "END:" + name, "3.6: END of what was begun");
        foreach (var needed in Grammar[name].Needed) Must(properties.ContainsKey(needed), $"3.6: {name} has {needed}");
        foreach (var end in (string[])["DTEND", "DUE"])
            if (properties.TryGetValue(end, out var last) && properties.TryGetValue("DTSTART", out var first))
                Must(last.Split(':')[0] == first.Split(':')[0] && string.CompareOrdinal(last, first) > 0, $"3.8.2.2, 3.8.2.3: {end} lies after DTSTART and is of its kind");
        return new(name, properties.ToImmutable(), components.ToImmutable());
    }

    private static void Value(string component, string name, string parameters, string value)
    {
        if (Texts.Contains(name)) Must(TextValue().IsMatch(value) && parameters == "", $"3.3.11: {name} escapes what it has to");
        if (name == "DTSTAMP") Must(parameters == "" && DateTime.TryParseExact(value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), "3.8.7.2: in UTC");
        if (name is "DUE" || (name is "DTSTART" && component != StandardTime)) Must(parameters == ";VALUE=DATE" && DateOnly.TryParseExact(value, "yyyyMMdd", out _), $"3.3.4: {name} is a day");
        if (name == "STATUS") Must((component == Task ? ["NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"] : new[] { "TENTATIVE", "CONFIRMED", "CANCELLED" }).Contains(value), $"3.8.1.11: {value}");
        if (name == "CLASS") Must(value is "PUBLIC" or "PRIVATE" or "CONFIDENTIAL", "3.8.1.3");
        if (name == "TRANSP") Must(value is "OPAQUE" or "TRANSPARENT", "3.8.2.7");
        if (name == "CALSCALE") Must(value == "GREGORIAN", "3.7.1");
    }

    private static void Must(bool holds, string rule)
    {
        if (!holds) throw new FormatException(rule);
    }

    [GeneratedRegex("^([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?:[^\\;,]|\\[\\;,nN])*$")]
    private static partial Regex TextValue();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
