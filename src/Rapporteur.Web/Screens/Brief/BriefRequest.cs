using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Web;

/// <summary>Which brief is asked for.</summary>
/// <param name="Template">Name of its template.</param>
/// <param name="Actor">Name of the actor that it is about; null for none.</param>
/// <param name="Issue">Name of the issue that it is about; null for none.</param>
/// <param name="AsOf">The day it speaks as of; null for today.</param>
/// <param name="Since">Since when; null for all.</param>
/// <param name="Limit">Strictest marking that enters.</param>
public sealed record BriefRequest(string Template, string? Actor, string? Issue, DateOnly? AsOf, DateOnly? Since, Marking Limit)
{
    /// <summary>The template of a brief where none is named.</summary>
    public const string Usual = "situation";

    private const int Week = 7;

    /// <summary>The request as the query of an address, without question mark.</summary>
    public string Query => string.Join('&', new (string Name, string? Value)[]
    {
        ("template", Template), ("actor", Actor), ("issue", Issue), ("asof", Iso(AsOf)), ("since", Iso(Since)), ("marking", EnumSpelling.Of(Limit)),
    }.Where(f => f.Value is not null).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}"));

    /// <summary>Markings up to that of the server, the strictest first.</summary>
    /// <param name="options">What is served.</param>
    public static ImmutableArray<Marking> Markings(WorkbenchOptions options) => [.. Enum.GetValues<Marking>().Where(m => m != Marking.Unmarked && m.IsWithin(options.MaxMarking)).OrderByDescending(m => m.Rank())];

    /// <summary>What an address asks for. Throws <see cref="PageException"/> for what cannot be understood.</summary>
    /// <param name="visit">The request.</param>
    public static BriefRequest Of(Visit visit)
    {
        var markings = Markings(visit.Options);
        var limit = visit.Query("marking") is { } label ? EnumSpelling.TryParse<Marking>(label, out var asked) && markings.Contains(asked) ? asked : throw PageException.Wrong($"“{label}” is none of the markings that this workbench shows: {string.Join(", ", markings.Select(m => EnumSpelling.Of(m)))}.")
            : visit.Options.MaxMarking == Marking.Unmarked ? Marking.Amber : visit.Options.MaxMarking;
        var name = visit.Query("template") ?? Usual;
        var templates = visit.Options.Templates;
        if (name != BriefTemplate.Full && templates.All(t => t.Name != name)) throw PageException.Wrong($"There is no template {name}; there are {BriefTemplate.Full}, {string.Join(", ", templates.Select(t => t.Name))}.");
        var needs = templates.FirstOrDefault(t => t.Name == name)?.Needs ?? [];
        var (asOf, since) = (visit.Day("asof"), visit.Day("since"));
        var day = asOf ?? visit.View.Today;
        if (since is null && needs.Contains(TemplateNeed.Since)) since = day.AddDays(-Week);
        if (since > day) throw PageException.Wrong("The day since when a brief tells lies before its own day.");
        return new(name, needs.Contains(TemplateNeed.Actor) ? visit.Query("actor") : null, needs.Contains(TemplateNeed.Issue) ? visit.Query("issue") : null, asOf, since, limit);
    }

    /// <summary>The template; null for the full brief.</summary>
    /// <param name="options">What is served.</param>
    public BriefTemplate? Form(WorkbenchOptions options) => options.Templates.FirstOrDefault(t => t.Name == Template);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
