using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>How long something was seen to last.</summary>
/// <param name="Days">Days from its beginning to its end, or to when nobody looked any more; not negative.</param>
/// <param name="Ended">Whether it ended then; otherwise it lasted longer.</param>
public readonly record struct Duration(int Days, bool Ended);

/// <summary>Share of cases that last longer than a time, where some were still lasting when last seen (Kaplan and Meier 1958).</summary>
public sealed class KaplanMeier
{
    private readonly ImmutableArray<(int Days, double Share)> _steps;

    /// <summary>Estimates from cases.</summary>
    /// <param name="cases">The cases; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or a duration is negative.</exception>
    public KaplanMeier(IEnumerable<Duration> cases)
    {
        var sorted = cases.OrderBy(one => one.Days).ToList();
        if (sorted.Count == 0) throw new ArgumentException("A survival curve needs at least one case.", nameof(cases));
        if (sorted[0].Days < 0) throw new ArgumentException($"A duration is not negative, and one is {sorted[0].Days} days.", nameof(cases));
        var (steps, share, at) = (ImmutableArray.CreateBuilder<(int, double)>(), 1.0, 0);
        Count = sorted.Count;
        while (at < sorted.Count)
        {
            var (day, left, ended) = (sorted[at].Days, sorted.Count - at, 0);
            for (; at < sorted.Count && sorted[at].Days == day; at++)
                if (sorted[at].Ended) ended++;
            if (ended == 0) continue;
            share *= 1 - ((double)ended / left);
            steps.Add((day, share));
        }

        _steps = steps.ToImmutable();
    }

    /// <summary>Number of cases.</summary>
    public int Count { get; }

    /// <summary>Share of cases that last longer than so many days.</summary>
    /// <param name="days">Days.</param>
    public double Beyond(int days)
    {
        var share = 1.0;
        foreach (var step in _steps)
        {
            if (step.Days > days) break;
            share = step.Share;
        }

        return share;
    }
}
