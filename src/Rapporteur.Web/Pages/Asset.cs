using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>The one style sheet and the one script of the workbench. Their addresses hold a hash of what they hold, so that a browser keeps them until they change.</summary>
public sealed class Asset
{
    private readonly byte[] _bytes;
    private readonly string _type;

    private Asset(string name, string type, string text)
    {
        _bytes = Encoding.UTF8.GetBytes(text);
        _type = type;
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(_bytes))[..12]}/{name}";
    }

    /// <summary>The style sheet: of the workbench, then of charts.</summary>
    public static Asset Style { get; } = new("workbench.css", "text/css; charset=utf-8", Own("workbench.css") + StyleSheet.Of("chart.css"));

    /// <summary>The script. Everything essential works without it.</summary>
    public static Asset Script { get; } = new("workbench.js", "text/javascript; charset=utf-8", Own("workbench.js"));

    /// <summary>Where it lies.</summary>
    public string Address { get; }

    /// <summary>Serves both.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="open">Whether they are served to who is not logged in, for the page on which he does.</param>
    public static void Map(IEndpointRouteBuilder routes, bool open)
    {
        foreach (var asset in new[] { Style, Script })
        {
            var endpoint = routes.MapGet(asset.Address, (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
                return Results.Bytes(asset._bytes, asset._type);
            }).ExcludeFromDescription();
            if (open) endpoint.AllowAnonymous();
        }
    }

    private static string Own(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
