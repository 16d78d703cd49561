using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Red lines that a record holds for the parties and options of a table: what a side refuses in the newest step of its position, with the claims that say so.
/// Issues, options and parties of the table are found in the record by name, or by key; nothing is guessed.</summary>
public static class RecordRedLines
{
    /// <summary>The red lines; none twice.</summary>
    /// <param name="snapshot">The record, with its positions under issues (<see cref="IssueBoard"/>).</param>
    /// <param name="table">What the analyst put in.</param>
    public static ImmutableArray<RedLine> Of(RecordSnapshot snapshot, PackageTable table)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(table);
        var lines = ImmutableArray.CreateBuilder<RedLine>();
        foreach (var position in snapshot.PositionLines)
        {
            var party = Index(table.Parties, p => p.Name, position.Party, snapshot.NameOf(position.Party));
            if (party < 0 || position.Steps.IsEmpty || snapshot.Issues.FirstOrDefault(i => i.Key == position.Issue) is not { } issue) continue;
            var at = Index(table.Space.Issues, i => i.Name, issue.Key, issue.Name);
            if (at < 0) continue;
            var step = position.Steps[^1];
            foreach (var stance in step.Stances.Where(s => s is { Firmness: Firmness.RedLine, Option: not null }))
            {
                var name = issue.Options.FirstOrDefault(o => o.Key == stance.Option)?.Name ?? stance.Option!;
                var option = Index(table.Space.Issues[at].Options, o => o, stance.Option!, name);
                if (option < 0) continue;
                var evidence = step.Positions.Where(p => p.Option == stance.Option && p.Firmness == Firmness.RedLine).Select(p => p.Claim).ToImmutableArray();
                lines.Add(new(party, at, [option]) { Source = evidence.IsEmpty ? null : evidence[^1].Evidence.Quote, Evidence = [.. evidence.Select(c => c.Evidence)] });
            }
        }

        return lines.ToImmutable();
    }

    private static int Index<T>(ImmutableArray<T> all, Func<T, string> name, string key, string shown)
    {
        for (var i = 0; i < all.Length; i++)
            if (name(all[i]).Equals(shown, StringComparison.OrdinalIgnoreCase) || name(all[i]).Equals(key, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }
}
