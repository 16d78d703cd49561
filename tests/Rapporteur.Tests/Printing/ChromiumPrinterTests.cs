using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Rapporteur.Printing;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Prints with the Chromium that is installed; skipped, with the reason, where none is.</summary>
[Collection("Sockets")]
public sealed class ChromiumPrinterTests
{
    [Fact]
    public async Task A_printed_page_has_the_text_of_the_brief()
    {
        Needs("chromium", ChromiumPrinter.Find());
        var brief = Brief.From(RiverTalks.Snapshot(), new() { Title = "River talks", Template = BriefTemplate.Named("summary") });
        var pdf = ChromiumPrinter.Print(new HtmlBrief().Export(brief), RiverTalks.Day, cancel: TestContext.Current.CancellationToken);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf, 0, 5), StringComparison.Ordinal);
        Assert.Contains("/CreationDate (D:20310520000000+00'00')", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        var text = await Text(pdf);
        foreach (var words in (string[])["River talks", "The story so far", "Lakes Council", "withdraw its patrol boats"]) Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_asks_for_files_and_addresses_gets_neither()
    {
        Needs("chromium", ChromiumPrinter.Find());
        using var folder = new TemporaryFolder();
        var secret = new Uri(folder.Write("secret.txt", "BOATHOUSE\n")).AbsoluteUri;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var web = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var page = $"""
            <!DOCTYPE html><html><head><title>x</title><meta http-equiv="refresh" content="0; url={secret}"><link rel="stylesheet" href="{web}/s.css"><link rel="prefetch" href="{web}/p"><link rel="preconnect" href="{web}/">
            <style>@import "{web}/i.css"; body {"{"} background: url({web}/b.png) {"}"}</style></head><body>HARBOUR <img src="file:///etc/passwd"><img src="{web}/i.png"><iframe src="{secret}"></iframe><iframe src="{web}/f"></iframe>
            <object data="{secret}"></object><embed src="{secret}"><svg><image href="{web}/svg.png"/></svg><script>document.write("SCRIPT" + "RAN"); fetch("{web}/x")</script>
            <iframe srcdoc="<meta http-equiv=refresh content='0;url={secret}'>"></iframe></body></html>
            """;
        var text = await Text(ChromiumPrinter.Print(Encoding.UTF8.GetBytes(page), RiverTalks.Day, cancel: TestContext.Current.CancellationToken));
        Assert.Contains("HARBOUR", text, StringComparison.Ordinal);
        foreach (var word in (string[])["BOATHOUSE", "root:", "SCRIPTRAN"]) Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        Assert.False(listener.Pending());
    }

    [Fact]
    public void Nothing_is_left_in_the_temporary_folder()
    {
        Needs("chromium", ChromiumPrinter.Find());
        var before = Directory.GetDirectories(Path.GetTempPath(), "rapporteur-print-*");
        ChromiumPrinter.Print("<!DOCTYPE html><p>Short."u8.ToArray(), RiverTalks.Day, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(before.Length, Directory.GetDirectories(Path.GetTempPath(), "rapporteur-print-*").Length);
    }

    [Fact]
    public void Without_a_browser_it_says_what_to_install()
    {
        using var folder = new TemporaryFolder();
        var wrong = Assert.Throws<PrintingException>(() => ChromiumPrinter.Print("<p>"u8.ToArray(), RiverTalks.Day, folder.Path, TestContext.Current.CancellationToken));
        Assert.Contains("apt install chromium", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_and_the_system_are_taken_out_and_lengths_stay()
    {
        var pdf = Encoding.Latin1.GetBytes("<</Title (a)\n/Creator (Mozilla/5.0 \\(X11; Linux\\) X)\n/CreationDate (D:20261122181431+00'00')\n/ModDate (D:20261122181431+00'00')>>ÿ");
        var stamped = PdfStamp.Set(pdf, new(2031, 5, 20));
        Assert.Equal(pdf.Length, stamped.Length);
        var text = Encoding.Latin1.GetString(stamped);
        Assert.DoesNotContain("2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Linux", text, StringComparison.Ordinal);
        Assert.Contains("/ModDate (D:20310520000000+00'00')>>ÿ", text, StringComparison.Ordinal);
    }

    private static void Needs(string program, string? found)
    {
        if (found is null) Assert.Skip($"{program} is not installed.");
    }

    private static async Task<string> Text(byte[] pdf)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "pdftotext")))) Assert.Skip("pdftotext is not installed.");
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("p.pdf"), pdf);
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [folder.File("p.pdf"), "-"]) { RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
