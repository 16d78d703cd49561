using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Plugs;

/// <summary>What came back for one request: words, or what went wrong.</summary>
internal readonly record struct ChatAnswer(string? Words, ReadingNote? Fault);

/// <summary>Asks a chat model over HTTP, one request at a time or several at once. Follows no redirect and uses no proxy, so that a text goes
/// nowhere but to the address that was named. Thread-safe.</summary>
internal sealed class ChatClient : IDisposable
{
    private const int LongestAnswer = 4 << 20;
    private const int MostTokens = 4096;
    private readonly SecondReaderOptions _options;
    private readonly HttpClient _client;
    private volatile bool _gaveUp;

    public ChatClient(SecondReaderOptions options)
    {
        _options = options;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = options.Timeout };
        if (options.Address.IsLocal) handler.ConnectCallback = Local;
        _client = new(handler) { Timeout = options.Timeout, MaxResponseContentBufferSize = LongestAnswer };
    }

    /// <summary>The model's words. A server that did not answer once is not asked again.</summary>
    public ChatAnswer Ask(string instructions, string passage, CancellationToken cancel)
    {
        if (_gaveUp) return Fault(ReaderNotes.Unreachable, "It was not asked, since the server did not answer before.");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _options.Address.Endpoint) { Content = new ByteArrayContent(Body(instructions, passage)) };
            request.Content.Headers.ContentType = new("application/json");
            if (_options.Key is { Length: > 0 } key) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var response = _client.Send(request, cancel);
            if (!response.IsSuccessStatusCode) return Refused(response.StatusCode);
            using var stream = response.Content.ReadAsStream(cancel);
            return Words(stream);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            _gaveUp = true;
            return Fault(ReaderNotes.TimedOut, string.Create(CultureInfo.InvariantCulture, $"No answer within {_options.Timeout.TotalSeconds:0.#} seconds; give it longer with --second-reader-timeout."));
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return Fault(ReaderNotes.Malformed, "The answer is longer than 4 MiB.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or SocketException)
        {
            _gaveUp = true;
            return Fault(ReaderNotes.Unreachable, $"The server at {_options.Address.Endpoint.Authority} cannot be reached or broke off; start it, or check the address.");
        }
    }

    public void Dispose() => _client.Dispose();

    // A name such as localhost is not looked up: the text stays on this machine whatever a hosts file says.
    private static async ValueTask<Stream> Local(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        IPAddress[] addresses = IPAddress.TryParse(context.DnsEndPoint.Host, out var ip) ? [ip] : [IPAddress.Loopback, IPAddress.IPv6Loopback];
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[i], context.DnsEndPoint.Port), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    // No chance: temperature 0 and a seed, and no more tokens than a passage can need.
    private byte[] Body(string instructions, string passage)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("model", _options.Model);
            json.WriteNumber("temperature", 0);
            json.WriteNumber("seed", 1);
            json.WriteNumber("max_tokens", MostTokens);
            json.WriteBoolean("stream", false);
            json.WriteStartObject("response_format");
            json.WriteString("type", "json_object");
            json.WriteEndObject();
            json.WriteStartArray("messages");
            Message(json, "system", instructions);
            Message(json, "user", passage);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Message(Utf8JsonWriter json, string role, string content)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", content);
        json.WriteEndObject();
    }

    private static ChatAnswer Refused(HttpStatusCode status)
    {
        var number = (int)status;
        var why = number switch
        {
            >= 300 and < 400 => "a redirect is not followed; give the address that it leads to",
            401 or 403 => $"set the key in {SecondReaderOptions.KeyVariable}",
            404 => "check the address, which mostly ends in /v1, and the name of the model",
            429 => "the server is busy; try again later or with --threads 1",
            _ => "look into the server's log",
        };
        return Fault(ReaderNotes.Status, string.Create(CultureInfo.InvariantCulture, $"The server answered with status {number}; {why}."));
    }

    private static ChatAnswer Words(Stream stream)
    {
        try
        {
            using var json = JsonDocument.Parse(stream);
            var choice = json.RootElement.GetProperty("choices")[0];
            if (choice.TryGetProperty("finish_reason", out var reason) && reason.ValueKind == JsonValueKind.String && reason.GetString() == "length")
                return Fault(ReaderNotes.Malformed, "The answer was cut off at its greatest length.");
            return choice.GetProperty("message").GetProperty("content").GetString() is { } words
                ? new(words, null)
                : Fault(ReaderNotes.Malformed, "The answer holds no words.");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or DecoderFallbackException)
        {
            return Fault(ReaderNotes.Malformed, "The answer is not that of a chat model with the interface of OpenAI.");
        }
    }

    private static ChatAnswer Fault(string code, string message) => new(null, new(code, message));
}
