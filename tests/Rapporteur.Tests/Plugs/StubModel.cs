using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Rapporteur.Tests;

/// <summary>What a stub answers.</summary>
/// <param name="Status">Status of HTTP.</param>
/// <param name="Body">Body of the answer.</param>
/// <param name="Header">One more header line; empty for none.</param>
internal sealed record StubAnswer(int Status, string Body, string Header = "")
{
    /// <summary>Never answers.</summary>
    public static StubAnswer Silence { get; } = new(0, "");

    /// <summary>The words of a model in the form of the chat interface.</summary>
    public static StubAnswer Words(string words, string finish = "stop") =>
        new(200, JsonSerializer.Serialize(new { choices = new[] { new { index = 0, finish_reason = finish, message = new { role = "assistant", content = words } } } }));

    /// <summary>Claims of a model.</summary>
    public static StubAnswer Claims(params object[] claims) => Words(JsonSerializer.Serialize(new { claims }));
}

/// <summary>A server on this machine that stands in for a language model.</summary>
internal sealed class StubModel : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, StubAnswer> _answer;

    /// <param name="answer">From the words of the user's message to the answer.</param>
    public StubModel(Func<string, StubAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(Serve);
    }

    public StubModel(StubAnswer answer)
        : this(_ => answer)
    {
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1";

    /// <summary>Heads of the requests.</summary>
    public List<string> Heads { get; } = [];

    /// <summary>Bodies of the requests.</summary>
    public List<string> Bodies { get; } = [];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Serve()
    {
        var token = _stop.Token;
        try
        {
            while (!token.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(token);
                _ = Task.Run(() => Answer(client, token), token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Answer(TcpClient client, CancellationToken token)
    {
        using var owned = client;
        var stream = client.GetStream();
        try
        {
            while (await Request(stream, token) is { } request)
            {
                lock (Heads)
                {
                    Heads.Add(request.Head);
                    Bodies.Add(request.Body);
                }

                using var json = JsonDocument.Parse(request.Body);
                var answer = _answer(json.RootElement.GetProperty("messages")[1].GetProperty("content").GetString()!);
                if (answer.Status == 0) await Task.Delay(Timeout.Infinite, token);
                var body = Encoding.UTF8.GetBytes(answer.Body);
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer.Status} Stub\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n{answer.Header}\r\n"), token);
                await stream.WriteAsync(body, token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client or the test is gone.
        }
    }

    private static async Task<(string Head, string Body)?> Request(NetworkStream stream, CancellationToken token)
    {
        var bytes = new List<byte>();
        var buffer = new byte[8192];
        while (true)
        {
            var text = Encoding.UTF8.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var head = text[..end];
                var length = int.Parse(head.Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[15..], System.Globalization.CultureInfo.InvariantCulture);
                var start = Encoding.UTF8.GetByteCount(text[..(end + 4)]);
                if (bytes.Count - start >= length) return (head, Encoding.UTF8.GetString([.. bytes.Skip(start).Take(length)]));
            }

            var count = await stream.ReadAsync(buffer, token);
            if (count == 0) return null;
            bytes.AddRange(buffer.AsSpan(0, count));
        }
    }
}
