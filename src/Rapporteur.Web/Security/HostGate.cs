using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Rapporteur.Web;

/// <summary>Turns away, before anything else looks at it, a request to a host that is not ours (a name rebound to this machine: 421), one that another site makes with the user's cookie (403), and one whose
/// form comes from another origin (403).</summary>
/// <param name="next">What comes after.</param>
/// <param name="allowed">Hosts with their ports.</param>
internal sealed class HostGate(RequestDelegate next, ImmutableHashSet<string> allowed)
{
    /// <summary>Lets a request pass, or answers it with a status alone.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (!IsOurs(http.Request.Host)) return Refuse(http, StatusCodes.Status421MisdirectedRequest);
        var request = http.Request;
        if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && !(HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document"))
            return Refuse(http, StatusCodes.Status403Forbidden);
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || !IsOurs(HostString.FromUriComponent(from.Authority))))
            return Refuse(http, StatusCodes.Status403Forbidden);
        return next(http);
    }

    // The name of a proxy stands in the list without a port and goes with any.
    private bool IsOurs(HostString host) => host.HasValue && (allowed.Contains(host.Value) || (host.Port is not null && allowed.Contains(host.Host) && !IsLoopback(host.Host)));

    private static bool IsLoopback(string host) => host is "localhost" or "127.0.0.1" or "[::1]" or "::1";

    private static Task Refuse(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
