using System.Collections.Immutable;
using System.Numerics;

namespace Rapporteur.Domain;

/// <summary>How much a search of packages can promise.</summary>
public enum SearchGuarantee
{
    /// <summary>No package is better for one party and as good for the others.</summary>
    Exact,
    /// <summary>Every such package is matched within a stated distance for every party.</summary>
    Within,
    /// <summary>Better packages may exist.</summary>
    None,
}

/// <summary>The packages of which none is better for all.</summary>
/// <param name="Packages">The packages, best for the first party first; of several with the same utilities one.</param>
/// <param name="Guarantee">How much the search can promise.</param>
/// <param name="Distance">The distance of <see cref="SearchGuarantee.Within"/>; 0 otherwise.</param>
/// <param name="Looked">How many packages, or parts of packages, were looked at.</param>
public sealed record Frontier(ImmutableArray<Package> Packages, SearchGuarantee Guarantee, double Distance, long Looked)
{
    /// <summary>Packages spread evenly over the frontier, both ends among them; all where they are no more than asked for.</summary>
    /// <param name="most">How many at most; at least 2.</param>
    public ImmutableArray<Package> Spread(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        return Packages.Length <= most ? Packages : [.. Enumerable.Range(0, most).Select(i => Packages[(int)((long)i * (Packages.Length - 1) / (most - 1))])];
    }
}

/// <summary>Which package a rule of fair division picks.</summary>
public enum SolutionKind
{
    /// <summary>Greatest product of gains over the reservation values (Nash 1950).</summary>
    Nash,
    /// <summary>Equal shares of what each could gain at best (Kalai and Smorodinsky 1975), leximin over discrete packages.</summary>
    KalaiSmorodinsky,
    /// <summary>Equal gains (Kalai 1977), leximin over discrete packages.</summary>
    Egalitarian,
    /// <summary>Greatest sum of utilities.</summary>
    Welfare,
}

/// <summary>A package that a rule picks; a rule that holds several packages equal has a point for each.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Package">The package.</param>
public sealed record SolutionPoint(SolutionKind Kind, Package Package);

/// <summary>What stands in the way of any agreement, and what would open one.</summary>
/// <param name="IsOpen">Whether some package crosses no red line and gives every party at least its reservation value.</param>
/// <param name="Count">How many such packages there are; null where the space is too large to count.</param>
/// <param name="Openings">The smallest sets of bars without which there is such a package; empty where there is one, and where nothing opens one.</param>
/// <param name="AreAll">Whether these are all of the smallest sets.</param>
/// <param name="Shortfalls">For each party, how far its reservation value alone would have to fall for a package to satisfy it and everybody else; 0 where none has to, null where that alone opens nothing.</param>
public sealed record AgreementZone(bool IsOpen, BigInteger? Count, ImmutableArray<ImmutableArray<Bar>> Openings, bool AreAll, ImmutableArray<double?> Shortfalls);

/// <summary>A change of option on one issue.</summary>
/// <param name="Issue">Index of the issue.</param>
/// <param name="From">Index of the option before.</param>
/// <param name="To">Index of the option after.</param>
/// <param name="Gains">What it alone gives each party; negative for what it costs.</param>
public sealed record OptionChange(int Issue, int From, int To, ImmutableArray<double> Gains);

/// <summary>Changes on several issues by which no party loses and one at least gains.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Gains">What they give each party together.</param>
/// <param name="After">The package after them.</param>
public sealed record Logroll(ImmutableArray<OptionChange> Changes, ImmutableArray<double> Gains, Package After);

/// <summary>How well packages stand with a party whose weights are known only as ranges or in order (SMAA-2, Lahdelma and Salminen 2001).</summary>
/// <param name="Package">The package.</param>
/// <param name="Ranks">Rank acceptability by party: share of admissible weights under which the package is its first, second, … choice among those compared.</param>
/// <param name="CentralWeights">By party, the mean of the weights that make it the first choice, issue by issue; empty where none does.</param>
/// <param name="Confidence">By party, the share of draws of its values in which the package is first under its central weights; 0 without any.</param>
/// <param name="InZone">Share of draws in which every party gets at least its reservation value.</param>
/// <param name="Nash">Share of draws in which it is the Nash package among those compared.</param>
public sealed record Acceptability(Package Package, ImmutableArray<ImmutableArray<double>> Ranks, ImmutableArray<ImmutableArray<double>> CentralWeights, ImmutableArray<double> Confidence, double InZone, double Nash);

/// <summary>What can be said of the packages of a problem.</summary>
/// <param name="Space">The issues and options.</param>
/// <param name="Parties">Names of the parties.</param>
/// <param name="Reservations">Least utility that each takes.</param>
/// <param name="RedLines">Options that parties rule out, with what that rests on.</param>
/// <param name="Frontier">The packages of which none is better for all, red lines and reservation values left aside.</param>
/// <param name="Solutions">What rules of fair division pick from the zone of agreement; from the frontier where the zone is empty.</param>
/// <param name="Opposition">Distance of the Kalai–Smorodinsky package from the point where everybody has the best it could get; of several the nearest.</param>
/// <param name="Zone">The zone of agreement.</param>
/// <param name="Agreeable">The packages within the zone of which none is better for all.</param>
/// <param name="From">The package from which exchanges start.</param>
/// <param name="Logrolls">Exchanges from there, the greatest least gain first.</param>
/// <param name="Acceptabilities">How well packages stand where weights are ranges or orders; empty where all are exact.</param>
public sealed record PackageFindings(OutcomeSpace Space, ImmutableArray<string> Parties, ImmutableArray<double> Reservations, ImmutableArray<RedLine> RedLines, Frontier Frontier, ImmutableArray<SolutionPoint> Solutions, double Opposition, AgreementZone Zone, Frontier Agreeable,
    Package From, ImmutableArray<Logroll> Logrolls, ImmutableArray<Acceptability> Acceptabilities)
{
    /// <summary>How much can be promised of what the rules pick: exact where no package has a greater value by its rule, though the frontier may not be known in full.</summary>
    public SearchGuarantee SolutionGuarantee { get; init; }
}
