using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Rapporteur.Web;

/// <summary>Puts the headers on every answer that keep a page to itself: nothing but our own style and script, no frame, no referrer for others, no guessing of types, nothing kept by a cache that others share.</summary>
/// <param name="next">What comes after.</param>
internal sealed class SecureHeaders(RequestDelegate next)
{
    /// <summary>What a page may load: no inline script, no inline style, nothing from elsewhere.</summary>
    internal const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Adds the headers and goes on.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return next(http);
    }

    /// <summary>Says to who came too often when to come again.</summary>
    /// <param name="http">The request.</param>
    /// <param name="wait">How long to wait; told in whole seconds, one at least.</param>
    internal static void RetryAfter(HttpContext http, TimeSpan wait) =>
        http.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
