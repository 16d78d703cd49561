using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Where a stand belongs: its issue, and its option where one is known.</summary>
/// <param name="Issue">Key of the issue.</param>
/// <param name="Option">Key of the option; null for none.</param>
internal readonly record struct IssueMatch(string Issue, string? Option)
{
    /// <summary>What stands before the code of an issue in its key.</summary>
    internal const string Prefix = "issue:";
}

/// <summary>Puts stands under issues.</summary>
internal interface IIssueBook
{
    /// <summary>The issues, with options that need no claim.</summary>
    IReadOnlyList<Issue> Issues { get; }

    /// <summary>Where a stand belongs; null where it falls under no issue.</summary>
    IssueMatch? Find(Stand stand);
}
