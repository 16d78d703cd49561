using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Rapporteur.Web;

/// <summary>Where one comes in and goes out: the launch address of a single user; log-in and log-out of a team.</summary>
internal static class DoorScreen
{
    /// <summary>Registers its pages.</summary>
    public static void Map(IEndpointRouteBuilder routes, WorkbenchOptions options)
    {
        if (!options.IsForTeam)
        {
            routes.MapGet("/enter", async (HttpContext http, SignIn signIn) =>
                await signIn.EnterAsync(http, http.Request.Query["token"].ToString()) ? ScreenRoutes.SeeOther(Inside(http.Request.Query["to"].ToString())) : Results.StatusCode(StatusCodes.Status403Forbidden))
                .AllowAnonymous().Limited(Workbench.LogInLimit).ExcludeFromDescription();
            return;
        }

        routes.MapGet("/log-in", (HttpContext http) => Form(http, null, StatusCodes.Status200OK)).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/log-in", (HttpContext http, SignIn signIn, LogInThrottle throttle) => ScreenRoutes.Checked(http, form => LogInAsync(http, form, signIn, throttle)))
            .AllowAnonymous().Limited(Workbench.LogInLimit).ExcludeFromDescription();
        routes.MapPost("/log-out", (Delegate)((HttpContext http) => ScreenRoutes.Checked(http, async _ =>
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return ScreenRoutes.SeeOther("/log-in");
        }))).ExcludeFromDescription();
    }

    private static async Task<IResult> LogInAsync(HttpContext http, IFormCollection form, SignIn signIn, LogInThrottle throttle)
    {
        var name = form["name"].ToString().Trim();
        if (throttle.Left(name) is { Ticks: > 0 } left)
        {
            SecureHeaders.RetryAfter(http, left);
            return Form(http, "Too many tries with this name; wait a minute.", StatusCodes.Status429TooManyRequests);
        }

        var right = await signIn.LogInAsync(http, name, form["password"].ToString());
        throttle.Note(name, right);
        return right ? ScreenRoutes.SeeOther(Inside(form["to"].ToString())) : Form(http, "Name and password do not belong together.", StatusCodes.Status401Unauthorized);
    }

    private static IResult Form(HttpContext http, string? wrong, int status) =>
        ScreenRoutes.Page<LogInPage>(Visit.Bare(http), new LogIn(Inside(http.Request.Query["to"].ToString()), wrong), status);

    /// <summary>An address inside the workbench; the first page for any other.</summary>
    internal static string Inside(string address) =>
        address.Length > 1 && address[0] == '/' && address[1] is not ('/' or '\\') && !address.Any(c => char.IsControl(c) || c == '\\') ? address : "/today";
}

/// <summary>A log-in.</summary>
/// <param name="To">Where to go then, inside the workbench.</param>
/// <param name="Wrong">What was wrong with the last try; null for the first.</param>
public sealed record LogIn(string To, string? Wrong);
