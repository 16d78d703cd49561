using System.Net;
using System.Text;

namespace Rapporteur.Tests;

/// <summary>An answer of a stub site.</summary>
/// <param name="Status">Status of HTTP.</param>
/// <param name="Body">The body.</param>
/// <param name="ContentType">Type of the body.</param>
internal sealed record StubPage(int Status, byte[] Body, string ContentType = "text/html; charset=utf-8")
{
    public StubPage(string body, string contentType = "text/html; charset=utf-8")
        : this(200, Encoding.UTF8.GetBytes(body), contentType)
    {
    }

    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>How long it waits in the middle of the body.</summary>
    public TimeSpan Pause { get; init; }
}

/// <summary>A web site on this machine.</summary>
internal sealed class StubSite : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, Func<HttpListenerRequest, StubPage>> _pages = new(StringComparer.Ordinal);

    public StubSite()
    {
        using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        _listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        _listener.Prefixes.Add($"http://localhost:{Port}/");
        _listener.Start();
        _ = Task.Run(Serve);
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Paths that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Requests by path: name and value of their heads.</summary>
    public List<(string Path, string? Agent, string? Tag, string? Since)> Heads { get; } = [];

    public void Put(string path, StubPage page) => Put(path, _ => page);

    public void Put(string path, Func<HttpListenerRequest, StubPage> page)
    {
        lock (_pages) _pages[path] = page;
    }

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => Answer(context));
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        Func<HttpListenerRequest, StubPage>? make;
        lock (_pages)
        {
            Asked.Add(path);
            Heads.Add((path, context.Request.UserAgent, context.Request.Headers["If-None-Match"], context.Request.Headers["If-Modified-Since"]));
            make = _pages.GetValueOrDefault(path);
        }

        var page = make?.Invoke(context.Request) ?? new StubPage(404, []);
        try
        {
            var response = context.Response;
            response.StatusCode = page.Status;
            response.KeepAlive = false;
            foreach (var (name, value) in page.Headers) response.AddHeader(name, value);
            if (page.Status != 304)
            {
                response.ContentType = page.ContentType;
                response.ContentLength64 = page.Body.Length;
                var half = page.Body.Length / 2;
                await response.OutputStream.WriteAsync(page.Body.AsMemory(0, half));
                await response.OutputStream.FlushAsync();
                await Task.Delay(page.Pause);
                await response.OutputStream.WriteAsync(page.Body.AsMemory(half));
            }

            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The client went away.
        }
    }
}

/// <summary>A clock that waits for nobody: what is waited for is over at once, and the clock shows it.</summary>
internal sealed class JumpingClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <summary>What was waited for, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public void Pass(TimeSpan time) => _now += time;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            Waits.Add(dueTime);
            _now += dueTime;
        }

        if (dueTime != Timeout.InfiniteTimeSpan) ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Nothing();
    }

    private sealed class Nothing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
