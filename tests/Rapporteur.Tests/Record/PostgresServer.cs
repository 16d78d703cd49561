using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A PostgreSQL server on a temporary folder and a free port of this machine, for as long as a class of tests runs. Where none can be started, <see cref="Missing"/> says why.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string? _folder;
    private readonly string? _bin;
    private readonly int _port;
    private int _records;

    public PostgresServer()
    {
        _bin = Programs();
        if (_bin is null)
        {
            Missing = "PostgreSQL is not installed (Debian: apt install postgresql-15).";
            return;
        }

        _folder = Directory.CreateTempSubdirectory("rapporteur-postgres-").FullName;
        if (Environment.UserName == "root") Run("chown", "postgres", _folder);
        _port = FreePort();
        var data = Path.Combine(_folder, "data");
        var options = $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off";
        Missing = Server("initdb", "-D", data, "-U", "rapporteur", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
            ?? Server("pg_ctl", "-D", data, "-l", Path.Combine(_folder, "log"), "-w", "-t", "60", "-o", options, "start");
    }

    /// <summary>Why there is no server; null where there is one.</summary>
    public string? Missing { get; }

    /// <summary>Address of a record that is not there yet; skips the test where there is no server.</summary>
    public string NewRecord()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        return $"postgres://rapporteur@127.0.0.1:{_port}/postgres?record=r{Interlocked.Increment(ref _records)}";
    }

    public void Dispose()
    {
        if (_folder is null) return;
        if (Missing is null) Server("pg_ctl", "-D", Path.Combine(_folder, "data"), "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Programs()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [];
        return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    // The server does not run as root.
    private string? Server(string program, params string[] arguments)
    {
        var path = Path.Combine(_bin!, program);
        return Environment.UserName == "root" ? Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]) : Run(path, arguments);
    }

    private string? Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = _folder };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        try
        {
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            if (!process.WaitForExit(TimeSpan.FromMinutes(2))) return $"{program} did not end.";
            return process.ExitCode == 0 ? null : $"{program} ended with {process.ExitCode}.";
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return $"{program}: {e.Message}";
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
