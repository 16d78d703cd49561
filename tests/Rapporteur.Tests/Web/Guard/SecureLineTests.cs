using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>A workbench that ends TLS by itself.</summary>
[Collection("Sockets")]
public sealed class SecureLineTests
{
    [Theory]
    [InlineData("https://127.0.0.1:0", false)]
    [InlineData("https://0.0.0.0:0", true)]
    public async Task It_is_served_over_https_alone_and_under_its_names_alone(string url, bool pem)
    {
        await using var bench = await Bench.WithAsync([], (options, bench) =>
        {
            var file = bench.Folder.File("team.accounts");
            new AccountFile(file, rounds: 100).Add("Ana", Role.Analyst, "correct horse battery");
            return options with { Accounts = file, Urls = [url], Hosts = ["workbench.example.org"], Certificate = Certificate(bench.Folder, pem) };
        }, kestrel: true);
        var port = new Uri(bench.App.Urls.First()).Port;
        using var handler = Trusting(SslProtocols.None);
        using var client = new HttpClient(handler);
        using var answer = await AskAsync(client, $"https://127.0.0.1:{port}/log-in", "workbench.example.org");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("max-age", string.Join(' ', answer.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
        using var other = await AskAsync(client, $"https://127.0.0.1:{port}/log-in", "evil.example");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, other.StatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(client, $"http://127.0.0.1:{port}/log-in", "workbench.example.org"));
#pragma warning disable SYSLIB0039, CA5397 // An old version, to see that it is refused.
        using var old = Trusting(SslProtocols.Tls11);
#pragma warning restore SYSLIB0039, CA5397
        using var aged = new HttpClient(old);
        await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(aged, $"https://127.0.0.1:{port}/log-in", "workbench.example.org"));
    }

    [Fact]
    public async Task A_file_without_certificate_or_key_is_named_before_anything_is_served()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { folder.Write("c.pfx", "no certificate"), folder.Write("c.pem", "no certificate"), folder.File("absent.pfx") })
        {
            var wrong = Assert.Throws<ArgumentException>(() => Workbench.Build(new() { Record = folder.File("r.db"), Accounts = folder.File("a"), Urls = ["https://127.0.0.1:0"], Certificate = file }, _ => { }));
            Assert.StartsWith(file, wrong.Message, StringComparison.Ordinal);
            new AccountFile(folder.File("team"), rounds: 100).Add("Ana" + Path.GetFileName(file), Role.Reader, "correct horse battery");
            var call = await Call.Of("serve", "--record", folder.File("r.db"), "--accounts", folder.File("team"), "--urls", "https://127.0.0.1:0", "--certificate", file);
            Assert.Equal(2, call.Code);
            Assert.Contains("holds no certificate", call.Error, StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static SocketsHttpHandler Trusting(SslProtocols protocols) => new()
    {
        AllowAutoRedirect = false,
#pragma warning disable CA5359 // The certificate was made by the test.
        SslOptions = { EnabledSslProtocols = protocols, RemoteCertificateValidationCallback = (_, _, _, _) => true },
#pragma warning restore CA5359
    };

    private static string Certificate(TemporaryFolder folder, bool pem)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=workbench.example.org", key, HashAlgorithmName.SHA256).CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        if (pem) return folder.Write("c.pem", made.ExportCertificatePem() + "\n" + key.ExportECPrivateKeyPem() + "\n");
        File.WriteAllBytes(folder.File("c.pfx"), made.Export(X509ContentType.Pfx));
        return folder.File("c.pfx");
    }
}
