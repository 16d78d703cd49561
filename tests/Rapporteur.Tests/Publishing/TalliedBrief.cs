using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Tests;

/// <summary>Briefs of dispatches with all counts over them.</summary>
internal static class TalliedBrief
{
    public static Brief Of(params Dispatch[] dispatches)
    {
        var snapshot = Dispatch.Snapshot(dispatches);
        return Brief.From(snapshot, tallies: TallyFold.Of(snapshot));
    }

    /// <summary>The lines of a section as text.</summary>
    public static IEnumerable<string> Lines(this Brief brief, string section) => brief.Sections.Single(s => s.Id == section).Lines.Select(l => l.Text);
}
