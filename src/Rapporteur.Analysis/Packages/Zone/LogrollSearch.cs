using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Exchanges across issues: each side gives way where it cares less (logrolling; Froman and Cohen 1970). From a package, changes on one issue or on two by which nobody loses and one at least gains.</summary>
public static class LogrollSearch
{
    private const double Least = 1e-9;

    /// <summary>The package from which exchanges start where nobody names one: on each issue alone the option whose least share of what parties could gain there is the greatest – a split of every
    /// difference, as negotiators reach it issue by issue.</summary>
    /// <param name="problem">The problem.</param>
    public static Package IssueByIssue(PackageProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var options = new int[problem.Space.Issues.Length];
        for (var issue = 0; issue < options.Length; issue++)
        {
            var (best, least, sum) = (0, double.NegativeInfinity, double.NegativeInfinity);
            for (var option = 0; option < problem.Space.Issues[issue].Options.Length; option++)
            {
                var (worst, all) = (double.PositiveInfinity, 0.0);
                foreach (var party in problem.Parties)
                {
                    var terms = party.Terms(issue);
                    var (low, high) = (Min(terms), Max(terms));
                    var share = high > low ? (terms[option] - low) / (high - low) : 1;
                    worst = Math.Min(worst, share);
                    all += share;
                }

                if (worst < least - Least || (worst < least + Least && all <= sum + Least)) continue;
                (best, least, sum) = (option, worst, all);
            }

            options[issue] = best;
        }

        return problem.At(options);
    }

    /// <summary>The exchanges, the greatest least gain first, then the greatest sum.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="from">The package from which they start.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Stops the search.</param>
    public static ImmutableArray<Logroll> Of(PackageProblem problem, Package from, int most = 8, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(from);
        var allowed = problem.Allowed(_ => false);
        var changes = Changes(problem, from, allowed);
        var found = new List<Logroll>();
        for (var i = 0; i < changes.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            if (Exchange(problem, from, [changes[i]]) is { } single) found.Add(single);
            for (var j = i + 1; j < changes.Count; j++)
            {
                if (changes[j].Issue == changes[i].Issue || !Offset(changes[i], changes[j])) continue;
                if (Exchange(problem, from, [changes[i], changes[j]]) is { } exchange) found.Add(exchange);
            }
        }

        return [.. found.OrderByDescending(f => Math.Round(f.Gains.Min(), 9)).ThenByDescending(f => Math.Round(f.Gains.Sum(), 9)).ThenBy(f => f.Changes.Length).Take(most)];
    }

    // Of two changes one has to give somebody what the other takes from him.
    private static bool Offset(OptionChange one, OptionChange other)
    {
        for (var p = 0; p < one.Gains.Length; p++)
            if ((one.Gains[p] < -Least && other.Gains[p] > Least) || (one.Gains[p] > Least && other.Gains[p] < -Least)) return true;
        return false;
    }

    private static Logroll? Exchange(PackageProblem problem, Package from, ImmutableArray<OptionChange> changes)
    {
        var options = from.Options.ToArray();
        foreach (var change in changes) options[change.Issue] = change.To;
        var after = problem.At(options);
        ImmutableArray<double> gains = [.. after.Utilities.Zip(from.Utilities, (a, b) => a - b)];
        return gains.All(g => g >= -Least) && gains.Any(g => g > Least) ? new(changes, gains, after) : null;
    }

    private static List<OptionChange> Changes(PackageProblem problem, Package from, bool[][] allowed)
    {
        var changes = new List<OptionChange>();
        var options = from.Options.ToArray();
        for (var issue = 0; issue < options.Length; issue++)
        {
            var kept = options[issue];
            for (var option = 0; option < allowed[issue].Length; option++)
            {
                if (option == kept || !allowed[issue][option]) continue;
                options[issue] = option;
                changes.Add(new(issue, kept, option, [.. problem.Parties.Select((p, i) => p.Of(options) - from.Utilities[i])]));
            }

            options[issue] = kept;
        }

        return changes;
    }

    private static double Min(ReadOnlySpan<double> values)
    {
        var min = values[0];
        foreach (var value in values) min = Math.Min(min, value);
        return min;
    }

    private static double Max(ReadOnlySpan<double> values)
    {
        var max = values[0];
        foreach (var value in values) max = Math.Max(max, value);
        return max;
    }
}
