using System.Net;
using System.Net.Sockets;

namespace Rapporteur.Plugs;

/// <summary>Keeps fetching out of private networks: a name is resolved, every address that it has is checked, and the connection goes to a checked address, so that neither a redirect nor a
/// name that changes its address between check and connection leads anywhere else. Loopback, private, link-local, shared, multicast, documentation and reserved ranges are refused (IANA special-purpose
/// registries, RFC 6890).</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] Closed4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of the sixth version only global unicast is open, without what is set aside inside it.
    private static readonly IPNetwork Open6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] Closed6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20" }.Select(IPNetwork.Parse)];

    /// <summary>Whether an address lies in the public network.</summary>
    /// <param name="address">The address; one of the fourth version inside one of the sixth counts as what it holds.</param>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(Closed4, n => n.Contains(address)),
            AddressFamily.InterNetworkV6 => address.ScopeId == 0 && Open6.Contains(address) && !Array.Exists(Closed6, n => n.Contains(address)),
            _ => false,
        };
    }

    /// <summary>What keeps an address from being fetched before any name is resolved, as a sentence; null where nothing does.</summary>
    /// <param name="address">An absolute address.</param>
    public static string? FaultOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.IdnHost.Length == 0) return "Only addresses that begin with http:// or https:// are fetched.";
        if (address.UserInfo.Length > 0) return "An address to fetch holds no name and no password.";
        return IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) && !IsPublic(ip) ? Refusal(address.IdnHost) : null;
    }

    /// <summary>A handler whose every connection, those of redirects among them, goes to a checked address. It uses no proxy, since a proxy resolves names by itself, and keeps no cookies.</summary>
    /// <param name="resolve">Resolves a name; the system's resolver where null.</param>
    /// <param name="exempt">Whether a host may lie in a private network, as a user said of it by name; none where null.</param>
    public static SocketsHttpHandler Handler(Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, Predicate<string>? exempt = null) => new()
    {
        UseProxy = false,
        UseCookies = false,
        MaxAutomaticRedirections = 5,
        ConnectTimeout = TimeSpan.FromSeconds(20),
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, resolve ?? Dns.GetHostAddressesAsync, exempt, cancel),
    };

    /// <summary>The addresses of a name, all of them public. Throws <see cref="RefusedAddressException"/> where one is not, or where there is none.</summary>
    /// <param name="host">Name, or an address written out.</param>
    /// <param name="resolve">Resolves a name.</param>
    /// <param name="cancel">Ends the look-up.</param>
    public static async Task<IPAddress[]> CheckedAsync(string host, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(resolve);
        var found = IPAddress.TryParse(host.Trim('[', ']'), out var written) ? [written] : await resolve(host, cancel).ConfigureAwait(false);
        if (found.Length == 0) throw new RefusedAddressException($"{host} has no address.");
        return Array.TrueForAll(found, IsPublic) ? found : throw new RefusedAddressException(Refusal(host));
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, Func<string, CancellationToken, Task<IPAddress[]>> resolve, Predicate<string>? exempt, CancellationToken cancel)
    {
        var addresses = exempt?.Invoke(to.Host) == true
            ? IPAddress.TryParse(to.Host.Trim('[', ']'), out var written) ? [written] : await resolve(to.Host, cancel).ConfigureAwait(false)
            : await CheckedAsync(to.Host, resolve, cancel).ConfigureAwait(false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Refusal(string host) => $"{host} leads into a private or reserved network; such addresses are not fetched.";
}
