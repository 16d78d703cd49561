using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>What a template cannot do without.</summary>
public enum TemplateNeed
{
    /// <summary>The day since when it tells (<see cref="BriefOptions.Since"/>), with the changes since then (<see cref="BriefOptions.Changes"/>).</summary>
    Since,
    /// <summary>The actor that it is about (<see cref="BriefOptions.Actor"/>).</summary>
    Actor,
    /// <summary>The issue that it is about (<see cref="BriefOptions.Issue"/>).</summary>
    Issue,
}

/// <summary>In which role the actor of a brief has to stand in a claim.</summary>
public enum ClaimRole
{
    /// <summary>In any.</summary>
    Any,
    /// <summary>It does or says it.</summary>
    By,
    /// <summary>It is done to it, or asked of it.</summary>
    To,
    /// <summary>Somebody else speaks of it.</summary>
    About,
}

/// <summary>A form of brief as data (<c>docs/formats/templates.md</c>): its sections, what each shows, and how much. It says what is looked for; every line is still made of claims.</summary>
/// <param name="Name">Name on the command line, such as <c>situation</c>.</param>
/// <param name="Title">What stands above the brief, such as "Situation report".</param>
/// <param name="About">One sentence that says what it is for.</param>
/// <param name="Needs">What it cannot do without.</param>
/// <param name="Sections">Its sections in order; never empty.</param>
public sealed record BriefTemplate(string Name, string Title, string About, ImmutableArray<TemplateNeed> Needs, ImmutableArray<TemplateSection> Sections)
{
    /// <summary>Name of the brief that tells everything, which is no template.</summary>
    public const string Full = "full";

    /// <summary>The templates that ship, in the order in which they are offered.</summary>
    public static ImmutableArray<BriefTemplate> Shipped => TemplateBook.Shipped;

    /// <summary>The shipped template of a name; null where there is none.</summary>
    /// <param name="name">Its name, to the letter.</param>
    public static BriefTemplate? Named(string name) => Shipped.FirstOrDefault(t => t.Name == name);
}

/// <summary>A section of a template.</summary>
/// <param name="Id">Anchor, lower case with hyphens, unique within the template.</param>
/// <param name="Heading">Its heading; <c>{subject}</c> stands for the actor or issue of the brief.</param>
/// <param name="Note">A sentence on how to read it; null for none.</param>
/// <param name="Most">How many lines it has at most.</param>
/// <param name="Items">What it shows, in order; never empty.</param>
public sealed record TemplateSection(string Id, string Heading, string? Note, int Most, ImmutableArray<TemplateItem> Items)
{
    /// <summary>Whether it may tell again what sections above it told, so that it is whole by itself.</summary>
    public bool Again { get; init; }
}

/// <summary>One thing that a section shows.</summary>
/// <param name="Kind">What lines (<c>docs/formats/templates.md</c> lists the kinds).</param>
/// <param name="Most">How many at most.</param>
public sealed record TemplateItem(string Kind, int Most)
{
    /// <summary>A heading of its own within the section; null for none.</summary>
    public string? Heading { get; init; }

    /// <summary>For claims: their types; empty for all.</summary>
    public ImmutableArray<ClaimType> Types { get; init; } = [];

    /// <summary>For facets: their kinds; empty for all.</summary>
    public ImmutableArray<string> Facets { get; init; } = [];

    /// <summary>For changes: what they are about; empty for everything.</summary>
    public ImmutableArray<ChangeSubject> Subjects { get; init; } = [];

    /// <summary>For claims in a brief on an actor: its role.</summary>
    public ClaimRole Role { get; init; }

    /// <summary>For a section of the full brief: its id.</summary>
    public string? Section { get; init; }
}
