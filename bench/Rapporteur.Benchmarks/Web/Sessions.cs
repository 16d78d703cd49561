using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Web;

namespace Rapporteur.Benchmarks;

/// <summary>Cookies of accounts, as the server makes them at a log-in.</summary>
internal static class Sessions
{
    /// <summary>The cookie of an account.</summary>
    public static async Task<string> CookieAsync(WebApplication app, Account account)
    {
        using var scope = app.Services.CreateScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Scheme = "https";
        http.Request.Host = new("localhost");
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SignIn.Principal(account.Name, account.Role, account.Stamp));
        return http.Response.Headers.SetCookie.ToString().Split(';')[0];
    }
}
