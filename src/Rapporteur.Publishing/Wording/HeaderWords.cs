using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>The header of a brief in words, the same in every renderer.</summary>
internal static class HeaderWords
{
    private const string Program = "Rapporteur";

    public static string Marking(BriefHeader header) => Words.Of(header.Marking == Domain.Marking.Unmarked ? "header.unmarked" : "marking." + Words.Code(header.Marking));

    /// <summary>The form of the brief and what it is about; null for the full brief.</summary>
    public static string? Form(BriefHeader header) => header.Form is not { } form ? null : header.Subject is { } subject ? $"{form} · {subject}" : form;

    public static string Day(BriefHeader header)
    {
        if (header.Day is not { } day) return Words.Of("header.day-unknown");
        return $"{Words.Fill("header.day", ("date", DateWords.Of(day)))} ({Words.Of("header.day-" + Words.Code(header.DayBasis))})";
    }

    /// <summary>Mark by which a reader of sources knows a brief as the program's own output: "Rapporteur", with the version of its reader where there is one.</summary>
    public static string Generator(BriefHeader header) =>
        header.Readers.IsEmpty ? Program : Quoting.Cut($"{Program} {Quoting.Clean(header.Readers[^1].Version)}", 60);

    public static string Since(BriefHeader header) =>
        header.Since is { } since ? header.OnlySince ? Words.Fill("header.changed-since", ("date", DateWords.Of(since))) : Words.Fill("header.since", ("date", DateWords.Of(since)), ("n", Words.Number(header.Older))) : "";

    public static IEnumerable<string> Counts(BriefHeader header)
    {
        yield return $"{Words.Of("header.documents")}: {Words.Count("header.read", header.Read)}";
        if (header.Unread > 0) yield return Words.Count("header.unread", header.Unread);
        if (header.Publishers > 0) yield return Words.Count("header.publishers", header.Publishers);
        yield return Words.Count("header.claims", header.Claims);
    }

    public static string Reader(ReaderIdentity reader) =>
        Words.Fill("header.reader", ("version", Quoting.Clean(reader.Version)), ("fingerprint", Quoting.Clean(reader.Fingerprint)));

    public static string Empty(Brief brief) => Words.Fill("header.empty-sections", ("list", string.Join(", ", brief.EmptySections)));

    /// <summary>Headline of a document, else its short name.</summary>
    public static string Title(SourceDocument document) =>
        string.IsNullOrWhiteSpace(document.Title) ? PassageMaker.Name(document) : Quoting.Cut(Quoting.Clean(document.Title), 240);

    /// <summary>Published when, and how that is known.</summary>
    public static string Published(SourceDocument document)
    {
        var basis = Words.Of("basis", document.Published.Basis);
        if (document.Published.Value is not { IsUnknown: false } date) return basis;
        var reason = string.IsNullOrWhiteSpace(document.Published.Reason) ? "" : ": " + Quoting.Cut(Quoting.Clean(document.Published.Reason), 240);
        return $"{DateWords.Of(date)} ({basis}{reason})";
    }

    /// <summary>Number of claims, or why there are none.</summary>
    public static string State(BriefSource source) => source switch
    {
        { Error: { } error } => Words.Fill("header.source-error", ("message", Quoting.Clean(error.Message))),
        { DuplicateOf: { } other } => Words.Fill("header.source-duplicate", ("source", Quoting.Clean(other.Source))),
        _ => Words.Count("header.source-read", source.Claims),
    };
}
