using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>What a person says of a negotiation beforehand (<c>dossier.yaml</c>): every part is optional. Without one, parties and issues are proposed from what was read.</summary>
public sealed record Dossier
{
    /// <summary>A dossier that says nothing.</summary>
    public static Dossier Empty { get; } = new();

    /// <summary>Title of briefs; null for the name of the folder or record.</summary>
    public string? Title { get; init; }

    /// <summary>Parties with other names that texts give them.</summary>
    public ImmutableArray<DossierParty> Parties { get; init; } = [];

    /// <summary>Issues in the order of the file; with any, none is proposed.</summary>
    public ImmutableArray<DossierIssue> Issues { get; init; } = [];

    /// <summary>Words to watch for.</summary>
    public ImmutableArray<string> Watch { get; init; } = [];

    /// <summary>Marking of documents that bear none.</summary>
    public Marking Marking { get; init; }

    /// <summary>How many documents have to be read after a due day before a deadline counts as lapsed, at least 1; null for the default.</summary>
    public int? MinimumCoverage { get; init; }

    /// <summary>Notes of analysts for briefs, in the order of the file.</summary>
    public ImmutableArray<AnalystNote> Notes { get; init; } = [];
}

/// <summary>A party of a dossier.</summary>
/// <param name="Name">Name to show.</param>
/// <param name="Aliases">Other names of the same party.</param>
public sealed record DossierParty(string Name, ImmutableArray<string> Aliases);

/// <summary>An issue of a dossier.</summary>
/// <param name="Key">Key; where it is a code of the vocabulary (<c>data/issues/matters.txt</c>) and the issue has no words, the words of the vocabulary count.</param>
/// <param name="Name">Name to show.</param>
public sealed record DossierIssue(string Key, string Name)
{
    /// <summary>Whether the options lie on a scale, in their order.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Phrases by which a position falls under the issue, whatever its option.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Options in the order of the file.</summary>
    public ImmutableArray<DossierOption> Options { get; init; } = [];
}

/// <summary>An option of an issue.</summary>
/// <param name="Key">Key, unique within the issue.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Words">Phrases that stand for it.</param>
public sealed record DossierOption(string Key, string Name, ImmutableArray<string> Words);

/// <summary>A mistake in a dossier.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Field">Field, such as <c>issues.options.name</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record DossierMistake(int Line, string Field, string Message)
{
    /// <summary>The mistake as one sentence with its place.</summary>
    public override string ToString() => Field.Length == 0 ? $"line {Line}: {Message}" : $"line {Line}, {Field}: {Message}";
}
