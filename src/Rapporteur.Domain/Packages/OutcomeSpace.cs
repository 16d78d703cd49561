using System.Collections.Immutable;
using System.Numerics;

namespace Rapporteur.Domain;

/// <summary>A question that a package settles.</summary>
/// <param name="Name">Name, unique in its space.</param>
/// <param name="Options">The ways in which it may be settled, in the order of the file; names unique within it.</param>
public sealed record PackageIssue(string Name, ImmutableArray<string> Options);

/// <summary>Every package that could be agreed: one option on each issue.</summary>
public sealed record OutcomeSpace
{
    /// <summary>Makes a space.</summary>
    /// <param name="issues">At least one, each with at least one option.</param>
    /// <exception cref="ArgumentException">There is none, a name stands twice, or an issue has no option; the message names it.</exception>
    public OutcomeSpace(ImmutableArray<PackageIssue> issues)
    {
        if (issues.IsDefaultOrEmpty) throw new ArgumentException("A package settles at least one issue.", nameof(issues));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var issue in issues)
        {
            if (!names.Add(issue.Name)) throw new ArgumentException($"The issue “{issue.Name}” stands twice.", nameof(issues));
            if (issue.Options.IsDefaultOrEmpty) throw new ArgumentException($"The issue “{issue.Name}” has no option.", nameof(issues));
            var options = new HashSet<string>(StringComparer.Ordinal);
            foreach (var option in issue.Options)
                if (!options.Add(option)) throw new ArgumentException($"The issue “{issue.Name}” has the option “{option}” twice.", nameof(issues));
        }

        Issues = issues;
    }

    /// <summary>The issues.</summary>
    public ImmutableArray<PackageIssue> Issues { get; }

    /// <summary>How many packages there are.</summary>
    public BigInteger Size => Issues.Aggregate(BigInteger.One, (size, issue) => size * issue.Options.Length);

    /// <summary>Index of an issue; -1 where there is none of that name.</summary>
    /// <param name="name">Its name.</param>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Issues.Length; i++)
            if (Issues[i].Name == name) return i;
        return -1;
    }
}

/// <summary>One option on each issue, and what it is worth to each party.</summary>
/// <param name="Options">Index of the option, issue by issue.</param>
/// <param name="Utilities">Utility by party, 1 for the best that a party could get.</param>
public sealed record Package(ImmutableArray<int> Options, ImmutableArray<double> Utilities);
