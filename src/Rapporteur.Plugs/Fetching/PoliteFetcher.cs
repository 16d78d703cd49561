using System.Globalization;
using System.Net;
using System.Text;

namespace Rapporteur.Plugs;

/// <summary>Fetches pages as a guest does: one at a time, with a pause for each host, as <c>robots.txt</c> allows, under its own name, within limits, and never into a private network that was not named.
/// Not thread-safe.</summary>
public sealed class PoliteFetcher : IDisposable
{
    /// <summary>Product token in the name of the program and in <c>robots.txt</c>.</summary>
    public const string Product = "Rapporteur";

    private const int LongestRobots = 500 << 10;
    private static readonly TimeSpan RobotsAge = TimeSpan.FromHours(24);

    private readonly FetchLimits _limits;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly Dictionary<string, (RobotsRules Rules, FetchFault? Fault, DateTimeOffset Read)> _robots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A fetcher.</summary>
    /// <param name="limits">How much, how long, in whose name.</param>
    /// <param name="clock">Clock of the pauses.</param>
    /// <param name="resolve">Resolves names; the system's resolver where null.</param>
    public PoliteFetcher(FetchLimits limits, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        (_limits, _clock) = (limits, clock);
        var handler = PublicAddresses.Handler(resolve, IsExempt);
        handler.AllowAutoRedirect = false;
        handler.MaxResponseHeadersLength = 64;
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Fetches an address, after a pause where its host was asked a moment ago.</summary>
    /// <param name="address">The address.</param>
    /// <param name="etag">Tag of the page that is known; null for none.</param>
    /// <param name="lastModified">Time of the page that is known, as its server wrote it; null for none.</param>
    /// <param name="cancel">Ends it with <see cref="OperationCanceledException"/>.</param>
    public async Task<FetchedPage> FetchAsync(Uri address, string? etag, string? lastModified, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(address);
        var (at, forGood) = (address, true);
        for (var hops = 0; ; hops++)
        {
            if (FaultOf(at) is { } closed) return Failed(address, at, closed);
            if (await RobotsFault(at, cancel) is { } refused) return Failed(address, at, refused);
            var page = await AskAsync(at, etag, lastModified, _limits.MaxBytes, cancel) with { Address = address, MovedForGood = hops > 0 && forGood };
            if (page.Fault is not null || page.Status is not (301 or 302 or 303 or 307 or 308)) return Judged(page);
            if (hops == _limits.MaxRedirects) return Failed(address, at, new("redirects", $"It leads on more than {_limits.MaxRedirects} times; give the address where it ends."));
            if (!Uri.TryCreate(at, page.Header("Location") ?? "", out var next)) return Failed(address, at, new("redirects", "It leads on to what is no address."));
            if (at.Scheme == "https" && next.Scheme == "http") return Failed(address, at, new("redirects", "It leads on from https to http, which is not followed."));
            forGood &= page.Status is 301 or 308;
            at = next;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private bool IsExempt(string host) => _limits.PrivateHosts.Contains(host.Trim('[', ']'), StringComparer.OrdinalIgnoreCase);

    private FetchFault? FaultOf(Uri address)
    {
        if (address.IsAbsoluteUri && IsExempt(address.IdnHost) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0) return null;
        return PublicAddresses.FaultOf(address) is { } why ? new(IPAddress.TryParse(address.IsAbsoluteUri ? address.IdnHost.Trim('[', ']') : "", out _) ? "private-address" : "address", why) : null;
    }

    private async Task<FetchFault?> RobotsFault(Uri address, CancellationToken cancel)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (!_robots.TryGetValue(site, out var known) || _clock.GetUtcNow() - known.Read > RobotsAge)
        {
            var (rules, fault) = await ReadRobots(new Uri(site + "/robots.txt"), cancel);
            _robots[site] = known = (rules, fault, _clock.GetUtcNow());
        }

        return known.Fault ?? (known.Rules.Allows(address) ? null : new("robots", $"{site}/robots.txt asks programs not to fetch this address."));
    }

    // RFC 9309: five redirects at least are followed; 4xx means that there are no rules, 5xx and silence that nothing may be fetched.
    private async Task<(RobotsRules Rules, FetchFault? Fault)> ReadRobots(Uri address, CancellationToken cancel)
    {
        for (var hops = 0; hops <= Math.Max(5, _limits.MaxRedirects); hops++)
        {
            if (FaultOf(address) is { } closed) return (RobotsRules.DisallowAll, closed);
            var page = await AskAsync(address, null, null, LongestRobots, cancel, cut: true);
            if (page.Fault is { Code: "private-address" } closedToo) return (RobotsRules.DisallowAll, closedToo);
            if (page.Fault is not null || page.Status >= 500)
            {
                var why = page.Fault?.Message ?? string.Create(CultureInfo.InvariantCulture, $"It answered with status {page.Status}.");
                return (RobotsRules.DisallowAll, new("robots-unreachable", $"{address} cannot be read, so nothing is fetched from there for now. {why}") { RetryAfter = RetryAfter(page) });
            }

            if (page.Status is >= 300 and < 400 && Uri.TryCreate(address, page.Header("Location") ?? "", out var next)) address = next;
            else return (page.Status is >= 200 and < 300 ? RobotsRules.Parse(Encoding.UTF8.GetString(page.Body), Product) : RobotsRules.AllowAll, null);
        }

        return (RobotsRules.AllowAll, null);
    }

    private async Task<FetchedPage> AskAsync(Uri address, string? etag, string? lastModified, int most, CancellationToken cancel, bool cut = false)
    {
        await Pause(address.IdnHost, cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", _limits.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (lastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
        var empty = new FetchedPage { Address = address, Final = address, Time = _clock.GetUtcNow(), RequestHead = [new("Host", address.Authority), .. Lines(request.Headers)] };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_limits.Timeout);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var page = empty with { Status = (int)response.StatusCode, Head = [.. Lines(response.Headers), .. Lines(response.Content.Headers)] };
            if (!response.IsSuccessStatusCode) return page;
            if (response.Content.Headers.ContentEncoding.Any(e => !e.Equals("identity", StringComparison.OrdinalIgnoreCase))) return page with { Fault = new("encoding", "It is packed, which was not asked for.") };
            var body = await Bounded(response, most, cut, limit.Token);
            return body is null ? page with { Fault = new("too-large", string.Create(CultureInfo.InvariantCulture, $"It is larger than {most} bytes.")) } : page with { Body = body };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return empty with { Fault = new("timeout", string.Create(CultureInfo.InvariantCulture, $"It was not there within {_limits.Timeout.TotalSeconds:0.#} seconds.")) };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            return empty with { Fault = Inner<RefusedAddressException>(failure) is { } closed ? new("private-address", closed.Message) : new("unreachable", $"It cannot be reached, or broke off ({failure.Message})") };
        }
        finally
        {
            _next[address.IdnHost] = _clock.GetUtcNow() + _limits.Delay;
        }
    }

    private async Task Pause(string host, CancellationToken cancel)
    {
        if (!_next.TryGetValue(host, out var next)) return;
        var wait = next - _clock.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, _clock, cancel);
    }

