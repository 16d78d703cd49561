using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>Options of an issue, as one side of an interaction.</summary>
/// <param name="Issue">Index of the issue.</param>
/// <param name="Options">For each option of the issue, whether it is one of them.</param>
public sealed record OptionSet(int Issue, ImmutableArray<bool> Options);

/// <summary>What options are worth together, beyond what each is worth alone: added where a package has one of the options of every set.</summary>
/// <param name="Where">The sets, each of another issue.</param>
/// <param name="Utility">What is added; negative where they spoil each other.</param>
public sealed record Interaction(ImmutableArray<OptionSet> Where, double Utility)
{
    /// <summary>Whether a package has them all.</summary>
    /// <param name="options">Index of the option, issue by issue.</param>
    public bool Holds(ReadOnlySpan<int> options)
    {
        foreach (var set in Where)
            if (!set.Options[options[set.Issue]]) return false;
        return true;
    }
}
