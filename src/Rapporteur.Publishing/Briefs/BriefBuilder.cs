using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Builds a brief from a record.</summary>
internal static class BriefBuilder
{
    public static Brief Build(RecordSnapshot snapshot, BriefOptions options, ImmutableArray<Deadlock> deadlocks, RecordTallies tallies)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Shown, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ShownThreads, 1, nameof(options));
        var allowed = MarkingFence.Apply(snapshot, options.MaxMarking, ref deadlocks);
        var recent = SinceFilter.Apply(allowed, options.Since);
        var desk = new BriefDesk(recent, options, deadlocks);

        // The sections that others point to come first; the order on the page is set below.
        var meetings = MeetingsSection.Build(desk);
        var deadlines = DeadlinesSection.Build(desk);
        var ground = GroundSection.Build(desk);
        var sections = new[]
        {
            ("standing", StandingSection.Build(desk)),
            ("watch", WatchSection.Build(desk)),
            ("timeline", TimelineSection.Build(desk)),
            ("meetings", meetings),
            ("participation", ParticipationSection.Build(desk, tallies.Participation)),
            ("contacts", ContactsSection.Build(desk, tallies.Contacts)),
            ("deadlines", deadlines),
            ("follow-through", FollowThroughSection.Build(desk, tallies.FollowThrough)),
            ("positions", PositionsSection.Build(desk)),
            ("concessions", ConcessionsSection.Build(desk, tallies.Concessions)),
            ("commitments", CommitmentsSection.Build(desk)),
            ("conditions", ConditionsSection.Build(desk)),
            ("measures", MeasuresSection.Build(desk)),
            ("ground", ground),
            ("particulars", ParticularsSection.Build(desk)),
            ("disputes", DisputesSection.Build(desk)),
            ("rulings", RulingsSection.Build(desk)),
            ("blame", BlameSection.Build(desk, tallies.Blame)),
            ("accusations", AccusationsSection.Build(desk)),
            ("statements", StatementsSection.Build(desk)),
            ("assessments", AssessmentsSection.Build(desk)),
            ("background", BackgroundSection.Build(desk)),
            ("other", OtherSection.Build(desk)),
            ("second-reader", SecondReaderSection.Build(desk)),
        };
        return new()
        {
            Header = HeaderMaker.Header(snapshot, allowed, recent, options, desk.Day),
            Sections = [.. sections.Where(s => !s.Item2.IsEmpty).Select(s => Section(s.Item1, s.Item2))],
            EmptySections = [.. sections.Where(s => s.Item2.IsEmpty && s.Item1 is not ("standing" or "particulars" or "background" or "other" or "rulings" or "second-reader" or "watch" or "follow-through" or "participation" or "contacts" or "concessions" or "blame")).Select(s => Title(s.Item1))],
            Parties = desk.Parties,
            Sources = HeaderMaker.Sources(allowed, recent, desk),
        };
    }

    private static Section Section(string id, ImmutableArray<Block> blocks) => new(id, Title(id), Words.Find($"section.{id}.note"), blocks);

    private static string Title(string id) => Words.Of($"section.{id}.title");
}
