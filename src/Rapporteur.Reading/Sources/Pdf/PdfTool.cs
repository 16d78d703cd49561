using System.Diagnostics;

namespace Rapporteur.Reading;

/// <summary>Runs a program of poppler-utils without a shell, for a limited time, and takes a limited output.</summary>
internal static class PdfTool
{
    /// <summary>Full path of a program; null where no folder of the path holds it.</summary>
    public static string? Find(string name, string? path)
    {
        foreach (var folder in (path ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var ending in OperatingSystem.IsWindows() ? [".exe"] : new[] { "" })
            {
                var file = Path.Combine(folder, name + ending);
                if (File.Exists(file)) return Path.GetFullPath(file);
            }
        }

        return null;
    }

    /// <summary>What it writes; throws <see cref="UnreadableSourceException"/> where it fails, takes too long or writes too much.</summary>
    public static byte[] Run(string tool, string[] arguments, SourceOptions options, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, CreateNoWindow = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new UnreadableSourceException("pdf", $"{tool} could not be started.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.PdfTimeout);
        using var stop = limit.Token.Register(() => Stop(process));
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var output = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = process.StandardOutput.BaseStream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            output.Write(buffer, 0, read);
            if (output.Length <= options.MaxTextBytes) continue;
            Stop(process);
            throw new UnreadableSourceException("too-large", $"The PDF holds more than {options.MaxTextBytes:N0} bytes of text; split it.");
        }

        process.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested) throw new UnreadableSourceException("timeout", $"The PDF took more than {options.PdfTimeout.TotalSeconds:0} seconds; save it again, or give its text.");
        return process.ExitCode switch
        {
            0 => output.ToArray(),
            1 => throw new UnreadableSourceException("broken", "The PDF is broken or protected by a password; save it again without one."),
            3 => throw new UnreadableSourceException("encrypted", "The PDF does not permit its text to be copied."),
            _ => throw new UnreadableSourceException("broken", $"{Path.GetFileName(tool)} failed with exit code {process.ExitCode}; save the PDF again, or give its text."),
        };
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
}
