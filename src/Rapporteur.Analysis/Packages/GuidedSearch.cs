using System.Numerics;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Looks for unbeaten packages where too many issues hang together to list them: climbs from many starts towards sums with different weights, then
/// looks at all neighbours of what is unbeaten until nothing new turns up (Pareto local search; Paquete, Chiarandini and Stützle 2004). It promises nothing but that every package it gives exists.</summary>
internal sealed class GuidedSearch
{
    private const int Directions = 24;
    private const int Starts = 12;
    private const ulong Seed = 20041117;

    private readonly PackageProblem _problem;
    private readonly SearchLimits _limits;
    private readonly CancellationToken _cancel;
    private readonly int[][] _options;
    private readonly Worth[] _worths;
    private readonly List<int[]> _front = [];
    private readonly List<double[]> _values = [];
    private readonly List<bool> _searched = [];
    private long _steps;

    internal GuidedSearch(PackageProblem problem, bool[][] allowed, SearchLimits limits, CancellationToken cancel)
    {
        (_problem, _limits, _cancel) = (problem, limits, cancel);
        _options = [.. allowed.Select(a => Enumerable.Range(0, a.Length).Where(o => a[o]).ToArray())];
        _worths = [.. problem.Parties.Select(p => new Worth(p))];
    }

    internal Frontier Run()
    {
        Climbs();
        Neighbours();
        return new([.. FrontierSearch.Unbeaten(_front.ConvertAll(options => _problem.At(options)))], SearchGuarantee.None, 0, _steps);
    }

    // Half of the steps go into climbs, so that some are left for the neighbours.
    private void Climbs()
    {
        var width = _worths.Length;
        for (var d = 0; d < Directions; d++)
        {
            var chance = new ChanceStream(Seed, (ulong)d);
            var weights = new double[width];
            for (var p = 0; p < width; p++) weights[p] = d < width ? (p == d ? 1 : 0.001) : d == width ? 1 : -Math.Log(1 - chance.Unit());
            for (var s = 0; s < Starts && _steps < _limits.Steps / 2; s++)
            {
                _cancel.ThrowIfCancellationRequested();
                int[] options = [.. _options.Select(o => o[chance.Below(o.Length)])];
                Climb(options, weights);
                Offer(options);
            }
        }
    }

    private void Climb(int[] options, double[] weights)
    {
        var best = Sum(options, weights);
        for (var better = true; better;)
        {
            better = One(options, weights, ref best);
            if (!better) better = Two(options, weights, ref best);
        }
    }

    private bool One(int[] options, double[] weights, ref double best)
    {
        var better = false;
        for (var i = 0; i < options.Length; i++)
        {
            var kept = options[i];
            foreach (var option in _options[i])
            {
                options[i] = option;
                if (Sum(options, weights) is var sum && sum > best + 1e-12) (best, kept, better) = (sum, option, true);
            }

            options[i] = kept;
        }

        return better;
    }

    private bool Two(int[] options, double[] weights, ref double best)
    {
        for (var i = 0; i < options.Length; i++)
            for (var j = i + 1; j < options.Length; j++)
            {
                var (one, other) = (options[i], options[j]);
                foreach (var a in _options[i])
                    foreach (var b in _options[j])
                    {
                        (options[i], options[j]) = (a, b);
                        if (Sum(options, weights) is var sum && sum > best + 1e-12)
                        {
                            best = sum;
                            return true;
                        }
                    }

                (options[i], options[j]) = (one, other);
                if (_steps > _limits.Steps / 2) return false;
            }

        return false;
    }

    private void Neighbours()
    {
        while (_searched.IndexOf(false) is var at && at >= 0 && _steps < _limits.Steps)
        {
            _cancel.ThrowIfCancellationRequested();
            _searched[at] = true;
            var options = (int[])_front[at].Clone();
            for (var i = 0; i < options.Length; i++)
            {
                var kept = options[i];
                foreach (var option in _options[i])
                {
                    if (option == kept) continue;
                    options[i] = option;
                    Offer(options);
                    for (var j = i + 1; j < options.Length; j++)
                    {
                        var other = options[j];
                        foreach (var b in _options[j])
                        {
                            options[j] = b;
                            Offer(options);
                        }

                        options[j] = other;
                    }
                }

                options[i] = kept;
            }
        }
    }

    // Takes a package in where nothing known beats or equals it, and drops what it beats.
    private void Offer(int[] options)
    {
        var values = new double[_worths.Length];
        for (var p = 0; p < values.Length; p++) values[p] = _worths[p].Of(options);
        // A long frontier takes long to compare with.
        _steps += 1 + (_values.Count / 64);
        for (var i = 0; i < _values.Count; i++)
            if (AtLeast(_values[i], values)) return;
        for (var i = _values.Count - 1; i >= 0; i--)
        {
            if (!AtLeast(values, _values[i])) continue;
            _values.RemoveAt(i);
            _front.RemoveAt(i);
            _searched.RemoveAt(i);
        }

        _values.Add(values);
        _front.Add((int[])options.Clone());
        _searched.Add(false);
    }

    private static bool AtLeast(double[] one, double[] other)
    {
        for (var d = 0; d < one.Length; d++)
            if (one[d] < other[d]) return false;
        return true;
    }

    private double Sum(int[] options, double[] weights)
    {
        _steps++;
        var sum = 0.0;
        for (var p = 0; p < weights.Length; p++) sum += weights[p] * _worths[p].Of(options);
        return sum;
    }

    // What packages are worth to a party, with a bit for each interaction that an option leaves open.
    private sealed class Worth
    {
        private readonly UtilityFunction _party;
        private readonly ulong[][] _open;
        private readonly int _words;
        private readonly ulong[] _left;

        internal Worth(UtilityFunction party)
        {
            _party = party;
            _words = (party.Interactions.Length + 63) / 64;
            _left = new ulong[_words];
            _open = new ulong[party.Space.Issues.Length][];
            for (var issue = 0; issue < _open.Length; issue++)
            {
                var count = party.Space.Issues[issue].Options.Length;
                _open[issue] = new ulong[count * _words];
                for (var option = 0; option < count; option++)
                    for (var i = 0; i < party.Interactions.Length; i++)
                        if (party.Interactions[i].Where.All(s => s.Issue != issue || s.Options[option])) _open[issue][(option * _words) + (i / 64)] |= 1UL << (i % 64);
            }
        }

        internal double Of(int[] options)
        {
            Array.Fill(_left, ulong.MaxValue);
            var sum = 0.0;
            for (var issue = 0; issue < options.Length; issue++)
            {
                sum += _party.Terms(issue)[options[issue]];
                for (var w = 0; w < _words; w++) _left[w] &= _open[issue][(options[issue] * _words) + w];
            }

            for (var w = 0; w < _words; w++)
                for (var bits = _left[w]; bits != 0; bits &= bits - 1)
                    sum += _party.Interactions[(w * 64) + BitOperations.TrailingZeroCount(bits)].Utility;
            return sum;
        }
    }
}
