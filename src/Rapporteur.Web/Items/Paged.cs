using System.Collections.Immutable;

namespace Rapporteur.Web;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">What stands on this page.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Total">How many things are listed on all.</param>
public sealed record Paged<T>(ImmutableArray<T> Items, int Page, int Pages, int Total);

/// <summary>Cuts lists into pages.</summary>
internal static class Paging
{
    /// <summary>The page that the address asks for.</summary>
    /// <typeparam name="TFrom">What the list holds.</typeparam>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="visit">The request.</param>
    /// <param name="all">The list.</param>
    /// <param name="make">Makes an item of what the list holds.</param>
    /// <param name="size">How many stand on a page.</param>
    public static Paged<T> Cut<TFrom, T>(this Visit visit, IReadOnlyList<TFrom> all, Func<TFrom, T> make, int size)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var page = Math.Min(visit.Number("page", 1, 1, 1_000_000), pages);
        return new([.. all.Skip((page - 1) * size).Take(size).Select(make)], page, pages, all.Count);
    }
}
