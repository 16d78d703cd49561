using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>Deadlines and meetings as a calendar, and changes as a feed, under addresses to subscribe to.</summary>
internal static class FeedRoutes
{
    private const int Back = 30;

    /// <summary>Registers both.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "talks.ics", "ics", "Deadlines and meetings as an iCalendar to subscribe to; the page /brief gives the address. UIDs stay the same.");
        Map(routes, "talks.atom", "atom", "Changes of the last thirty days as an Atom feed to subscribe to; the page /brief gives the address.");
    }

    /// <summary>The address of a file for who is logged in.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="limit">Strictest marking that it tells.</param>
    /// <param name="file">Name of the file.</param>
    public static string Address(Visit visit, Marking limit, string file) =>
        $"{visit.Http.Request.Scheme}://{visit.Http.Request.Host}/feeds/{EnumSpelling.Of(limit).ToLowerInvariant()}/{visit.Service<FeedKeys>().Token(visit.Name!, limit)}/{file}";

    private static void Map(IEndpointRouteBuilder routes, string file, string format, string summary) =>
        routes.MapGet("/feeds/{marking}/{token}/" + file, (Delegate)((HttpContext http) => GetAsync(http, RecordExporter.Named(format)!))).AllowAnonymous()
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").WithSummary(summary);

    private static async Task<IResult> GetAsync(HttpContext http, RecordExporter exporter)
    {
        var (options, keys) = (http.RequestServices.GetRequiredService<WorkbenchOptions>(), http.RequestServices.GetRequiredService<FeedKeys>());
        var limit = BriefRequest.Markings(options).Select(m => (Marking?)m).FirstOrDefault(m => EnumSpelling.Of(m!.Value).Equals((string?)http.Request.RouteValues["marking"], StringComparison.OrdinalIgnoreCase));
        // Whoever has no right token learns nothing, not even whether there is such a marking.
        if (limit is not { } most || !keys.Opens((string?)http.Request.RouteValues["token"] ?? "", most)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var visit = await Visit.OfAsync(http);
        var (view, room) = (visit.View, visit.Room);
        var since = view.Today.AddDays(-Back);
        var before = exporter.TellsChanges ? await room.AsOfAsync(since) : null;
        var key = $"feed {exporter.Name} {most} {before?.Stamp}";
        var shelf = visit.Service<BriefShelf>();
        var bytes = await visit.Service<WorkGate>().RunAsync(_ => view.Once(key, _ =>
        {
            var now = shelf.Within(view, most);
            var export = new RecordExport(now) { Identity = room.Read((ledger, _, _) => ledger.Id) };
            if (before is not null) export = export with { Since = since, Changes = [.. SnapshotDiff.Between(shelf.Within(before, most), now).Where(c => c.Kind != ChangeKind.Mentioned)] };
            return exporter.Export(export, most);
        }), visit.Cancel);
        return Results.Bytes(bytes, exporter.MediaType);
    }
}
