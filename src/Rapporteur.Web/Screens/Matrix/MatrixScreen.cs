using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>Issues by sides, as of any day, and how each cell came to be what it is.</summary>
internal static class MatrixScreen
{
    private const int MostSides = 10;

    /// <summary>Registers its pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<MatrixPage, MatrixModel>("/matrix", "Issues by sides with what each wants, as of a day (asof=2025-10-22).", ShowAsync);
        routes.MapPage<MatrixCellPage, MatrixHistory>("/matrix/{issue}/{side}", "Every step by which a side came to stand where it stands on an issue.", History);
    }

    private static async Task<MatrixModel> ShowAsync(Visit visit)
    {
        var day = visit.Day("asof");
        var there = day is { } asOf ? visit.With(await visit.Room.AsOfAsync(asOf)) : visit;
        return Of(there.View) with { AsOf = day ?? there.View.Snapshot.AsOf ?? there.View.Today };
    }

    /// <summary>Works out the matrix, and what conditions and charts need beside its issues, before anybody asks.</summary>
    /// <param name="view">The record.</param>
    internal static void Prepare(RecordView view) => _ = (Of(view), ReasonedRecord.Of(view));

    private static MatrixModel Of(RecordView view) => view.Each("matrix", WorkedOut);

    private static MatrixModel WorkedOut(RecordView view)
    {
        var snapshot = ReasonedRecord.Board(view);
        var lines = snapshot.PositionLines.Where(l => l.Positions.Any()).ToArray();
        var sides = lines.GroupBy(l => l.Party, StringComparer.Ordinal).OrderByDescending(g => g.Sum(l => l.Positions.Count())).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToArray();
        var shown = sides.Take(MostSides).ToImmutableArray();
        var rows = snapshot.Issues.Select(issue => (Issue: issue, Lines: lines.Where(l => l.Issue == issue.Key).ToArray())).Where(i => i.Lines.Length > 0)
            .OrderByDescending(i => i.Lines.Length).ThenBy(i => i.Issue.Name, StringComparer.Ordinal)
            .Select(i => new MatrixRow(i.Issue.Key, i.Issue.Name, [.. shown.Select(side => i.Lines.FirstOrDefault(l => l.Party == side) is { } line ? Cell(view, i.Issue, line) : null)])).ToImmutableArray();
        return new(view.Today, [.. shown.Select(s => new MatrixSide(s, view.Listing.NameOf(s)))], sides.Length - shown.Length, rows);
    }

    private static MatrixCell Cell(RecordView view, Issue issue, PositionLine line)
    {
        if (line.Steps.IsEmpty) return new(Words.Of("header.undated"), "first", null, line.Undated.Length, ClaimItem.Of(line.Undated[^1].Claim, view));
        var last = line.Steps[^1];
        return new(StanceWords.Of(issue, last.Stances), EnumSpelling.Of(last.Move), last.LastSeen?.Value, line.Positions.Count(), ClaimItem.Of(last.Positions[^1].Claim, view));
    }

    private static MatrixHistory History(Visit visit)
    {
        var (view, snapshot) = (visit.View, ReasonedRecord.Board(visit.View));
        var (issueKey, side) = (visit.Route("issue"), visit.Route("side"));
        var issue = snapshot.Issues.FirstOrDefault(i => i.Key == issueKey) ?? throw PageException.NotThere("This issue");
        var line = snapshot.PositionLines.FirstOrDefault(l => l.Issue == issueKey && l.Party == side) ?? throw PageException.NotThere("A position of this side on the issue");
        return new(issue.Name, view.Listing.NameOf(side),
            [.. line.Steps.Reverse().Select(s => new MatrixStep(StanceWords.Of(issue, s.Stances), EnumSpelling.Of(s.Move), Words.Of("move", s.Move), s.FirstSeen?.Value, s.LastSeen?.Value, [.. s.Positions.Select(p => ClaimItem.Of(p.Claim, view))]))],
            [.. line.Undated.Select(p => ClaimItem.Of(p.Claim, view))]);
    }
}

/// <summary>A side of the matrix.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
public sealed record MatrixSide(string Key, string Name);

/// <summary>Where a side stands on an issue.</summary>
/// <param name="Stance">Options it wants, with how firmly.</param>
/// <param name="Move">How it came there: first, up, down, hardened …</param>
/// <param name="Seen">When it was last reported.</param>
/// <param name="Count">How many claims tell it.</param>
/// <param name="Latest">The latest of them.</param>
public sealed record MatrixCell(string Stance, string Move, string? Seen, int Count, ClaimItem Latest);

/// <summary>An issue of the matrix.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cells">A cell for each side; null where nothing was read.</param>
public sealed record MatrixRow(string Key, string Name, ImmutableArray<MatrixCell?> Cells);

/// <summary>Issues by sides.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Sides">Sides, those of which most was read first.</param>
/// <param name="More">How many further sides are not shown.</param>
/// <param name="Issues">The issues.</param>
public sealed record MatrixModel(DateOnly AsOf, ImmutableArray<MatrixSide> Sides, int More, ImmutableArray<MatrixRow> Issues);

/// <summary>A step of a side on an issue.</summary>
/// <param name="Stance">Options it wanted, with how firmly.</param>
/// <param name="Move">How it came there.</param>
/// <param name="MoveInWords">The same in words.</param>
/// <param name="First">When it was first reported.</param>
/// <param name="Last">When it was last reported.</param>
/// <param name="Claims">The claims that tell it.</param>
public sealed record MatrixStep(string Stance, string Move, string MoveInWords, string? First, string? Last, ImmutableArray<ClaimItem> Claims);

/// <summary>How a side came to stand where it stands.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Side">The side.</param>
/// <param name="Steps">Its steps, the latest first.</param>
/// <param name="Undated">Claims without a day.</param>
public sealed record MatrixHistory(string Issue, string Side, ImmutableArray<MatrixStep> Steps, ImmutableArray<ClaimItem> Undated);
