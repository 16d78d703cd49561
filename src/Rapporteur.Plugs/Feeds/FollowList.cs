using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Plugs;

/// <summary>A feed that is followed, or a page that is looked at again.</summary>
/// <param name="Address">Its address.</param>
public sealed record FollowedFeed(Uri Address)
{
    /// <summary>What it is called in messages, and as publisher where a page names none; null for what the feed calls itself.</summary>
    public string? Name { get; init; }

    /// <summary>Time from one look to the next.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>Marking of what comes of it; a stricter one in a page wins.</summary>
    public Marking Marking { get; init; }

    /// <summary>Whether the words in the feed are taken, and no page is fetched. False by default.</summary>
    public bool TakesFeedText { get; init; }

    /// <summary>How many entries of a feed are taken at one look; 50 by default.</summary>
    public int Most { get; init; } = 50;

    /// <summary>Whether it is a single page and no feed.</summary>
    public bool IsPage { get; init; }
}

/// <summary>What <c>feeds.yaml</c> says.</summary>
public sealed record FollowList
{
    /// <summary>Feeds and pages, in the order of the file.</summary>
    public ImmutableArray<FollowedFeed> Feeds { get; init; } = [];

    /// <summary>How much and how long is fetched, and in whose name.</summary>
    public required FetchLimits Limits { get; init; }

    /// <summary>Seed of the chance in waiting times; 1 by default.</summary>
    public int Seed { get; init; } = 1;
}
