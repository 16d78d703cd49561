using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Issues, and what each party makes of their options.</summary>
public sealed class PackageProblem
{
    /// <summary>Makes a problem.</summary>
    /// <param name="name">Name to show.</param>
    /// <param name="parties">At least one, all of one space; names unique.</param>
    /// <param name="redLines">Options that parties rule out.</param>
    /// <exception cref="ArgumentException">There is no party, one stands twice, spaces differ, or a red line names what is not there.</exception>
    public PackageProblem(string name, ImmutableArray<UtilityFunction> parties, ImmutableArray<RedLine> redLines)
    {
        if (parties.IsDefaultOrEmpty) throw new ArgumentException("A problem has at least one party.", nameof(parties));
        foreach (var party in parties)
        {
            if (!ReferenceEquals(party.Space, parties[0].Space)) throw new ArgumentException($"{party.Party} values other issues than {parties[0].Party}.", nameof(parties));
            if (parties.Count(p => p.Party == party.Party) > 1) throw new ArgumentException($"The party {party.Party} stands twice.", nameof(parties));
        }

        foreach (var line in redLines)
            if (line.Party < 0 || line.Party >= parties.Length || line.Issue < 0 || line.Issue >= parties[0].Space.Issues.Length || line.Options.Any(o => o < 0 || o >= parties[0].Space.Issues[line.Issue].Options.Length))
                throw new ArgumentException($"The red line {line} names a party, an issue or an option that is not there.", nameof(redLines));
        (Name, Parties, RedLines) = (name, parties, redLines);
    }

    /// <summary>Name to show.</summary>
    public string Name { get; }

    /// <summary>What packages are worth, party by party.</summary>
    public ImmutableArray<UtilityFunction> Parties { get; }

    /// <summary>Options that parties rule out.</summary>
    public ImmutableArray<RedLine> RedLines { get; }

    /// <summary>The issues and options.</summary>
    public OutcomeSpace Space => Parties[0].Space;

    /// <summary>A package of these options.</summary>
    /// <param name="options">Index of the option, issue by issue.</param>
    public Package At(ReadOnlySpan<int> options)
    {
        var utilities = ImmutableArray.CreateBuilder<double>(Parties.Length);
        foreach (var party in Parties) utilities.Add(party.Of(options));
        return new([.. options], utilities.MoveToImmutable());
    }

    /// <summary>For each issue and option, whether no red line rules it out.</summary>
    /// <param name="dropped">For each red line, whether it is left aside.</param>
    internal bool[][] Allowed(Func<int, bool> dropped)
    {
        bool[][] allowed = [.. Space.Issues.Select(i => Enumerable.Repeat(true, i.Options.Length).ToArray())];
        for (var l = 0; l < RedLines.Length; l++)
            if (!dropped(l))
                foreach (var option in RedLines[l].Options) allowed[RedLines[l].Issue][option] = false;
        return allowed;
    }
}
