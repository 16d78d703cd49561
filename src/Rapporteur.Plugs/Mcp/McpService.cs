using System.Collections.Immutable;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Rapporteur.Plugs;

/// <summary>Answers questions of programs over the Model Context Protocol, on two streams. Every question only reads; every answer is marked as untrusted text.</summary>
/// <param name="version">Version of the program.</param>
/// <param name="instructions">What a program is told when it connects.</param>
/// <param name="tools">The questions.</param>
public sealed class McpService(string version, string instructions, ImmutableArray<McpTool> tools)
{
    /// <summary>Serves until the other side closes its stream.</summary>
    /// <param name="input">Where requests come from.</param>
    /// <param name="output">Where answers go; nothing else is written to it.</param>
    /// <param name="cancel">Ends the service with <see cref="OperationCanceledException"/>.</param>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancel)
    {
        var list = new ListToolsResult { Tools = [.. tools.Select(Listed)] };
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "rapporteur", Title = "Rapporteur", Version = version },
            ServerInstructions = instructions,
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(list),
                CallToolHandler = async (request, token) => await Task.Run(() => Call(request.Params, token), token),
            },
        };
        await using var transport = new StreamServerTransport(input, output, "rapporteur");
        await using var server = McpServer.Create(transport, options);
        await server.RunAsync(cancel);
        cancel.ThrowIfCancellationRequested();
    }

    private static Tool Listed(McpTool tool) => new()
    {
        Name = tool.Name,
        Title = tool.Title,
        Description = tool.Description,
        InputSchema = tool.Schema(),
        Annotations = new ToolAnnotations { Title = tool.Title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };

    private CallToolResult Call(CallToolRequestParams? call, CancellationToken cancel)
    {
        try
        {
            var tool = tools.FirstOrDefault(t => t.Name == call?.Name) ?? throw new McpRefusalException($"There is no such question; there are {string.Join(", ", tools.Select(t => t.Name))}.");
            var answer = tool.Answer(new McpArguments(tool, call!.Arguments), cancel);
            using var document = JsonDocument.Parse(answer);
            return new() { Content = [new TextContentBlock { Text = UntrustedText.Wrap(answer) }], StructuredContent = document.RootElement.Clone() };
        }
        catch (McpRefusalException refusal)
        {
            return new() { IsError = true, Content = [new TextContentBlock { Text = refusal.Message }] };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The edge of a question, as a document is for the reader: the others go on. The message may hold words above the marking, so only its kind is told.
            return new() { IsError = true, Content = [new TextContentBlock { Text = $"The question could not be answered ({failure.GetType().Name}). Please report it with the question." }] };
        }
    }
}