    private static async Task<byte[]?> Bounded(HttpResponseMessage response, int most, bool cut, CancellationToken cancel)
    {
        if (!cut && response.Content.Headers.ContentLength > most) return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancel);
        using var body = new MemoryStream();
        var buffer = new byte[1 << 14];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (body.Length + read > most)
            {
                if (!cut) return null;
                body.Write(buffer, 0, most - (int)body.Length);
                break;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private FetchedPage Judged(FetchedPage page) => page.Fault is not null || page.Status is >= 200 and < 300 or 304 ? page : page with
    {
        Fault = page.Status switch
        {
            429 or 503 => new("busy", string.Create(CultureInfo.InvariantCulture, $"The server is busy (status {page.Status}).")) { RetryAfter = RetryAfter(page) },
            410 => new("gone", "It is gone for good (status 410); take it out of the list."),
            _ => new("status", string.Create(CultureInfo.InvariantCulture, $"The server answered with status {page.Status}.")) { RetryAfter = RetryAfter(page) },
        },
    };

    // Seconds, or a date of HTTP.
    private TimeSpan? RetryAfter(FetchedPage page)
    {
        if (page.Header("Retry-After") is not { } value) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)) return null;
        return until > _clock.GetUtcNow() ? until - _clock.GetUtcNow() : TimeSpan.Zero;
    }

    private FetchedPage Failed(Uri address, Uri at, FetchFault fault) => new() { Address = address, Final = at, Time = _clock.GetUtcNow(), Fault = fault };

    private static IEnumerable<HeadLine> Lines(System.Net.Http.Headers.HttpHeaders headers) => headers.NonValidated.SelectMany(header => header.Value.Select(value => new HeadLine(header.Key, value)));

    private static T? Inner<T>(Exception? failure) where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
            if (failure is T found) return found;
        return null;
    }
}
