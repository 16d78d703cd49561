using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Rapporteur.Web;

/// <summary>One request for a page: who asks, what the address says, and the record as it is shown.</summary>
public sealed class Visit
{
    private readonly RecordView? _view;

    private Visit(HttpContext http, WorkbenchOptions options, RecordView? view)
    {
        (Http, Options, _view) = (http, options, view);
    }

    /// <summary>The request.</summary>
    public HttpContext Http { get; }

    /// <summary>What is served.</summary>
    public WorkbenchOptions Options { get; }

    /// <summary>The record as it is shown.</summary>
    public RecordView View => _view ?? throw new InvalidOperationException("This page was asked for without the record.");

    /// <summary>Whether the record has changed since the view was folded; the pages say so.</summary>
    public bool IsBehind { get; private init; }

    /// <summary>Whether the record is at hand.</summary>
    public bool HasView => _view is not null;

    /// <summary>The record room, for what the view does not answer.</summary>
    public RecordRoom Room => Service<RecordRoom>();

    /// <summary>Name of who asks; null where nobody is logged in.</summary>
    public string? Name => Http.User.Identity is { IsAuthenticated: true, Name: { } name } ? name : null;

    /// <summary>What who asks may do.</summary>
    public Role Role => SignIn.RoleOf(Http.User);

    /// <summary>Whether who asks may rule and add.</summary>
    public bool MayRule => Name is not null && Role >= Role.Analyst;

    /// <summary>Path of the page, without <c>.json</c>.</summary>
    public string Path => Http.Request.Path.Value is { } path && path.EndsWith(".json", StringComparison.Ordinal) ? path[..^5] : Http.Request.Path.Value ?? "/";

    /// <summary>Ends when who asked goes away.</summary>
    public CancellationToken Cancel => Http.RequestAborted;

    /// <summary>A visit with the record as it stands.</summary>
    public static async Task<Visit> OfAsync(HttpContext http)
    {
        var (view, behind) = await http.RequestServices.GetRequiredService<RecordRoom>().NowAsync();
        return new(http, http.RequestServices.GetRequiredService<WorkbenchOptions>(), view) { IsBehind = behind };
    }

    /// <summary>A visit without the record: a log-in, a page that says what went wrong.</summary>
    public static Visit Bare(HttpContext http) => new(http, http.RequestServices.GetRequiredService<WorkbenchOptions>(), null);

    /// <summary>A visit of the same person with another view of the record.</summary>
    public Visit With(RecordView view) => new(Http, Options, view) { IsBehind = IsBehind };

    /// <summary>A part of the server.</summary>
    public T Service<T>() where T : notnull => Http.RequestServices.GetRequiredService<T>();

    /// <summary>The token that every form carries, so that no other site can send it.</summary>
    public string FormToken() => Service<IAntiforgery>().GetAndStoreTokens(Http).RequestToken ?? "";

    /// <summary>What the address says for a name; null where it says nothing.</summary>
    public string? Query(string name) => Http.Request.Query[name].ToString() is { Length: > 0 } value ? value.Length <= 500 ? value : throw PageException.Wrong($"What the address says for “{name}” is too long.") : null;

    /// <summary>A value from the path.</summary>
    public string Route(string name) => Http.Request.RouteValues[name] as string ?? "";

    /// <summary>A day from the address; null where it gives none. Throws <see cref="PageException"/> for one that is no day.</summary>
    public DateOnly? Day(string name) => Query(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw PageException.Wrong($"“{text}” is no day; write one such as 2025-10-22.");

    /// <summary>A whole number from the address, within bounds.</summary>
    public int Number(string name, int otherwise, int least, int most) => Query(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n
        : throw PageException.Wrong($"“{text}” is no number from {least} to {most}.");

    /// <summary>One of several words from the address.</summary>
    public string Choice(string name, string otherwise, params ReadOnlySpan<string> known)
    {
        if (Query(name) is not { } text) return otherwise;
        foreach (var word in known)
            if (word == text) return word;
        throw PageException.Wrong($"“{text}” is none of {string.Join(", ", known.ToArray())}.");
    }
}
