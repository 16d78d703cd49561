using System.Net;
using System.Net.Sockets;
using Rapporteur.Plugs;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Opens connections of its own.</summary>
[Collection("Sockets")]
public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("198.19.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::7f00:1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:1::1")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void An_address_of_a_private_or_reserved_network_is_not_public(string address) => Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    public void An_address_of_the_public_network_is(string address) => Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:secret@example.org/")]
    public void An_address_that_says_itself_that_it_leads_elsewhere_is_refused(string address) => Assert.NotNull(PublicAddresses.FaultOf(new Uri(address)));

    [Fact]
    public async Task A_name_one_of_whose_addresses_is_private_is_refused()
    {
        await Assert.ThrowsAsync<RefusedAddressException>(() => PublicAddresses.CheckedAsync("news.example", (_, _) => Task.FromResult(new[] { IPAddress.Parse("8.8.8.8"), IPAddress.Loopback }), default));
        Assert.Single(await PublicAddresses.CheckedAsync("news.example", (_, _) => Task.FromResult(new[] { IPAddress.Parse("8.8.8.8") }), default));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("rebound.example")]
    public async Task A_server_on_this_machine_is_never_reached(string host)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var accepted = server.AcceptTcpClientAsync();
        using var handler = PublicAddresses.Handler((_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        using var client = new HttpClient(handler);
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://{host}:{((IPEndPoint)server.LocalEndpoint).Port}/")));
        Assert.IsType<RefusedAddressException>(failure.InnerException);
        Assert.False(accepted.IsCompleted);
    }

    [Fact]
    public async Task A_name_is_resolved_once_and_the_checked_address_is_connected_to()
    {
        // A resolver that turns to this machine at its second answer, as one that rebinds a name does.
        var asked = 0;
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var accepted = server.AcceptTcpClientAsync();
        var checkedOnes = await PublicAddresses.CheckedAsync("rebound.example", Answer, default);
        Assert.Equal(IPAddress.Parse("8.8.8.8"), Assert.Single(checkedOnes));
        using var handler = PublicAddresses.Handler(Answer);
        using var client = new HttpClient(handler);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://rebound.example:{((IPEndPoint)server.LocalEndpoint).Port}/")));
        Assert.Equal(2, asked);
        Assert.False(accepted.IsCompleted);

        Task<IPAddress[]> Answer(string host, CancellationToken cancel) => Task.FromResult(new[] { asked++ == 0 ? IPAddress.Parse("8.8.8.8") : IPAddress.Loopback });
    }
}
