using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Builds a brief from a record.</summary>
internal static class BriefBuilder
{
    public static Brief Build(RecordSnapshot snapshot, BriefOptions options, ImmutableArray<Deadlock> deadlocks, RecordTallies tallies, ConditionGraph conditions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Shown, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ShownThreads, 1, nameof(options));
        var allowed = MarkingFence.Apply(snapshot, options.MaxMarking, ref deadlocks);
        options = options with { Notes = [.. options.Notes.Where(n => n.Marking.IsWithin(options.MaxMarking))] };
        if (options.Template is { } template) return TemplateBuilder.Build(template, snapshot, allowed, options, deadlocks, tallies);
        var recent = SinceFilter.Apply(allowed, options.Since);
        var desk = new BriefDesk(recent, options, deadlocks) { Conditions = conditions };

        // The sections that others point to come first.
        var built = new Dictionary<string, ImmutableArray<Block>>(StringComparer.Ordinal);
        foreach (var section in BriefSections.All.OrderByDescending(s => s.IsFirst)) built.Add(section.Id, section.Build(desk, tallies));
        return new()
        {
            Header = HeaderMaker.Header(snapshot, allowed, recent, options, desk.Day),
            Sections = [.. BriefSections.All.Where(s => !built[s.Id].IsEmpty).Select(s => new Section(s.Id, Title(s.Id), Words.Find($"section.{s.Id}.note"), built[s.Id]))],
            EmptySections = [.. BriefSections.All.Where(s => s.IsExpected && built[s.Id].IsEmpty).Select(s => Title(s.Id))],
            Parties = desk.Parties,
            Sources = HeaderMaker.Sources(allowed, recent, desk),
        };
    }

    private static string Title(string id) => Words.Of($"section.{id}.title");
}
