using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>The documents, and each as it was read: any line of any page leads here, with its words marked and an address to share.</summary>
internal static class SourcesScreen
{
    private const int Size = 50;

    /// <summary>Registers its pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<SourcesPage, SourcesModel>("/sources", "Every document, the latest first (q=, page=).", List);
        routes.MapPage<SourcePage, SourceModel>("/source/{text}", "A document with its text (claim= marks the words of a claim, span=START-END any words; #sSTART leads to a sentence).", Show);
    }

    private static SourcesModel List(Visit visit)
    {
        var view = visit.View;
        var all = view.Each("sources", v => v.Snapshot.Documents.Reverse().ToArray());
        var words = visit.Query("q");
        IReadOnlyList<DocumentReading> shown = words is null ? all : [.. all.Where(d => new[] { d.Document.Title, d.Document.Publisher, d.Document.Source }.Any(t => t?.Contains(words, StringComparison.OrdinalIgnoreCase) == true))];
        return new(visit.Cut(shown, d => SourceItem.Of(d, view), Size), words);
    }

    private static SourceModel Show(Visit visit)
    {
        var view = visit.View;
        var reading = view.Document(visit.Route("text")) ?? throw PageException.NotThere("This text");
        var claims = view.ClaimsOf(reading.Document.TextId);
        var marked = visit.Query("claim") is { } id ? claims.FirstOrDefault(c => c.Claim.Id == id) : null;
        var spans = marked is not null ? PassageMaker.Of(marked, null).Marked.Add(marked.Claim.Trigger) : visit.Query("span") is { } span ? [Span(span, reading.Document.Text.Length)] : ImmutableArray<TextSpan>.Empty;
        return new(
            SourceItem.Of(reading, view), reading.Document.Text, reading.Document.Zones, reading.Sentences, PassageMaker.Merge(spans), marked is null ? null : ClaimItem.Of(marked, view),
            [.. claims.OrderBy(c => c.Evidence.Span).Select(c => ClaimItem.Of(c, view))],
            [.. view.Snapshot.Rulings.Where(r => r.Ruling.TextId == reading.Document.TextId).Select(RulingItem.Of)]);
    }

    private static TextSpan Span(string text, int length) =>
        text.Split('-') is [var from, var to] && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && start < end && end <= length
            ? new(start, end)
            : throw PageException.Wrong("A span is written START-END, in UTF-16 units of the text.");
}

/// <summary>The documents.</summary>
/// <param name="Sources">One page of them.</param>
/// <param name="Words">Words that title, publisher or source have to hold.</param>
public sealed record SourcesModel(Paged<SourceItem> Sources, string? Words);

/// <summary>A document with its text.</summary>
/// <param name="Source">What is known of it.</param>
/// <param name="Text">Its text, to the letter; spans are offsets into it.</param>
/// <param name="Zones">Its parts.</param>
/// <param name="Sentences">Its sentences.</param>
/// <param name="Marked">The words that the address asks to be marked.</param>
/// <param name="Claim">The claim whose words they are; null where none was asked for.</param>
/// <param name="Claims">Its claims, in the order of the text.</param>
/// <param name="Rulings">Rulings that belong to it.</param>
public sealed record SourceModel(
    SourceItem Source, string Text, ImmutableArray<Zone> Zones, ImmutableArray<TextSpan> Sentences, ImmutableArray<TextSpan> Marked, ClaimItem? Claim, ImmutableArray<ClaimItem> Claims, ImmutableArray<RulingItem> Rulings);
