using System.Collections.Immutable;
using System.Net;

namespace Rapporteur.Web;

/// <summary>Checks where a workbench may listen, and under which names it answers.</summary>
public static class ServeAddresses
{
    /// <summary>What keeps a workbench from being served so, as a sentence that says what to do; null where nothing does.</summary>
    /// <param name="options">What is wanted.</param>
    public static string? FaultOf(WorkbenchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Urls.IsDefaultOrEmpty) return "--urls names no address; write one such as http://127.0.0.1:5080.";
        foreach (var text in options.Urls)
        {
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.AbsolutePath != "/" || url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
                return $"--urls takes addresses such as http://127.0.0.1:5080, not '{text}'.";
            if (url.Scheme == "https" && options.Certificate is null) return $"{text} needs a certificate: --certificate FILE.pfx, or FILE.pem with certificate and key.";
            if (IsLoopback(url)) continue;
            if (!options.IsForTeam) return $"Without accounts the workbench serves this machine alone: '{text}' is not a loopback address. Name a file of accounts (--accounts FILE), or listen on http://127.0.0.1:5080.";
            if (url.Scheme != "https") return $"Passwords would go over the network in the clear on '{text}': listen on https:// with --certificate, or on http://127.0.0.1 behind a proxy on this machine that ends TLS (--host NAME).";
        }

        foreach (var host in options.Hosts)
            if (Uri.CheckHostName(host) is UriHostNameType.Unknown or UriHostNameType.Basic) return $"--host takes a name such as workbench.example.org, not '{host}'.";
        return options.Hosts.Length > 0 && !options.IsForTeam ? "--host goes with --accounts: without accounts the workbench answers to the names of this machine alone." : null;
    }

    /// <summary>The hosts, with their ports, to which the workbench answers; whoever asks for another is turned away.</summary>
    /// <param name="options">What is served.</param>
    internal static ImmutableHashSet<string> Allowed(WorkbenchOptions options)
    {
        var allowed = ImmutableHashSet.CreateBuilder<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in options.Urls)
        {
            var url = new Uri(text);
            foreach (var name in IsLoopback(url) ? ["127.0.0.1", "localhost", "[::1]"] : new[] { url.IdnHost.Contains(':', StringComparison.Ordinal) ? $"[{url.IdnHost}]" : url.IdnHost })
            {
                allowed.Add($"{name}:{url.Port}");
                if (url.IsDefaultPort) allowed.Add(name);
            }
        }

        // A proxy may stand on any port.
        foreach (var host in options.Hosts) allowed.Add(host);
        return allowed.ToImmutable();
    }

    private static bool IsLoopback(Uri url) => url.IdnHost is "localhost" || (IPAddress.TryParse(url.IdnHost, out var address) && IPAddress.IsLoopback(address));
}
