using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Makes a table of stakeholders from a record: positions are what the sides said last, with their evidence; capability and salience are the analyst's. What neither gives is missing and named.</summary>
public static class RecordTable
{
    /// <summary>Puts the table together.</summary>
    /// <param name="board">The record with its issues and position lines (<see cref="IssueBoard"/>).</param>
    /// <param name="numbers">The analyst's numbers.</param>
    public static StakeholderDraft Of(RecordSnapshot board, AnalystNumbers numbers)
    {
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(numbers);
        var missing = new List<string>();
        var issues = Issues(board, numbers, missing);
        var rows = new List<StakeholderRow>();
        foreach (var (key, scale) in issues) rows.AddRange(Rows(board, numbers, key, scale, missing));
        foreach (var name in rows.Select(r => r.Stakeholder).Distinct(StringComparer.OrdinalIgnoreCase))
            if (rows.TrueForAll(r => r.Stakeholder != name || r.Capability is null)) missing.Add($"the capability of {name}");
        if (rows.Count == 0) missing.Add("positions: the record has none on an issue with a scale");
        return new([.. issues.Select(i => (Plain(i.Key), i.Scale))], [.. rows.Select(r => r with { Issue = Plain(r.Issue) })], [.. missing], missing.Count > 0 ? null : Table(board, issues, rows));
    }

    // With scales of the analyst, those issues; otherwise every issue whose options the dossier puts in order.
    private static ImmutableArray<(string Key, Dimension Scale)> Issues(RecordSnapshot board, AnalystNumbers numbers, List<string> missing)
    {
        if (numbers.Scales.IsEmpty) return [.. board.Issues.Where(i => i is { IsOrdered: true, Options.Length: > 1 }).Select(i => (i.Key, new Dimension(i.Name, 0, 100)))];
        var found = ImmutableArray.CreateBuilder<(string, Dimension)>();
        foreach (var (key, low, high) in numbers.Scales)
            if (board.Issues.FirstOrDefault(i => Plain(i.Key) == Plain(key)) is { } issue) found.Add((issue.Key, new(issue.Name, low, high)));
            else missing.Add($"the issue {key}: the record has {(board.Issues.IsEmpty ? "none" : string.Join(", ", board.Issues.Select(i => Plain(i.Key))))}");
        return found.ToImmutable();
    }

    private static IEnumerable<StakeholderRow> Rows(RecordSnapshot board, AnalystNumbers numbers, string key, Dimension scale, List<string> missing)
    {
        var issue = board.Issues.First(i => i.Key == key);
        var given = numbers.Rows.Where(r => Plain(r.Issue) == Plain(key)).Select(r => r with { Issue = key }).ToList();
        foreach (var line in board.PositionLines.Where(l => l.Issue == key))
        {
            var name = board.NameOf(line.Party);
            var own = given.Find(r => r.Stakeholder.Equals(name, StringComparison.OrdinalIgnoreCase) || r.Stakeholder.Equals(line.Party, StringComparison.Ordinal));
            if (own is not null) given.Remove(own);
            if (own?.Salience is { Most: 0 }) continue;
            var row = (own ?? new(name, key)) with { Stakeholder = name };
            if (row.Position is null) row = Stated(row, line, issue, scale, numbers, missing);
            if (row.Salience is null) missing.Add($"the salience of {name} on {issue.Name}");
            yield return row;
        }

        foreach (var row in given)
        {
            if (row.Position is null) missing.Add($"the position of {row.Stakeholder} on {issue.Name}: the record has none");
            if (row.Salience is null) missing.Add($"the salience of {row.Stakeholder} on {issue.Name}");
            yield return row;
        }
    }

    // What the side wanted last; several options together are a range.
    private static StakeholderRow Stated(StakeholderRow row, PositionLine line, Issue issue, Dimension scale, AnalystNumbers numbers, List<string> missing)
    {
        var positions = line.Steps.IsEmpty ? line.Undated : line.Steps[^1].Positions;
        var wanted = positions.Where(p => p is { Option: not null, Firmness: not Firmness.RedLine }).ToList();
        var refused = positions.Where(p => p is { Option: not null, Firmness: Firmness.RedLine }).Select(p => p.Option!).Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
        {
            missing.Add($"the position of {row.Stakeholder} on {issue.Name}: {(refused.Count > 0 ? $"it was read only to refuse {string.Join(", ", refused.Select(o => Named(issue, o)))}" : "what it was read to say falls under no option")}");
            return row with { Source = Told(positions), Evidence = [.. positions.Select(p => p.Claim.Evidence)] };
        }

        var places = wanted.Select(p => Place(issue, p.Option!, scale, numbers)).ToList();
        var unplaced = wanted.Where((_, i) => places[i] is null).Select(p => Named(issue, p.Option!)).Distinct(StringComparer.Ordinal).ToList();
        if (unplaced.Count > 0)
        {
            missing.Add($"the place of {string.Join(", ", unplaced)} on the scale of {issue.Name} (@option)");
            return row;
        }

        return row with { Position = Estimate.Between(places.Min()!.Value, places.Max()!.Value), Source = Told(wanted), Evidence = [.. wanted.Select(p => p.Claim.Evidence)] };
    }

    private static double? Place(Issue issue, string option, Dimension scale, AnalystNumbers numbers)
    {
        if (numbers.Options.TryGetValue((Plain(issue.Key), option), out var place)) return place;
        var at = issue.Options.Select(o => o.Key).ToList().IndexOf(option);
        return issue.IsOrdered && at >= 0 && issue.Options.Length > 1 ? scale.Low + ((scale.High - scale.Low) * at / (issue.Options.Length - 1)) : null;
    }

    /// <summary>The key of an issue as a dossier writes it: without the prefix that keys of issues have in a record.</summary>
    /// <param name="key">The key.</param>
    public static string Plain(string key) => key.StartsWith("issue:", StringComparison.Ordinal) ? key["issue:".Length..] : key;

    private static string Named(Issue issue, string option) => issue.Options.FirstOrDefault(o => o.Key == option)?.Name ?? option;

    private static string? Told(IReadOnlyList<Position> positions)
    {
        if (positions.Count == 0) return null;
        var claim = positions[0].Claim;
        var more = positions.Select(p => p.Claim.Evidence).Distinct().Count() - 1;
        return string.Create(CultureInfo.InvariantCulture, $"“{claim.Evidence.Quote}” {claim.Document.Source}:{claim.Evidence.Span.Start}–{claim.Evidence.Span.End}{(claim.Reported is { } day ? $", {day.Value}" : "")}{(more > 0 ? $"; {more} more" : "")}");
    }

    private static StakeholderTable Table(RecordSnapshot board, ImmutableArray<(string Key, Dimension Scale)> issues, List<StakeholderRow> rows)
    {
        var stakeholders = rows.GroupBy(r => r.Stakeholder, StringComparer.Ordinal).Select(own => new Stakeholder(own.Key, own.First(r => r.Capability is not null).Capability!.Value,
            [.. issues.Select(i => own.FirstOrDefault(r => r.Issue == i.Key) is { } row ? new Stake(row.Position!.Value, row.Salience!.Value) { Evidence = row.Evidence, Source = row.Source } : Stake.Absent(i.Scale))]));
        return new(board.AsOf is { } day ? string.Create(CultureInfo.InvariantCulture, $"record as of {day:yyyy-MM-dd}") : "record", [.. issues.Select(i => i.Scale)], [.. stakeholders]);
    }
}
