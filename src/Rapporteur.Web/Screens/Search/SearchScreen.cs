using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>Words in texts and claims.</summary>
internal static class SearchScreen
{
    private const int Size = 50;
    private const int MostPages = 200;

    /// <summary>Registers its page.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPage<SearchPage, SearchModel>("/search", "Where words stand: q=words \"a phrase\" begin*, in=texts|claims|both, page=.", Find);

    private static SearchModel Find(Visit visit)
    {
        var words = visit.Query("q");
        var scope = visit.Choice("in", "both", "both", "texts", "claims");
        if (words is null || SearchQuery.Parse(words) is not { } query) return new(words, scope, 0, 0, 1, 1, []);
        var page = visit.Number("page", 1, 1, MostPages);
        var found = visit.Room.Search(query, scope switch { "texts" => SearchScope.Texts, "claims" => SearchScope.Claims, _ => SearchScope.Both }, Size, (page - 1) * Size);
        return new(words, scope, found.Texts, found.Claims, page, Math.Clamp((found.Texts + found.Claims + Size - 1) / Size, 1, MostPages), [.. found.Hits.Select(h => new HitItem(
            h.Claim is { } claim ? EnumSpelling.Of(claim.Type) : "text", h.Quote, string.IsNullOrWhiteSpace(h.Document.Title) ? PassageMaker.Name(h.Document) : h.Document.Title, PassageMaker.Label(h.Document, null), h.Document.Published.Value?.Value,
            h.Document.TextId, h.Span.Start, h.Span.End,
            h.Claim is { } c ? ClaimItem.AddressOf(h.Document.TextId, h.Span.Start, c.Id) : string.Create(CultureInfo.InvariantCulture, $"{ClaimItem.SourceAddress(h.Document.TextId)}?span={h.Span.Start}-{h.Span.End}#s{h.Span.Start}")))]);
    }
}

/// <summary>What was found.</summary>
/// <param name="Words">What was looked for.</param>
/// <param name="In">Texts, claims or both.</param>
/// <param name="Texts">In how many texts.</param>
/// <param name="Claims">In how many claims.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many pages can be asked for, at least 1.</param>
/// <param name="Hits">Those of this page.</param>
public sealed record SearchModel(string? Words, string In, int Texts, int Claims, int Page, int Pages, ImmutableArray<HitItem> Hits);

/// <summary>A place where the words stand.</summary>
/// <param name="Kind">Type of the claim, or <c>text</c>.</param>
/// <param name="Quote">The sentence.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Cite">Publisher and day.</param>
/// <param name="Published">Day of publication.</param>
/// <param name="TextId">Hash of the text.</param>
/// <param name="Start">Where the sentence begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Address">Address of the source with the sentence marked.</param>
public sealed record HitItem(string Kind, string Quote, string Title, string Cite, string? Published, string TextId, int Start, int End, string Address);
