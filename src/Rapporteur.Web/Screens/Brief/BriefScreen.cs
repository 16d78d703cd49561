using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;
using Rapporteur.Printing;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>The brief: chosen by template, seen in the page with every citation leading to its source, completed by notes of people, taken away as a file, subscribed to.</summary>
internal static class BriefScreen
{
    // Lines in the page; a file has all.
    private const int MostLines = 1_500;
    private const int MostActors = 80;

    /// <summary>Registers its pages, acts and files.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<BriefPage, BriefModel>("/brief", "A brief by a template (template=, actor=, issue=, asof=, since=, marking=), with the notes of people and the addresses of calendar and feed.", ShowAsync);
        BriefNotes.Map(routes);
        BriefFiles.Map(routes);
        FeedRoutes.Map(routes);
    }

    private static async Task<BriefModel> ShowAsync(Visit visit)
    {
        var request = BriefRequest.Of(visit);
        var made = await visit.Service<BriefShelf>().TakeAsync(visit, request);
        var names = visit.View.Once("brief names", view => BriefNames.Of(view, ReasonedRecord.Of(visit).Snapshot));
        return new(
            request, [new(BriefTemplate.Full, "Full brief", "Everything that was read."), .. visit.Options.Templates.Select(t => new TemplateChoice(t.Name, t.Title, t.About))],
            names.Actors, names.Issues, [.. BriefRequest.Markings(visit.Options)], made.Missing, made.Near,
            [.. made.Notes.Select(n => NoteItem.Of(n, visit))],
            [.. Exporter.All.Select(e => e.Name).Concat(ChromiumPrinter.Find() is null ? [] : ["pdf"]).Select(f => new FileItem(f, $"/brief/file/{f}?{request.Query}"))],
            made.Brief is { } brief ? JsonDocument.Parse(new JsonBrief().Export(brief)).RootElement : null)
        {
            Feeds = [new("Calendar", FeedRoutes.Address(visit, request.Limit, "talks.ics")), new("Changes", FeedRoutes.Address(visit, request.Limit, "talks.atom"))],
            Made = made.Brief,
            Shown = made.Brief is { } whole ? Cut(whole) : [],
        };
    }

    // Whole sections, as long as the page does not become too long to load.
    private static ImmutableArray<Section> Cut(Brief brief)
    {
        var (shown, lines) = (ImmutableArray.CreateBuilder<Section>(), 0);
        foreach (var section in brief.Sections)
        {
            lines += section.Lines.Count();
            if (shown.Count > 0 && lines > MostLines) break;
            shown.Add(section);
        }

        return shown.ToImmutable();
    }

    /// <summary>Where a citation can be opened.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="passage">The citation.</param>
    public static string Address(Visit visit, Passage passage)
    {
        var claims = visit.View.Once("claim ids", v => v.Snapshot.Claims.Select(c => c.Claim.Id).ToFrozenSet(StringComparer.Ordinal));
        var (text, span) = (passage.Evidence.TextId, passage.Evidence.Span);
        return claims.Contains(passage.Claim) ? ClaimItem.AddressOf(text, span.Start, passage.Claim) : FormattableString.Invariant($"{ClaimItem.SourceAddress(text)}?span={span.Start}-{span.End}#s{span.Start}");
    }

    private sealed record BriefNames(ImmutableArray<string> Actors, ImmutableArray<string> Issues)
    {
        public static BriefNames Of(RecordView view, RecordSnapshot board)
        {
            var used = board.PositionLines.Select(l => l.Issue).ToHashSet(StringComparer.Ordinal);
            var actors = view.Snapshot.Claims.SelectMany(c => c.Claim.Participants.Append(c.Claim.By).OfType<string>()).CountBy(k => k, StringComparer.Ordinal)
                .OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal).Select(k => view.Snapshot.Actors.GetValueOrDefault(k.Key)).OfType<RecordActor>()
                .Where(a => !a.IsMedium && !ActorNames.IsDescription(a)).Take(MostActors).Select(a => Quoting.Clean(a.Name));
            return new([.. actors.Distinct(StringComparer.Ordinal)], [.. board.Issues.Where(i => used.Contains(i.Key)).Select(i => i.Name)]);
        }
    }
}

/// <summary>A template that can be chosen.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="About">What it is for.</param>
public sealed record TemplateChoice(string Name, string Title, string About);

/// <summary>An address to subscribe to. It opens without a log-in: whoever has it reads what it tells.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Address">The address.</param>
public sealed record FeedItem(string Name, string Address);

/// <summary>A form in which the brief can be loaded down.</summary>
/// <param name="Format">html, json, md or pdf.</param>
/// <param name="Address">Its address.</param>
public sealed record FileItem(string Format, string Address);

/// <summary>A brief.</summary>
/// <param name="Request">Which one.</param>
/// <param name="Templates">Templates to choose from.</param>
/// <param name="Actors">Actors most often named.</param>
/// <param name="Issues">Issues on which somebody stands.</param>
/// <param name="Markings">Markings to choose from, the strictest first.</param>
/// <param name="Missing">What is missing for it; null where nothing is.</param>
/// <param name="Near">Names that may be meant.</param>
/// <param name="Notes">Notes of people in the record, within the marking.</param>
/// <param name="Files">Forms in which it can be loaded down.</param>
/// <param name="Brief">The brief (docs/brief.md); null where something is missing.</param>
public sealed record BriefModel(
    BriefRequest Request, ImmutableArray<TemplateChoice> Templates, ImmutableArray<string> Actors, ImmutableArray<string> Issues, ImmutableArray<Marking> Markings, string? Missing, ImmutableArray<string> Near,
    ImmutableArray<NoteItem> Notes, ImmutableArray<FileItem> Files, JsonElement? Brief)
{
    /// <summary>Addresses to subscribe to, up to the marking; of the page alone, since they open without a log-in.</summary>
    [JsonIgnore]
    public ImmutableArray<FeedItem> Feeds { get; init; } = [];

    /// <summary>The brief as a value.</summary>
    [JsonIgnore]
    public Brief? Made { get; init; }

    /// <summary>The sections that the page shows.</summary>
    [JsonIgnore]
    public ImmutableArray<Section> Shown { get; init; } = [];
}
