using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>Who is who: a single user enters by a token that was printed once at the start, members of a team by name and password. Both get a cookie that no script reads and no other site sends along.</summary>
internal sealed class SignIn
{
    private const string StampClaim = "stamp";
    private readonly WorkbenchOptions _options;
    private readonly AccountFile? _accounts;
    private readonly byte[] _token = RandomNumberGenerator.GetBytes(32);

    /// <summary>The door of a workbench.</summary>
    /// <param name="options">What is served.</param>
    public SignIn(WorkbenchOptions options)
    {
        _options = options;
        _accounts = options.Accounts is { } file ? new(file) : null;
    }

    /// <summary>The launch token, 64 hexadecimal digits; null where accounts are asked for.</summary>
    public string? Token => _accounts is null ? Convert.ToHexStringLower(_token) : null;

    /// <summary>The accounts; null for a single user.</summary>
    public AccountFile? Accounts => _accounts;

    /// <summary>Adds cookies and roles to a server.</summary>
    public void AddTo(IServiceCollection services)
    {
        var port = new Uri(_options.Urls[0]).Port;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = $"rapporteur-{port}";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.IsEssential = true;
            cookie.Cookie.SecurePolicy = _options.IsForTeam ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = Validate;
            cookie.Events.OnRedirectToLogin = Unknown;
            cookie.Events.OnRedirectToAccessDenied = Denied;
        });
        services.AddAuthorization(policies =>
        {
            foreach (var role in Enum.GetValues<Role>())
                policies.AddPolicy(Policy(role), p => p.RequireAuthenticatedUser().RequireAssertion(c => RoleOf(c.User) >= role));
            policies.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        });
    }

    /// <summary>Name of the policy of a role.</summary>
    public static string Policy(Role role) => EnumSpelling.Of(role);

    /// <summary>The role of who is logged in.</summary>
    public static Role RoleOf(ClaimsPrincipal user) => EnumSpelling.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : Role.Reader;

    /// <summary>Lets the single user in; false where the token is wrong.</summary>
    public async Task<bool> EnterAsync(HttpContext http, string token)
    {
        if (Token is not { } right || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(token))) return false;
        await LetInAsync(http, _options.Author, Role.Editor, Seal());
        return true;
    }

    /// <summary>Lets a member of the team in; false where name and password are not theirs.</summary>
    public async Task<bool> LogInAsync(HttpContext http, string name, string password)
    {
        if (_accounts?.Check(name, password) is not { } account) return false;
        await LetInAsync(http, account.Name, account.Role, account.Stamp);
        return true;
    }

    private static Task LetInAsync(HttpContext http, string name, Role role, string stamp) => http.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        Principal(name, role, stamp));

    /// <summary>What the cookie of somebody holds.</summary>
    internal static ClaimsPrincipal Principal(string name, Role role, string stamp) =>
        new(new ClaimsIdentity([new(ClaimTypes.Name, name), new(ClaimTypes.Role, EnumSpelling.Of(role)), new(StampClaim, stamp)], CookieAuthenticationDefaults.AuthenticationScheme));

    // An account that was removed, or whose password or role changed, is out with the next request.
    private async Task Validate(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        var stamp = user.FindFirstValue(StampClaim) ?? "";
        var stands = _accounts is null ? stamp == Seal() : _accounts.Find(user.Identity?.Name ?? "") is { } account && account.Stamp == stamp;
        if (stands) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    private Task Unknown(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (_accounts is null) context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else if (!HttpMethods.IsGet(request.Method) || request.Path.Value!.EndsWith(".json", StringComparison.Ordinal)) context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else context.Response.Redirect("/log-in?to=" + Uri.EscapeDataString(request.Path + request.QueryString));
        return Task.CompletedTask;
    }

    private static Task Denied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private string Seal() => Convert.ToHexStringLower(SHA256.HashData(_token));
}
