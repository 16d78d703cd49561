using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Web;

namespace Rapporteur.Tests;

/// <summary>Goes round a workbench by its own list of routes, so that a new page or act cannot be forgotten: pages are found by the links on others, acts by their patterns.</summary>
internal static partial class Rounds
{
    private const int MostOfOne = 6;

    /// <summary>Every route.</summary>
    public static IReadOnlyList<RouteEndpoint> Routes(WebApplication app) => [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>Every act: method and pattern.</summary>
    public static IEnumerable<(string Method, RouteEndpoint Route)> Acts(WebApplication app) =>
        Routes(app).SelectMany(r => (r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Where(m => m is not ("GET" or "HEAD")).Select(m => (m, r)));

    /// <summary>Whether a route is open to who is not logged in.</summary>
    public static bool IsOpen(RouteEndpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    /// <summary>The address of a route, with values that lead nowhere in the place of its parameters.</summary>
    public static string Anywhere(RouteEndpoint route) => Parameter().Replace(route.RoutePattern.RawText!, "none");

    /// <summary>Looks at every screen and what it leads to, some of each kind, page and JSON. Gives the answers by address, and the patterns of pages that nothing led to.</summary>
    public static async Task<(SortedDictionary<string, Bench.Answer> Seen, List<string> Missed)> GoAsync(Bench bench, Bench.Visitor visitor, params string[] further)
    {
        var patterns = Routes(bench.App).Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>() is { } m && m.HttpMethods.Contains("GET")).Select(r => r.RoutePattern.RawText!)
            .Where(p => p is not ("/enter" or "/log-in") && !p.StartsWith("/assets/", StringComparison.Ordinal)).OrderBy(p => p.Contains('{', StringComparison.Ordinal)).ThenBy(p => !p.EndsWith(".json", StringComparison.Ordinal))
            .Select(p => (Pattern: p, Match: new Regex("^" + Parameter().Replace(Regex.Escape(p).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+?") + "$"))).ToList();
        var (counts, seen) = (new Dictionary<string, int>(), new SortedDictionary<string, Bench.Answer>(StringComparer.Ordinal));
        var waiting = new Queue<string>(ScreenList.All.Select(s => s.Path).Concat(["/", "/openapi.json"]).Concat(further));
        while (waiting.TryDequeue(out var address))
        {
            address = address.Split('#')[0];
            if (seen.ContainsKey(address)) continue;
            var path = address.Split('?')[0];
            if (patterns.Find(p => p.Match.IsMatch(path)).Pattern is not { } pattern || counts.GetValueOrDefault(pattern) >= MostOfOne) continue;
            counts[pattern] = counts.GetValueOrDefault(pattern) + 1;
            var answer = (await visitor.GetAsync(address)) with { Pattern = pattern };
            seen[address] = answer;
            foreach (Match link in Link().Matches(answer.Body)) waiting.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
        }

        return (seen, [.. patterns.Where(p => !counts.ContainsKey(p.Pattern)).Select(p => p.Pattern)]);
    }

    /// <summary>What a page holds without what differs from request to request.</summary>
    public static string Lasting(Bench.Answer answer) => FeedToken().Replace(Token().Replace(answer.Body, "TOKEN"), "TOKEN");

    [GeneratedRegex("\\{[^}]+}")]
    private static partial Regex Parameter();

    [GeneratedRegex("(?:href|action)=\"(/[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("(?<=/feeds/[a-z+-]+/)[0-9a-zA-Z_-]{16,}")]
    private static partial Regex FeedToken();

    [GeneratedRegex("(?<=name=\"__RequestVerificationToken\" value=\")[^\"]+")]
    private static partial Regex Token();
}
