using Microsoft.AspNetCore.Routing;

namespace Rapporteur.Web;

/// <summary>Deadlines: by when, who has to act, what became of them.</summary>
internal static class DeadlinesScreen
{
    private const string Kind = "deadlines";

    /// <summary>Registers its pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<DeadlinesPage, EntryList>("/deadlines", "Deadlines, those to come first (state=, q=, page=).", visit => EntryList.Of(visit, Kind, l => l.Deadlines(), "state", 3));
        routes.MapPage<DeadlinePage, EntryItem>("/deadlines/{key}", "One deadline with all its claims.", visit => EntryList.One(visit, Kind, l => l.Deadlines(), "This deadline"));
    }
}
