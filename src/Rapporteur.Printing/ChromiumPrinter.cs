using System.Diagnostics;

namespace Rapporteur.Printing;

/// <summary>Prints a page as PDF with a Chromium that is installed. The browser gets a web archive in a folder of its own and nothing else: no network (no name is resolved, every connection goes to a proxy that is not there),
/// no files (an archive reads none), no script, no profile of the user, a limited time. Thread-safe: each call has a browser of its own.</summary>
public static class ChromiumPrinter
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    /// <summary>Longest time that a page may take.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(3);

    /// <summary>Full path of the browser; null where none is installed.</summary>
    /// <param name="path">Folders to look in; those of the environment when null.</param>
    public static string? Find(string? path = null)
    {
        foreach (var folder in (path ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            foreach (var name in Names)
                if (Path.Combine(folder, name + (OperatingSystem.IsWindows() ? ".exe" : "")) is var file && File.Exists(file)) return Path.GetFullPath(file);
        return null;
    }

    /// <summary>The page as PDF, A4 or as its style sheet says.</summary>
    /// <param name="html">The page, UTF-8; what it links to is not there for it.</param>
    /// <param name="day">The day that the PDF bears, in place of the clock's.</param>
    /// <param name="path">Folders to look for the browser in; those of the environment when null.</param>
    /// <param name="cancel">Ends the browser.</param>
    /// <exception cref="PrintingException">No browser is installed, or it failed or took too long.</exception>
    public static byte[] Print(byte[] html, DateOnly day, string? path = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(html);
        var browser = Find(path) ?? throw new PrintingException("A PDF needs Chromium, which is not installed; install it (Debian: apt install chromium), or print the HTML file from any browser.");
        var folder = Directory.CreateTempSubdirectory("rapporteur-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.mhtml"), Path.Combine(folder.FullName, "page.pdf"));
            File.WriteAllBytes(page, WebArchive.Of(html));
            Run(browser, folder.FullName, page, pdf, cancel);
            return File.Exists(pdf) ? PdfStamp.Set(File.ReadAllBytes(pdf), day) : throw new PrintingException($"{browser} wrote no PDF; print the HTML file from any browser.");
        }
        finally
        {
            Delete(folder);
        }
    }

    private static void Run(string browser, string folder, string page, string pdf, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, CreateNoWindow = true, WorkingDirectory = folder };
        foreach (var argument in Arguments(folder, page, pdf)) start.ArgumentList.Add(argument);
        // Neither the user's settings nor what the environment holds.
        foreach (var name in start.Environment.Keys.Where(k => k is not ("PATH" or "LANG" or "LC_ALL" or "SYSTEMROOT" or "SystemRoot")).ToList()) start.Environment.Remove(name);
        foreach (var name in new[] { "HOME", "TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR" }) start.Environment[name] = folder;
        using var process = Process.Start(start) ?? throw new PrintingException($"{browser} could not be started.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        using var stop = limit.Token.Register(() => Stop(process));
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested) throw new PrintingException($"{browser} took more than {Limit.TotalMinutes:0} minutes; print the HTML file from any browser.");
        if (process.ExitCode != 0) throw new PrintingException($"{browser} failed with exit code {process.ExitCode}; print the HTML file from any browser.");
    }

    private static IEnumerable<string> Arguments(string folder, string page, string pdf)
    {
        yield return "--headless=new";
        // Its sandbox does not work for root; the archive is one without it.
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()) yield return "--no-sandbox";
        yield return "--user-data-dir=" + Path.Combine(folder, "profile");
        yield return "--disable-gpu";
        yield return "--disable-dev-shm-usage";
        yield return "--no-first-run";
        yield return "--no-default-browser-check";
        yield return "--no-pings";
        yield return "--disable-extensions";
        yield return "--disable-background-networking";
        yield return "--disable-component-update";
        yield return "--disable-default-apps";
        yield return "--disable-domain-reliability";
        yield return "--disable-sync";
        yield return "--disable-breakpad";
        yield return "--host-resolver-rules=MAP * ~NOTFOUND";
        yield return "--proxy-server=http://127.0.0.1:9";
        yield return "--proxy-bypass-list=<-loopback>";
        yield return "--no-pdf-header-footer";
        yield return "--print-to-pdf=" + pdf;
        yield return new Uri(page).AbsoluteUri;
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    // A part of the browser may still write for a moment.
    private static void Delete(DirectoryInfo folder)
    {
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Thread.Yield();
            }
        }
    }
}
