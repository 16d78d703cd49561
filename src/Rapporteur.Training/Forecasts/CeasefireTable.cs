using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>A ceasefire of the ETH-PRIO Civil Conflict Ceasefire Dataset (Clayton et al. 2023), with how long it was seen to last.</summary>
/// <param name="Duration">How long.</param>
/// <param name="Codes">What the coders say of it, by column.</param>
internal sealed record Ceasefire(Duration Duration, IReadOnlyDictionary<string, string> Codes)
{
    // The data set ends here: what lasted on this day is not known to have ended.
    private static readonly DateOnly LastDay = new(2020, 12, 31);

    private const int MiddleOfMonth = 15;
    private const string Ongoing = "0";

    /// <summary>Reads the ceasefires whose beginning is known, and whose end is known or who still lasted; one for each, however many actors declared it.</summary>
    /// <param name="table">The table of declarations, with commas and quotes.</param>
    /// <exception cref="InvalidDataException">A column is missing.</exception>
    public static ImmutableArray<Ceasefire> Read(TextReader table)
    {
        var rows = QuotedTable.Rows(table).GetEnumerator();
        if (!rows.MoveNext()) throw new InvalidDataException("The table of ceasefires is empty.");
        var header = rows.Current.Select(name => name.Trim('\uFEFF')).ToArray();
        foreach (var column in new[] { "cc", "cf_id", "cf_effect_yr", "cf_dec_yr", "end_yr", "ended" })
            if (!header.Contains(column)) throw new InvalidDataException($"The table of ceasefires has no column {column}.");
        var (found, seen) = (ImmutableArray.CreateBuilder<Ceasefire>(), new HashSet<(string, string)>());
        while (rows.MoveNext())
        {
            var codes = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < header.Length && i < rows.Current.Count; i++) codes.TryAdd(header[i], rows.Current[i]);
            if (!seen.Add((codes["cc"], codes["cf_id"])) || (Day(codes, "cf_effect") ?? Day(codes, "cf_dec")) is not { } start) continue;
            var end = codes["ended"] == Ongoing ? LastDay : Day(codes, "end");
            if (end is { } last && last >= start) found.Add(new(new(last.DayNumber - start.DayNumber, codes["ended"] != Ongoing), codes));
        }

        return found.ToImmutable();
    }

    // A month without a day counts as its middle.
    private static DateOnly? Day(Dictionary<string, string> codes, string of)
    {
        int Part(string name) => int.TryParse(codes.GetValueOrDefault($"{of}_{name}"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : 0;
        var (year, month, day) = (Part("yr"), Part("month"), Part("day"));
        if (year <= 0 || month is < 1 or > 12) return null;
        if (day <= 0) day = MiddleOfMonth;
        return day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }
}
