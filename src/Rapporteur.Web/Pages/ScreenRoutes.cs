using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Rapporteur.Web;

/// <summary>Registers pages and acts. A page is a model and a component that shows it; the same address with <c>.json</c> gives the model, so that no page can be without it.
/// An act is a form that changes something: it needs a role and the token of its form.</summary>
internal static class ScreenRoutes
{
    /// <summary>How models are written.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Registers a page that shows the record.</summary>
    /// <typeparam name="TPage">Component with parameters <c>Visit</c> and <c>Model</c>.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    /// <param name="routes">Where to.</param>
    /// <param name="path">Address, such as <c>/source/{text}</c>.</param>
    /// <param name="summary">One sentence for the description of the interface.</param>
    /// <param name="show">Makes the model; throws <see cref="PageException"/>.</param>
    public static void MapPage<TPage, TModel>(this IEndpointRouteBuilder routes, string path, string summary, Func<Visit, TModel> show) where TPage : IComponent where TModel : notnull =>
        routes.MapPage<TPage, TModel>(path, summary, visit => Task.FromResult(show(visit)));

    /// <summary>Registers a page whose model takes asking.</summary>
    /// <typeparam name="TPage">Component with parameters <c>Visit</c> and <c>Model</c>.</typeparam>
    /// <typeparam name="TModel">What it shows.</typeparam>
    /// <param name="routes">Where to.</param>
    /// <param name="path">Address.</param>
    /// <param name="summary">One sentence for the description of the interface.</param>
    /// <param name="show">Makes the model; throws <see cref="PageException"/>.</param>
    public static void MapPage<TPage, TModel>(this IEndpointRouteBuilder routes, string path, string summary, Func<Visit, Task<TModel>> show) where TPage : IComponent where TModel : notnull
    {
        routes.MapGet(path, (Delegate)PageAsync).RequireAuthorization(SignIn.Policy(Role.Reader)).ExcludeFromDescription();
        routes.MapGet(path + ".json", (Delegate)JsonAsync).RequireAuthorization(SignIn.Policy(Role.Reader)).Produces<TModel>().WithSummary(summary);

        async Task<IResult> PageAsync(HttpContext http)
        {
            var visit = await Visit.OfAsync(http);
            return Page<TPage>(visit, await show(visit));
        }

        async Task<IResult> JsonAsync(HttpContext http) => Results.Json(await show(await Visit.OfAsync(http)), Json);
    }

    /// <summary>Registers an act.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="path">Address.</param>
    /// <param name="role">Who may.</param>
    /// <param name="act">Does it; throws <see cref="PageException"/>.</param>
    public static RouteHandlerBuilder MapAct(this IEndpointRouteBuilder routes, string path, Role role, Func<Visit, IFormCollection, Task<IResult>> act) =>
        routes.MapPost(path, (Delegate)((HttpContext http) => Checked(http, async form => await act(await Visit.OfAsync(http), form))))
            .RequireAuthorization(SignIn.Policy(role)).ExcludeFromDescription();

    /// <summary>Answers a form after its token was found right.</summary>
    /// <param name="http">The request.</param>
    /// <param name="answer">What comes after.</param>
    public static async Task<IResult> Checked(HttpContext http, Func<IFormCollection, Task<IResult>> answer)
    {
        if (!http.Request.HasFormContentType) throw PageException.Wrong("This address takes a form.");
        // Read before its token is looked for, which would call a form that is too large one of another site.
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        try
        {
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            throw PageException.Wrong("The form is too old, or does not come from this workbench. Load its page again and repeat what you did.");
        }

        return await answer(form);
    }

    /// <summary>A page as an answer.</summary>
    /// <typeparam name="TPage">The component.</typeparam>
    /// <param name="visit">The request.</param>
    /// <param name="model">What it shows.</param>
    /// <param name="status">Status of HTTP.</param>
    public static RazorComponentResult<TPage> Page<TPage>(Visit visit, object model, int status = StatusCodes.Status200OK) where TPage : IComponent =>
        new(new Dictionary<string, object?> { ["Visit"] = visit, ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>After an act: the page to look at, by a new request, so that nothing is sent twice.</summary>
    /// <param name="path">Its address.</param>
    public static IResult SeeOther(string path) => new Elsewhere(path);

    /// <summary>Limits how often somebody may come.</summary>
    public static T Limited<T>(this T endpoint, string policy) where T : IEndpointConventionBuilder => endpoint.RequireRateLimiting(policy);

    private sealed class Elsewhere(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
