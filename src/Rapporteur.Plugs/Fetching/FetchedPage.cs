using System.Collections.Immutable;

namespace Rapporteur.Plugs;

/// <summary>One line of the head of a request or answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public readonly record struct HeadLine(string Name, string Value);

/// <summary>Why something was not fetched.</summary>
/// <param name="Code">Stable code: <c>address</c>, <c>private-address</c>, <c>robots</c>, <c>robots-unreachable</c>, <c>unreachable</c>, <c>timeout</c>, <c>too-large</c>, <c>redirects</c>, <c>busy</c>, <c>gone</c>, <c>status</c>, <c>encoding</c>.</param>
/// <param name="Message">One sentence.</param>
public sealed record FetchFault(string Code, string Message)
{
    /// <summary>How long the server asks to be left alone; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What came of fetching an address: a page, "not modified", or a fault.</summary>
public sealed record FetchedPage
{
    /// <summary>The address that was asked for.</summary>
    public required Uri Address { get; init; }

    /// <summary>The address that answered, after redirects.</summary>
    public required Uri Final { get; init; }

    /// <summary>Whether every redirect on the way was permanent (301, 308) and there was one.</summary>
    public bool MovedForGood { get; init; }

    /// <summary>Status of HTTP; 0 where there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>Head of the last request.</summary>
    public ImmutableArray<HeadLine> RequestHead { get; init; } = [];

    /// <summary>Head of the answer.</summary>
    public ImmutableArray<HeadLine> Head { get; init; } = [];

    /// <summary>The bytes of the page; empty where it was not modified.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>When it was asked for, in UTC.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Why there is no page; null where there is one, or where it was not modified.</summary>
    public FetchFault? Fault { get; init; }

    /// <summary>Whether the page is the one whose tag or time was named.</summary>
    public bool IsNotModified => Fault is null && Status == 304;

    /// <summary>The first line of the head with this name; null where there is none.</summary>
    /// <param name="name">Its name, in any case.</param>
    public string? Header(string name)
    {
        foreach (var line in Head)
            if (line.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return line.Value;
        return null;
    }
}

/// <summary>How much and how long is fetched, and in whose name.</summary>
public sealed record FetchLimits
{
    /// <summary>Largest page in bytes; 10 MiB by default.</summary>
    public int MaxBytes { get; init; } = 10 << 20;

    /// <summary>How many redirects are followed; 5 by default.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>How long one answer may take from the request to its last byte; 60 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time between the end of one request to a host and the next; 5 seconds by default.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What the program calls itself; its product token is <see cref="PoliteFetcher.Product"/>.</summary>
    public string UserAgent { get; init; } = PoliteFetcher.Product + "/0.1.0";

    /// <summary>Names and addresses of hosts that may lie in a private network; none by default.</summary>
    public ImmutableArray<string> PrivateHosts { get; init; } = [];
}
