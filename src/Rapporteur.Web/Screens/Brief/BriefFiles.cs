using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Printing;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>Briefs as files to keep and send: the same bytes as the command line writes for the same day, template and marking.</summary>
internal static class BriefFiles
{
    private static readonly TimeSpan Printing = TimeSpan.FromSeconds(60);

    /// <summary>Registers the files.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/brief/file/{format}", (Delegate)GetAsync)
        .RequireAuthorization(SignIn.Policy(Role.Reader)).Limited(Workbench.WorkLimit)
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").WithSummary("A brief as a file (format html, md, json or pdf; template=, actor=, issue=, asof=, since=, marking= as for /brief).");

    private static async Task<IResult> GetAsync(HttpContext http)
    {
        var visit = await Visit.OfAsync(http);
        var (format, request) = (visit.Route("format"), BriefRequest.Of(visit));
        var exporter = Exporter.All.FirstOrDefault(e => e.Name == (format == "pdf" ? "html" : format)) ?? throw PageException.NotThere("A brief of this form");
        var made = await visit.Service<BriefShelf>().TakeAsync(visit, request, current: true);
        var brief = made.Brief ?? throw PageException.Wrong(made.Missing!);
        var file = string.Create(CultureInfo.InvariantCulture, $"brief-{request.Template}-{brief.Header.Day:yyyy-MM-dd}.{format}");
        if (format != "pdf") return Results.File(exporter.Export(brief), exporter.MediaType, file);
        try
        {
            var pdf = await visit.Service<WorkGate>().RunAsync(cancel => ChromiumPrinter.Print(exporter.Export(brief), brief.Header.Day ?? visit.View.Today, cancel: cancel), visit.Cancel, Printing);
            return Results.File(pdf, "application/pdf", file);
        }
        catch (PrintingException wrong)
        {
            throw new PageException(StatusCodes.Status503ServiceUnavailable, wrong.Message);
        }
    }
}
