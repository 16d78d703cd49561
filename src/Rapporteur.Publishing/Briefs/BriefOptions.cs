using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>How a brief is made.</summary>
public sealed record BriefOptions
{
    /// <summary>The defaults.</summary>
    public static BriefOptions Default { get; } = new();

    /// <summary>Title of the brief; by default "Brief".</summary>
    public string? Title { get; init; }

    /// <summary>The brief's day, against which countdowns are counted; by default that of the record, which is the latest known publication date. The record has to be folded as of the same day.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Leaves out what was reported before this day, except threads that have something newer and deadlines still pending; undated documents stay. By default everything is shown.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Strictest marking that may enter; documents above it are left out and counted. <see cref="Marking.Unmarked"/> documents count as AMBER. By default everything enters.</summary>
    public Marking MaxMarking { get; init; } = Marking.Red;

    /// <summary>Words to watch for: what was said with them has a section of its own. Empty by default.</summary>
    public ImmutableArray<string> Watch { get; init; } = [];

    /// <summary>How many lines a list shows before it folds the rest under "n more"; at least 1, by default 6.</summary>
    public int Shown { get; init; } = 6;

    /// <summary>How many threads or speakers a section shows before it folds the rest; at least 1, by default 12.</summary>
    public int ShownThreads { get; init; } = 12;

    /// <summary>The form of the brief; null, the default, for the full one.</summary>
    public BriefTemplate? Template { get; init; }

    /// <summary>Key of the actor that the brief is about, where its template is for one; null otherwise.</summary>
    public string? Actor { get; init; }

    /// <summary>Key of the issue that the brief is about, where its template is for one; null otherwise.</summary>
    public string? Issue { get; init; }

    /// <summary>What changed since <see cref="Since"/>, for a template that tells it; both looks have to be within the same marking. Empty by default.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>Notes of analysts; those above <see cref="MaxMarking"/> are left out and not counted. Empty by default.</summary>
    public ImmutableArray<AnalystNote> Notes { get; init; } = [];
}
