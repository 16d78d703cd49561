using System.IO.Pipelines;
using System.Text;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Rapporteur.Cli;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A client of the protocol and a call of the program that serves it, over two pipes.</summary>
internal sealed class McpSession : IAsyncDisposable
{
    private readonly Pipe _requests = new();
    private readonly Recording _answers = new();
    private readonly StringWriter _errors = new();
    private readonly Task<int> _served;
    private McpClient? _client;

    private McpSession(string[] args)
    {
        var terminal = new Terminal(() => _requests.Reader.AsStream(), new StringWriter(), _errors) { Output = () => _answers };
        _served = Task.Run(() => RapporteurProgram.RunAsync(args, terminal, TestContext.Current.CancellationToken));
    }

    /// <summary>All bytes that the server wrote.</summary>
    public string Wire => _answers.Text;

    /// <summary>The client.</summary>
    public McpClient Client => _client!;

    /// <summary>Starts a server with these options and connects to it.</summary>
    public static async Task<McpSession> Open(params string[] options)
    {
        var session = new McpSession(["mcp", .. options]);
        session._client = await McpClient.CreateAsync(new StreamClientTransport(session._requests.Writer.AsStream(), session._answers.Reader), cancellationToken: TestContext.Current.CancellationToken);
        return session;
    }

    /// <summary>Asks; the whole text of the answer.</summary>
    public async Task<string> Ask(string tool, params (string Name, object Value)[] arguments) => Text(await Call(tool, arguments));

    /// <summary>Asks; the answer as JSON.</summary>
    public async Task<System.Text.Json.JsonElement> Json(string tool, params (string Name, object Value)[] arguments)
    {
        var result = await Call(tool, arguments);
        Assert.False(result.IsError ?? false, Text(result));
        return result.StructuredContent!.Value;
    }

    /// <summary>Asks what cannot be answered; the sentence that says what to do.</summary>
    public async Task<string> Refused(string tool, params (string Name, object Value)[] arguments)
    {
        var result = await Call(tool, arguments);
        Assert.True(result.IsError);
        return Text(result);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _requests.Writer.CompleteAsync();
        Assert.Equal(0, await _served.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private Task<CallToolResult> Call(string tool, (string Name, object Value)[] arguments) =>
        Client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => (object?)a.Value), cancellationToken: TestContext.Current.CancellationToken).AsTask();

    private static string Text(CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(b => b.Text));

    // What is written goes to the client, and is kept to be looked at.
    private sealed class Recording : Stream
    {
        private readonly Pipe _pipe = new();
        private readonly MemoryStream _all = new();

        public Stream Reader => _pipe.Reader.AsStream();

        public string Text
        {
            get
            {
                lock (_all) return Encoding.UTF8.GetString(_all.ToArray());
            }
        }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            lock (_all) _all.Write(buffer.Span);
            await _pipe.Writer.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
