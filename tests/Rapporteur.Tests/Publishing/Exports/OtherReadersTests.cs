using System.Diagnostics;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>What is exported, read by libraries of others (Debian: python3-icalendar, python3-feedparser, python3-rdflib). A test skips where its library is not there.</summary>
public sealed class OtherReadersTests : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private const string Day = "2025-10-22";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_calendar_library_reads_the_calendar()
    {
        var file = await ExportAsync("icalendar", "ics");
        var told = await AskAsync("""
            import sys, icalendar
            calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
            entries = [c for c in calendar.walk() if c.name in ("VEVENT", "VTODO")]
            print("errors", sum(len(c.errors) for c in calendar.walk()))
            print("missing", [r for c in calendar.walk() for r in c.required if r not in c])
            print("undated", [str(c["UID"]) for c in entries if "DTSTART" not in c and "DUE" not in c])
            print("twice", len(entries) - len({str(c["UID"]) for c in entries}))
            print("kinds", sorted({c.name for c in entries}))
            """, file);
        Assert.Equal("errors 0\nmissing []\nundated []\ntwice 0\nkinds ['VEVENT', 'VTODO']\n", told);
    }

    [Fact]
    public async Task A_feed_library_reads_the_feed()
    {
        var file = await ExportAsync("feedparser", "atom", "--since", "2025-10-01");
        var told = await AskAsync("""
            import sys, feedparser
            feed = feedparser.parse(sys.argv[1])
            print(feed.version, "not well formed" if feed.bozo else "well formed")
            print("some" if feed.entries else "none")
            print("twice", len(feed.entries) - len({e.id for e in feed.entries}))
            print("incomplete", [e.id for e in feed.entries if not (e.title and e.updated_parsed and e.content)])
            """, file);
        Assert.Equal("atom10 well formed\nsome\ntwice 0\nincomplete []\n", told);
    }

    [Theory]
    [InlineData("jsonld", "https://schema.org/Claim", "http://www.w3.org/ns/oa#TextQuoteSelector")]
    [InlineData("croissant", "http://mlcommons.org/croissant/RecordSet", "http://mlcommons.org/croissant/Field")]
    public async Task A_library_of_linked_data_reads_it_whole(string format, params string[] types)
    {
        var file = await ExportAsync("rdflib", format);
        var told = await AskAsync("""
            import sys, rdflib
            base = "https://example.org/export"
            graph = rdflib.Graph().parse(sys.argv[1], format="json-ld", publicID=base)
            known = set(graph.subjects())
            print("lead nowhere", sorted({str(o) for o in graph.objects() if isinstance(o, rdflib.URIRef) and str(o).startswith(base + "#") and o not in known}))
            print("no address", sorted({str(x) for t in graph for x in t if isinstance(x, rdflib.URIRef) and ":" not in str(x)}))
            for kind in sys.argv[2:]: print(kind, "there" if (None, rdflib.RDF.type, rdflib.URIRef(kind)) in graph else "missing")
            """, [file, .. types]);
        Assert.Equal("lead nowhere []\nno address []\n" + string.Concat(types.Select(t => t + " there\n")), told);
    }

    private async Task<string> ExportAsync(string library, string format, params string[] further)
    {
        Assert.SkipUnless(File.Exists(Python) && await RunAsync("-c", "import " + library) is (0, _), $"{Python} with {library} is not installed.");
        var record = _folder.File("r.db");
        Assert.Equal(0, (await Call.Of("add", Repository.File("samples", "ukraine-2025"), "--record", record)).Code);
        var exported = await Call.Of(["export", "--record", record, "--format", format, "--today", Day, .. further]);
        Assert.Equal(0, exported.Code);
        return _folder.Write("export." + format, exported.Out);
    }

    private static async Task<string> AskAsync(string script, params string[] arguments)
    {
        var (code, told) = await RunAsync(["-c", script, .. arguments]);
        Assert.Equal(0, code);
        return told;
    }

    private static async Task<(int Code, string Out)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaints = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (process.ExitCode != 0) TestContext.Current.SendDiagnosticMessage(await complaints);
        return (process.ExitCode, told);
    }
}
