using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;
using Rapporteur.Plugs;

namespace Rapporteur.Web;

/// <summary>Brings documents in: files, addresses, or a text that is pasted. They are read behind the page; how far each has come is told.</summary>
internal static class InboxScreen
{
    private const int LongestName = 200;

    /// <summary>Registers its page and act.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<InboxPage, InboxModel>("/inbox", "What was brought since the server started, and how far each document has come.", visit => Show(visit));
        routes.MapAct("/inbox", Role.Analyst, BringAsync).Limited(Workbench.WorkLimit);
    }

    private static InboxModel Show(Visit visit, string? wrong = null, InboxForm? form = null)
    {
        var jobs = visit.Service<ReadingDesk>().Jobs;
        var copies = visit.View.Each("copies of", v => v.Snapshot.Duplicates.DistinctBy(d => d.Document.TextId, StringComparer.Ordinal).ToDictionary(d => d.Document.TextId, d => d.Of, StringComparer.Ordinal));
        return new(
            [.. jobs.Select(job => new InboxRow(job, job.TextId is { } text && copies.TryGetValue(text, out var of) ? SourceItem.Of(visit.View.Document(of.TextId)!, visit.View) : null))],
            jobs.Count(j => j.State is ReadingState.Waiting or ReadingState.Reading), [.. Enum.GetValues<Marking>().Where(m => m.IsWithin(visit.Options.MaxMarking)).Select(m => EnumSpelling.Of(m))], form ?? new("", "", "", "", "unmarked"), wrong);
    }

    private static async Task<IResult> BringAsync(Visit visit, IFormCollection form)
    {
        var day = form["published"].ToString().Trim();
        var published = day.Length == 0 ? null : Edtf.Parse(day);
        if (published is { IsUnknown: true } || (published is null && day.Length > 0)) return Again($"“{day}” is no date; write one such as 2025-08-22. Files have to be chosen again.");
        if (!EnumSpelling.TryParse<Marking>(form["marking"].ToString() is { Length: > 0 } label ? label : "unmarked", out var marking) || !marking.IsWithin(visit.Options.MaxMarking)) throw PageException.Wrong("Choose one of the markings that this workbench shows.");
        var brought = new List<Brought>();
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, visit.Cancel);
            brought.Add(new(Named(Path.GetFileName(file.FileName.Replace('\\', '/')), "file"), bytes.ToArray(), published, marking));
        }

        if (form["pasted"].ToString() is { Length: > 0 } pasted && !string.IsNullOrWhiteSpace(pasted))
            brought.Add(new(Named(form["name"].ToString().Trim(), "pasted text") + (form["name"].ToString().EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? "" : ".txt"), Encoding.UTF8.GetBytes(pasted.ReplaceLineEndings("\n")), published, marking));
        var lines = form["addresses"].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > ReadingDesk.MostWaiting) return Again($"These are {lines.Length} addresses; bring {ReadingDesk.MostWaiting} at a time.");
        if (brought.Count + lines.Length == 0) return Again("Choose a file, name an address, or paste a text.");
        var desk = visit.Service<ReadingDesk>();
        foreach (var line in lines)
        {
            // An address that is not fetched stops nothing else.
            if (!Uri.TryCreate(line, UriKind.Absolute, out var address)) desk.LeaveOut(Named(line, "page"), visit.Name!, "This is no address; write one such as https://example.org/article.");
            else if (PublicAddresses.FaultOf(address) is { } fault) desk.LeaveOut(Named(line, "page"), visit.Name!, fault);
            else brought.Add(new(Named(address.AbsoluteUri, "page"), [], published, marking, address));
        }

        var taken = brought.Count(b => desk.Take(b, visit.Name!));
        return taken == brought.Count ? ScreenRoutes.SeeOther("/inbox#jobs")
            : ScreenRoutes.Page<InboxPage>(visit, Show(visit, $"{brought.Count - taken} documents were not taken: too many wait already. Bring them again when these are read."), StatusCodes.Status503ServiceUnavailable);

        IResult Again(string wrong) => ScreenRoutes.Page<InboxPage>(visit,
            Show(visit, wrong, new(form["addresses"].ToString(), form["pasted"].ToString(), form["name"].ToString(), day, form["marking"].ToString())), StatusCodes.Status422UnprocessableEntity);
    }

    private static string Named(string name, string otherwise)
    {
        var clean = string.Concat(name.Where(c => !char.IsControl(c)));
        return clean.Length == 0 ? otherwise : clean.Length <= LongestName ? clean : clean[..LongestName];
    }
}

/// <summary>The inbox.</summary>
/// <param name="Jobs">What was brought, the latest first.</param>
/// <param name="Busy">How many are waiting or being read.</param>
/// <param name="Markings">Markings that may be given.</param>
/// <param name="Form">What stands in the fields: after a try that could not be taken, what was written.</param>
/// <param name="Wrong">What was wrong with the last try; null for nothing.</param>
public sealed record InboxModel(ImmutableArray<InboxRow> Jobs, int Busy, ImmutableArray<string> Markings, InboxForm Form, string? Wrong);

/// <summary>The fields of the inbox.</summary>
/// <param name="Addresses">Addresses, one a line.</param>
/// <param name="Pasted">A text.</param>
/// <param name="Name">Its name.</param>
/// <param name="Published">Day of publication where the text does not say.</param>
/// <param name="Marking">TLP label.</param>
public sealed record InboxForm(string Addresses, string Pasted, string Name, string Published, string Marking);

/// <summary>A document in the inbox.</summary>
/// <param name="Job">How far it has come.</param>
/// <param name="CopyOf">The document that it nearly repeats; null where it repeats none.</param>
public sealed record InboxRow(ReadingJob Job, SourceItem? CopyOf);
