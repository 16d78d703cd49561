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
        var recent = SinceFilter.Apply(allowed, options.Since);
        var desk = new BriefDesk(recent, options, deadlocks);

        // The sections that others point to come first; the order on the page is set below.
        var meetings = MeetingsSection.Build(desk);
        var deadlines = DeadlinesSection.Build(desk);
        var ground = GroundSection.Build(desk);
        // One that is expected is named in the header where nothing was read for it.
        (string Id, ImmutableArray<Block> Blocks, bool IsExpected)[] sections =
        [
            ("standing", StandingSection.Build(desk), false),
            ("watch", WatchSection.Build(desk), false),
            ("timeline", TimelineSection.Build(desk), false),
            ("meetings", meetings, true),
            ("participation", ParticipationSection.Build(desk, tallies.Participation), false),
            ("contacts", ContactsSection.Build(desk, tallies.Contacts), false),
            ("deadlines", deadlines, true),
            ("follow-through", FollowThroughSection.Build(desk, tallies.FollowThrough), false),
            ("positions", PositionsSection.Build(desk), true),
            ("concessions", ConcessionsSection.Build(desk, tallies.Concessions), false),
            ("commitments", CommitmentsSection.Build(desk), true),
            ("conditions", ConditionsSection.Build(desk, conditions), true),
            ("measures", MeasuresSection.Build(desk), true),
            ("ground", ground, true),
            ("particulars", ParticularsSection.Build(desk), false),
            ("disputes", DisputesSection.Build(desk), true),
            ("rulings", RulingsSection.Build(desk), false),
            ("blame", BlameSection.Build(desk, tallies.Blame), false),
            ("accusations", AccusationsSection.Build(desk), true),
            ("statements", StatementsSection.Build(desk), true),
            ("assessments", AssessmentsSection.Build(desk), true),
            ("background", BackgroundSection.Build(desk), false),
            ("other", OtherSection.Build(desk), false),
            ("second-reader", SecondReaderSection.Build(desk), false),
        ];
        return new()
        {
            Header = HeaderMaker.Header(snapshot, allowed, recent, options, desk.Day),
            Sections = [.. sections.Where(s => !s.Blocks.IsEmpty).Select(s => Section(s.Id, s.Blocks))],
            EmptySections = [.. sections.Where(s => s.IsExpected && s.Blocks.IsEmpty).Select(s => Title(s.Id))],
            Parties = desk.Parties,
            Sources = HeaderMaker.Sources(allowed, recent, desk),
        };
    }

    private static Section Section(string id, ImmutableArray<Block> blocks) => new(id, Title(id), Words.Find($"section.{id}.note"), blocks);

    private static string Title(string id) => Words.Of($"section.{id}.title");
}
