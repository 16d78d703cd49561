using Microsoft.AspNetCore.Routing;

namespace Rapporteur.Web;

/// <summary>Meetings with each party's account of them.</summary>
internal static class MeetingsScreen
{
    private const string Kind = "meetings";

    /// <summary>Registers its pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<MeetingsPage, EntryList>("/meetings", "Meetings, the most recently spoken of first, with each party's account (state=, q=, page=).", visit => EntryList.Of(visit, Kind, l => l.Meetings(), "state", 2));
        routes.MapPage<MeetingPage, EntryItem>("/meetings/{key}", "One meeting with all its claims.", visit => EntryList.One(visit, Kind, l => l.Meetings(), "This meeting"));
    }
}
