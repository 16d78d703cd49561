using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The sections of the full brief in the order of the page.</summary>
internal static class BriefSections
{
    /// <summary>A section.</summary>
    /// <param name="Id">Anchor and stable code.</param>
    /// <param name="Build">Its content; empty where nothing was read for it.</param>
    /// <param name="IsExpected">Whether the header names it where nothing was read for it.</param>
    /// <param name="IsFirst">Whether it is built before the others, which point to its lines.</param>
    public sealed record Entry(string Id, Func<BriefDesk, RecordTallies, ImmutableArray<Block>> Build, bool IsExpected = false, bool IsFirst = false);

    public static ImmutableArray<Entry> All { get; } =
    [
        new("standing", (desk, _) => StandingSection.Build(desk)),
        new("notes", (desk, _) => NotesSection.Build(desk)),
        new("watch", (desk, _) => WatchSection.Build(desk)),
        new("timeline", (desk, _) => TimelineSection.Build(desk)),
        new("meetings", (desk, _) => MeetingsSection.Build(desk), IsExpected: true, IsFirst: true),
        new("participation", (desk, tallies) => ParticipationSection.Build(desk, tallies.Participation)),
        new("contacts", (desk, tallies) => ContactsSection.Build(desk, tallies.Contacts)),
        new("deadlines", (desk, _) => DeadlinesSection.Build(desk), IsExpected: true, IsFirst: true),
        new("follow-through", (desk, tallies) => FollowThroughSection.Build(desk, tallies.FollowThrough)),
        new("positions", (desk, _) => PositionsSection.Build(desk), IsExpected: true),
        new("concessions", (desk, tallies) => ConcessionsSection.Build(desk, tallies.Concessions)),
        new("commitments", (desk, _) => CommitmentsSection.Build(desk), IsExpected: true),
        new("conditions", (desk, _) => ConditionsSection.Build(desk), IsExpected: true),
        new("measures", (desk, _) => MeasuresSection.Build(desk), IsExpected: true),
        new("ground", (desk, _) => GroundSection.Build(desk), IsExpected: true, IsFirst: true),
        new("particulars", (desk, _) => ParticularsSection.Build(desk)),
        new("disputes", (desk, _) => DisputesSection.Build(desk), IsExpected: true),
        new("rulings", (desk, _) => RulingsSection.Build(desk)),
        new("blame", (desk, tallies) => BlameSection.Build(desk, tallies.Blame)),
        new("accusations", (desk, _) => AccusationsSection.Build(desk), IsExpected: true),
        new("statements", (desk, _) => StatementsSection.Build(desk), IsExpected: true),
        new("assessments", (desk, _) => AssessmentsSection.Build(desk), IsExpected: true),
        new("background", (desk, _) => BackgroundSection.Build(desk)),
        new("other", (desk, _) => OtherSection.Build(desk)),
        new("second-reader", (desk, _) => SecondReaderSection.Build(desk)),
    ];

    /// <summary>Ids that a template may name: all but what only the full brief can hold, since it rests on what the others left.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. All.Select(s => s.Id).Where(id => id != "other")];

    /// <summary>The content of a section.</summary>
    /// <param name="id">One of <see cref="Ids"/>.</param>
    /// <param name="desk">The brief.</param>
    /// <param name="tallies">What was counted over the record.</param>
    public static ImmutableArray<Block> Build(string id, BriefDesk desk, RecordTallies tallies) => All.First(s => s.Id == id).Build(desk, tallies);
}
