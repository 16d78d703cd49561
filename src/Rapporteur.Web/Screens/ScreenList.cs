using System.Collections.Immutable;

namespace Rapporteur.Web;

/// <summary>Every screen, in the order of the navigation. A new screen is a folder beside this file and a line here.</summary>
internal static class ScreenList
{
    /// <summary>The screens.</summary>
    public static ImmutableArray<Screen> All { get; } =
    [
        new("/today", "Today", TodayScreen.Map),
        new("/inbox", "Inbox", InboxScreen.Map),
        new("/review", "Review", ReviewScreen.Map),
        new("/meetings", "Meetings", MeetingsScreen.Map),
        new("/deadlines", "Deadlines", DeadlinesScreen.Map),
        new("/disputes", "Ledger", DisputesScreen.Map),
        new("/matrix", "Matrix", MatrixScreen.Map),
        new("/conditions", "Conditions", ConditionsScreen.Map),
        new("/lab", "Lab", LabScreen.Map),
        new("/brief", "Brief", BriefScreen.Map),
        new("/actors", "Actors", ActorsScreen.Map),
        new("/charts", "Charts", ChartsScreen.Map),
        new("/search", "Search", SearchScreen.Map),
        new("/sources", "Sources", SourcesScreen.Map),
    ];
}
