using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Rapporteur.Plugs;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur follow feeds.yaml --record R</c>: looks at feeds again and again, and adds what is new.</summary>
internal static class FollowCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("follow", "Looks at feeds and pages again and again, politely, and adds what is new to a record. The pages are kept as they came, in a web archive beside the record (docs/follow.md).",
            "rapporteur follow feeds.yaml --record talks.db",
            "rapporteur follow feeds.yaml --record talks.db --once");
        var file = new Argument<string>("FILE.yaml") { Description = "Feeds and pages (docs/formats/feeds.md)." };
        var once = new Option<bool>("--once") { Description = "Look once at everything that is due, and end." };
        var (record, best, world) = (new RecordOptions(), new Option<bool>("--best") { Description = "Parse sentences by the accurate model, which is slower (docs/syntax.md)." }, new WorldOption());
        command.Add(file);
        command.Add(record.Record);
        command.Add(once);
        command.Add(best);
        command.Add(world.World);
        command.SetAction((call, cancel) => RunAsync(call, terminal, common, call.GetValue(file)!, record.PathOf(call), call.GetValue(once), () => world.Load(call, call.GetValue(best)), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, Terminal terminal, CommonOptions common, string file, string record, bool once, Func<Reading.ReadingPipeline> pipeline, CancellationToken cancel)
    {
        var (messages, clock) = (new Messages(terminal, call, common), terminal.Clock);
        var version = typeof(FollowCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        var list = List(terminal, file, version);
        using var shelf = FollowShelf.Open(record, version);
        var desk = new FollowDesk(record, shelf, messages, pipeline, clock, cancel);
        using var fetcher = new PoliteFetcher(list.Limits, clock);
        var follower = new Follower(list, shelf.State, fetcher, clock, desk.Take);
        while (true)
        {
            try
            {
                await foreach (var note in follower.RoundAsync(cancel))
                {
                    shelf.Keep();
                    var name = note.Feed.Name ?? note.Feed.Address.AbsoluteUri;
                    if (note.IsFault) messages.LeaveOut($"{name}: {note.Message}");
                    else messages.Note($"{name}: {note.Message}");
                }
            }
            finally
            {
                // What was taken before a round was cancelled is not fetched again.
                shelf.Keep();
            }

            terminal.Out.WriteLine(desk.Told());
            await terminal.Out.FlushAsync(cancel);
            if (once) return messages.Code;
            if (follower.Next is not { } next) throw new CallException("Every feed of the list is gone for good; nothing is left to follow.", ExitCode.LeftOut);
            var wait = next - clock.GetUtcNow();
            messages.Note(string.Create(CultureInfo.InvariantCulture, $"the next look is at {next.UtcDateTime:yyyy-MM-dd HH:mm} UTC; end with Ctrl+C"));
            if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancel);
        }
    }

    private static FollowList List(Terminal terminal, string file, string version)
    {
        try
        {
            return FollowListReader.Read(CallFiles.Text(terminal, file, "a list of feeds (docs/formats/feeds.md)"), version);
        }
        catch (FormatException wrong)
        {
            throw new CallException(string.Join('\n', wrong.Message.Split('\n').Select(line => $"{CallFiles.NameOf(file)}, {line}")));
        }
    }
}
