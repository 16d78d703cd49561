using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Rapporteur.Domain;
using Rapporteur.Printing;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What may not be shown, asked of everything that there is: whatever is added to the lists of commands, exporters, charts, questions and pages is asked too, or named as missing.</summary>
[Collection("Sockets")]
public sealed class LeakRoundsTests(LeakTests.Records records) : IClassFixture<LeakTests.Records>, IDisposable
{
    private static readonly string[] Secrets = ["boathouse", "salt", "Bergen", "2031-03-30", "30 Mar", "quiet valley", "quiet word"];
    private readonly TemporaryFolder _folder = new();
    private int _served;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_command_exporter_and_question_is_asked()
    {
        var calls = LeakTests.Calls.Select(c => c.Data).ToList();
        Assert.All(RecordExporter.All, e => Assert.Contains(calls, c => c.StartsWith("export --format " + e.Name, StringComparison.Ordinal)));
        // These have tests of their own, here or beside LeakTests.
        string[] others = ["brief", "chart", "merge", "mcp", "serve", "verify", "forecast", "packages", "question"];
        var limited = new List<string>();
        foreach (var command in await CommandsAsync())
            if (await LimitsAsync(command)) limited.Add(command);
        Assert.True(limited.Count > 12, string.Join(' ', limited));
        Assert.All(limited, name => Assert.True(others.Contains(name) || calls.Exists(c => c.Split(' ')[0] == name), $"No test tries to get what is above the marking out of {name}."));
        await using var session = await McpSession.Open("--record", records.Without);
        var asked = McpCommandTests.Questions.Select(q => q.Data.Item1).Append("source").ToHashSet(StringComparer.Ordinal);
        Assert.All(await session.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken), t => Assert.Contains(t.Name, asked));
    }

    // The names that the help of a command lists below it.
    private static async Task<List<string>> CommandsAsync(params string[] above) =>
        [.. Regex.Split((await Call.Of([.. above, "--help"])).Out, "^Commands:\\s*$", RegexOptions.Multiline) is [_, var list] ? Regex.Matches(list, "^  ([a-z-]+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value) : []];

    private static async Task<bool> LimitsAsync(string command)
    {
        if ((await Call.Of(command, "--help")).Out.Contains("--max-marking", StringComparison.Ordinal)) return true;
        foreach (var below in await CommandsAsync(command))
            if ((await Call.Of(command, below, "--help")).Out.Contains("--max-marking", StringComparison.Ordinal)) return true;
        return false;
    }

    [Fact]
    public async Task No_chart_draws_it()
    {
        var (drawn, differ) = (0, 0);
        foreach (var kind in ChartKind.All)
            foreach (var form in new[] { ".svg", ".html" })
            {
                var (with, without, all) = (await Drawn(records.Red, "AMBER"), await Drawn(records.Without, "AMBER"), await Drawn(records.Red, "RED"));
                Assert.Equal(without, with);
                Assert.All(Secrets, word => Assert.DoesNotContain(word, with.Text, StringComparison.OrdinalIgnoreCase));
                if (with.Code == 0) drawn++;
                if (all != with) differ++;

                async Task<(int Code, string Text)> Drawn(string record, string limit)
                {
                    var file = _folder.File($"{Path.GetFileNameWithoutExtension(record)}-{limit}-{kind.Name}{form}");
                    var call = await Call.Of("chart", kind.Name, "--record", record, "--max-marking", limit, "--as-of", "2031-03-10", "-o", file);
                    return (call.Code, call.Error + (File.Exists(file) ? await File.ReadAllTextAsync(file) : ""));
                }
            }

        Assert.True(drawn >= 8 && differ >= 8, $"{drawn} were drawn, {differ} would tell of it.");
    }

    [Fact]
    public async Task No_printed_brief_holds_it()
    {
        Assert.SkipUnless(ChromiumPrinter.Find() is not null, "chromium is not installed.");
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "pdftotext"))), "pdftotext is not installed.");
        var (with, without, all) = (await Printed(records.Red, "AMBER"), await Printed(records.Without, "AMBER"), await Printed(records.Red, "RED"));
        Assert.Equal(without, with);
        Assert.All(Secrets, word => Assert.DoesNotContain(word, with, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("boathouse", all, StringComparison.OrdinalIgnoreCase);

        async Task<string> Printed(string record, string limit)
        {
            var file = _folder.File($"{Path.GetFileNameWithoutExtension(record)}-{limit}.pdf");
            var call = await Call.Of("brief", "--record", record, "--title", "Talks", "--template", "full", "--max-marking", limit, "-o", file);
            Assert.True(call.Code == 0, call.Error);
            // What stands in the file beside its pages: titles, names of its parts.
            Assert.DoesNotContain("boathouse", limit == "RED" ? "" : await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1), StringComparison.OrdinalIgnoreCase);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true })!;
            return await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_page_of_the_workbench_and_no_json_tells_of_it(bool byDossier)
    {
        var text = ContentHash.Of(LeakTests.Records.Secret)["sha256:".Length..][..32];
        string[] further = ["/search?q=boathouse", "/search?q=Norway", "/search?q=Bergen&in=texts", "/today?since=2031-03-01", "/today.json?since=2031-03-01", "/matrix?asof=2031-03-20", "/conditions?set=drop%20C1", "/actors?q=envoy", "/source/" + text, $"/source/{text}.json", "/review/" + text, $"/review/{text}/add"];
        await using var without = await Served(records.Without, byDossier);
        await using var with = await Served(byDossier ? records.Unmarked : records.Red, byDossier);
        await using var open = await Served(records.Red, false, Marking.Red);
        var (expected, _) = await Rounds.GoAsync(without, await without.EnterAsync(), further);
        var (told, missed) = await Rounds.GoAsync(with, await with.EnterAsync(), further);
        Assert.Equal(expected.Keys, told.Keys);
        foreach (var (address, answer) in told)
        {
            Assert.Equal((address, expected[address].Status), (address, answer.Status));
            Assert.Equal(Rounds.Lasting(expected[address]), Rounds.Lasting(answer));
            // What was asked for is said again.
            var rest = Regex.Replace(Rounds.Lasting(answer), "value=\"[^\"]*\"|class=\"[^\"]*\"|words\":\"[^\"]*\"|href=\"[^\"]*\\?[^\"]*\"", "");
            Assert.All(Secrets, word => Assert.DoesNotContain(word, rest, StringComparison.OrdinalIgnoreCase));
        }

        Assert.Equal(HttpStatusCode.NotFound, told["/source/" + text].Status);
        Assert.True(told.Count > 60, $"Only {told.Count} addresses were looked at.");
        Assert.DoesNotContain(missed, p => !p.Contains('{', StringComparison.Ordinal));
        var (all, _) = await Rounds.GoAsync(open, await open.EnterAsync(), further);
        Assert.True(all.Count(a => a.Value.Body.Contains("boathouse", StringComparison.OrdinalIgnoreCase)) >= 8, "Without the limit the note is seen.");
    }

    private Task<Bench> Served(string record, bool byDossier, Marking limit = Marking.Amber)
    {
        // The name of the file is the title of a brief.
        var copy = Path.Combine(Directory.CreateDirectory(_folder.File($"served-{_served++}")).FullName, "talks.db");
        File.Copy(record, copy);
        return Bench.WithAsync([], (o, _) => o with { Record = copy, MaxMarking = limit, Today = new(2031, 3, 10), Dossier = byDossier ? new Dossier { Marking = Marking.Red } : null });
    }
}
