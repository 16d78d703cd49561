using System.Diagnostics.Tracing;
using System.Reflection;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What opens no connection. It hears of every connection of its process, so nothing runs beside it.</summary>
[Collection("Connections")]
public sealed class NetworkTests
{
    public static TheoryData<string> Rooms() =>
    [
        "Rapporteur.Domain", "Rapporteur.Reading", "Rapporteur.Record", "Rapporteur.Analysis", "Rapporteur.Publishing", "Rapporteur.Desk", "Rapporteur.Printing", "Rapporteur.Training", "Rapporteur.Web", "rapporteur",
    ];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_room_but_the_plugs_can_open_a_connection(string room)
    {
        var known = Assembly.Load(room).GetReferencedAssemblies().Select(assembly => assembly.Name!).Where(name => name.StartsWith("System.Net", StringComparison.Ordinal));
        Assert.DoesNotContain(known, name => name is not ("System.Net.Primitives" or "System.Net.WebUtility"));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void No_room_but_the_plugs_knows_the_protocol_of_programs(string room) =>
        Assert.DoesNotContain(Assembly.Load(room).GetReferencedAssemblies(), assembly => assembly.Name!.StartsWith("ModelContextProtocol", StringComparison.Ordinal));

    [Fact]
    public async Task Serving_a_program_over_standard_input_and_output_opens_no_connection()
    {
        using var folder = new TemporaryFolder();
        await Call.Of("add", Repository.File("samples", "ukraine-2025"), "--record", folder.File("r.db"));
        using var listener = new SocketListener();
        await using (var session = await McpSession.Open("--record", folder.File("r.db"), "--max-marking", "AMBER"))
            Assert.True((await session.Json("threads")).GetProperty("total").GetInt32() > 0);
        Assert.Empty(listener.Seen);
    }

    [Fact]
    public async Task Reading_remembering_and_reporting_open_no_connection()
    {
        using var folder = new TemporaryFolder();
        using var listener = new SocketListener();
        var sample = Repository.File("samples", "ukraine-2025");
        await Call.Of("read", sample);
        await Call.Of("add", sample, "--record", folder.File("r.db"));
        await Call.Of("brief", "--record", folder.File("r.db"), "-o", folder.File("b.html"));
        await Call.Of("explain", Path.Combine(sample, "2025-08-22-lavrov.md"), "3");
        Assert.Empty(listener.Seen);
    }

    [Fact]
    public void The_listener_would_see_a_connection()
    {
        using var listener = new SocketListener();
        using var server = new StubModel(StubAnswer.Silence);
        using var client = new System.Net.Sockets.TcpClient();
        client.Connect("127.0.0.1", new Uri(server.Address).Port);
        Assert.NotEmpty(listener.Seen);
    }

    private sealed class SocketListener : EventListener
    {
        public List<string> Seen { get; } = [];

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Sockets" or "System.Net.NameResolution" or "System.Net.Http") EnableEvents(eventSource, EventLevel.Informational);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName is "ConnectStart" or "ResolutionStart" or "RequestStart")
                lock (Seen) Seen.Add(eventData.EventName);
        }
    }
}
