using Microsoft.AspNetCore.Routing;

namespace Rapporteur.Web;

/// <summary>The ledger of disputes: two accounts of one thing, side by side. It never says which is right.</summary>
internal static class DisputesScreen
{
    private const string Kind = "disputes";

    /// <summary>Registers its pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<DisputesPage, EntryList>("/disputes", "Accounts that differ, both side by side (state= the class of the dispute, q=, page=).", visit => EntryList.Of(visit, Kind, l => l.Disputes(), "class", 3));
        routes.MapPage<DisputePage, EntryItem>("/disputes/{key}", "One dispute with all claims of both sides.", visit => EntryList.One(visit, Kind, l => l.Disputes(), "This dispute"));
    }
}
