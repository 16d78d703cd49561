using System.Collections.Immutable;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Rapporteur.Web;

/// <summary>The server of the workbench. It takes no setting from its surroundings (no environment variable, no file in the working folder): what it does is in its options alone.</summary>
public static class Workbench
{
    /// <summary>Most bytes of one request, files to read among them.</summary>
    internal const long MostBytes = 32L << 20;

    /// <summary>Name of the limit on log-ins.</summary>
    internal const string LogInLimit = "log-in";

    /// <summary>Name of the limit on what makes the machine work.</summary>
    internal const string WorkLimit = "work";

    /// <summary>A server, not started. Throws <see cref="ArgumentException"/> where it may not listen as wanted (<see cref="ServeAddresses.FaultOf"/>).</summary>
    /// <param name="options">What it serves.</param>
    /// <param name="report">Takes a sentence about what went wrong that nobody foresaw.</param>
    /// <param name="server">Changes the server, for tests; Kestrel by default.</param>
    public static WebApplication Build(WorkbenchOptions options, Action<string> report, Action<IWebHostBuilder>? server = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        if (ServeAddresses.FaultOf(options) is { } fault) throw new ArgumentException(fault, nameof(options));
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(Workbench).Assembly.GetName().Name, EnvironmentName = "Production" });
        if (server is null) Listen(builder.WebHost, options);
        else server(builder.WebHost);
        var signIn = new SignIn(options);
        AddServices(builder.Services, options, signIn);
        var app = builder.Build();
        var allowed = new Lazy<ImmutableHashSet<string>>(() => ServeAddresses.Allowed(app.Urls.Count > 0 && server is null ? options with { Urls = [.. options.Urls, .. app.Urls] } : options));
        app.UseMiddleware<SecureHeaders>();
        app.Use((http, next) => new HostGate(_ => next(http), allowed.Value).InvokeAsync(http));
        app.UseMiddleware<Faults>(report);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        Asset.Map(app, options.IsForTeam);
        DoorScreen.Map(app, options);
        foreach (var screen in ScreenList.All) screen.Map(app);
        PageDescription.Map(app);
        app.MapGet("/", () => ScreenRoutes.SeeOther("/today")).ExcludeFromDescription();
        app.MapFallback(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        return app;
    }

    /// <summary>The address by which a single user enters, with the launch token; null where accounts are asked for.</summary>
    /// <param name="app">A server that <see cref="Build"/> made.</param>
    public static string? LaunchAddress(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Services.GetRequiredService<SignIn>().Token is { } token ? $"{app.Urls.First().TrimEnd('/')}/enter?token={token}" : null;
    }

    /// <summary>Works the record out, then its changes and its issues, so that the first reader waits for what is left of that and no longer; gives how many documents and claims it has. Throws <see cref="Rapporteur.Record.RecordException"/>.</summary>
    /// <param name="app">A server that <see cref="Build"/> made.</param>
    public static async Task<(int Documents, int Claims)> PrepareAsync(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var (view, _) = await app.Services.GetRequiredService<RecordRoom>().NowAsync().ConfigureAwait(false);
        await TodayScreen.PrepareAsync(view).ConfigureAwait(false);
        MatrixScreen.Prepare(view);
        return (view.Snapshot.Documents.Length, view.Snapshot.Claims.Length);
    }

    private static void Listen(IWebHostBuilder web, WorkbenchOptions options) => web.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostBytes;
        kestrel.Limits.MaxConcurrentConnections = 1_000;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        foreach (var text in options.Urls)
        {
            var url = new Uri(text);
            void Secure(ListenOptions listen)
            {
                if (url.Scheme == "https") listen.UseHttps(Certificates.Load(options.Certificate!));
            }

            if (IPAddress.TryParse(url.IdnHost, out var address)) kestrel.Listen(address, url.Port, Secure);
            else if (url.IdnHost == "localhost") kestrel.ListenLocalhost(url.Port, Secure);
            else kestrel.ListenAnyIP(url.Port, Secure);
        }
    });

    private static void AddServices(IServiceCollection services, WorkbenchOptions options, SignIn signIn)
    {
        services.AddRoutingCore();
        services.AddSingleton(options);
        services.AddSingleton(signIn);
        services.AddSingleton(options.Clock);
        services.AddSingleton(new LogInThrottle(options.Clock));
        services.AddSingleton<RecordRoom>();
        services.AddSingleton<ReadingDesk>();
        services.AddSingleton<WorkGate>();
        services.AddSingleton<BriefShelf>();
        services.AddSingleton<QuestionShelf>();
        services.AddSingleton(new FeedKeys(options, signIn));
        // Keys live as long as the process: nothing is written, and no cookie outlives a server.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        signIn.AddTo(services);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "rapporteur-form";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents();
        services.Configure<FormOptions>(forms =>
        {
            forms.MultipartBodyLengthLimit = MostBytes;
            forms.ValueCountLimit = 256;
            forms.ValueLengthLimit = 1 << 20;
        });
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (rejected, _) =>
            {
                SecureHeaders.RetryAfter(rejected.HttpContext, rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1));
                return ValueTask.CompletedTask;
            };
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(Caller(http), _ => new()
            {
                TokenLimit = 400,
                TokensPerPeriod = 100,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
            limits.AddPolicy(LogInLimit, http => Window(Address(http), 10));
            limits.AddPolicy(WorkLimit, http => Window(Caller(http), 60));
        });
        PageDescription.Add(services);
    }

    private static RateLimitPartition<string> Window(string who, int perMinute) => RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    // Behind a proxy all come from one address: who is logged in is told apart by name.
    private static string Caller(HttpContext http) => http.User.Identity is { IsAuthenticated: true, Name: { } name } ? "name " + name : Address(http);
}
