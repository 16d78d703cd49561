using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Makes a ladder of the deadlines of a record.</summary>
internal static class LadderMaker
{
    /// <summary>The chart; null where no deadline has a day.</summary>
    public static DeadlineLadder? Of(ChartDesk desk, string id)
    {
        var live = desk.Brief.Snapshot.Deadlines.Where(d => d.Claims.Any(BriefDesk.IsLive)).ToImmutableArray();
        return DeadlineLadder.Of(id, [.. live.Select(d => Step(desk, d))], desk.Brief.Day);
    }

    private static LadderStep Step(ChartDesk desk, Deadline deadline)
    {
        var ground = DeadlinesSection.Ground(deadline);
        var fields = new ClaimFields(ground, desk.Brief.Names);
        var by = desk.Brief.Names.By(deadline.SetBy).Text;
        var to = deadline.SelfSet ? "" : string.Concat(desk.Brief.Names.All(deadline.Addressees).Select(p => p.Text));
        var line = string.Concat(DeadlinesSection.Phrase(desk.Brief, deadline, "thread.deadline-standing").Select(p => p.Text));
        return new(deadline.Key, to.Length > 0 ? $"{by} → {to}" : by, string.Concat(fields["what"].Select(p => p.Text)), deadline.Claims.Where(BriefDesk.IsLive).Min(c => c.Document.Published.Anchor),
            deadline.Due, deadline.State, DeadlinesSection.State(deadline), desk.Mark(line, ground))
        {
            Next = deadline.ReplacedBy ?? deadline.SucceededBy,
            IsReplaced = deadline.ReplacedBy is not null,
        };
    }
}
