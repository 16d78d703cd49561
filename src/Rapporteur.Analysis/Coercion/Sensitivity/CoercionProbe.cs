using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Asks a model of war and coercion how one of its results answers to its inputs.</summary>
public sealed class CoercionProbe
{
    private readonly CoercionModel _model;
    private readonly ImmutableArray<(CoercionInput Input, Estimate Value)> _inputs;
    private readonly int _result;
    private readonly double[] _likeliest;

    /// <summary>A probe.</summary>
    /// <param name="model">The model.</param>
    /// <param name="run">A run of it.</param>
    /// <param name="result">Name of the result.</param>
    /// <exception cref="ArgumentException">The model has no such result; the message names those that it has.</exception>
    public CoercionProbe(CoercionModel model, CoercionRun run, string result)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(run);
        (_model, _inputs) = (model, run.Inputs);
        for (_result = 0; _result < model.Results.Length && model.Results[_result].Name != result;) _result++;
        if (_result == model.Results.Length) throw new ArgumentException($"{model.Id} has no result {result}; it gives {string.Join(", ", model.Results.Select(each => each.Name))}.");
        _likeliest = [.. _inputs.Select(each => CoercionModel.Whole(each.Input, each.Value.Likeliest))];
    }

    /// <summary>What each input with a range does to it, the greatest swing first.</summary>
    public ImmutableArray<CoercionSwing> Swings()
    {
        var swings = new List<CoercionSwing>();
        foreach (var i in Varied())
        {
            var (low, high) = (CoercionModel.Whole(_inputs[i].Input, _inputs[i].Value.Quantile(.05)), CoercionModel.Whole(_inputs[i].Input, _inputs[i].Value.Quantile(.95)));
            swings.Add(new(_inputs[i].Input.Name, low, high, With(i, low), With(i, high)));
        }

        return [.. swings.OrderByDescending(swing => Math.Abs(swing.AtHigh - swing.AtLow))];
    }

    /// <summary>Shares of its variance by input with a range, the greatest total first; none where it does not vary.</summary>
    /// <param name="draws">Base draws; the model runs as often as this times the ranges and two.</param>
    /// <param name="seed">Seed of the draws.</param>
    public ImmutableArray<CoercionShare> Shares(int draws, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        var varied = Varied();
        var (first, second, mixed) = (new double[draws], new double[draws], varied.Select(_ => new double[draws]).ToArray());
        for (var draw = 0; draw < draws; draw++)
        {
            var (one, other) = (Drawn(seed, 2 * draw), Drawn(seed, (2 * draw) + 1));
            (first[draw], second[draw]) = (_model.Solution(one)[_result], _model.Solution(other)[_result]);
            for (var k = 0; k < varied.Length; k++)
            {
                var kept = one[varied[k]];
                one[varied[k]] = other[varied[k]];
                mixed[k][draw] = _model.Solution(one)[_result];
                one[varied[k]] = kept;
            }
        }

        int[] all = [.. Enumerable.Range(0, draws)];
        return [.. varied.Select((i, k) => (Input: _inputs[i].Input.Name, Share: SobolIndices.Shares(first, second, mixed[k], all))).Where(each => each.Share != (0, 0)).Select(each => new CoercionShare(each.Input, each.Share.First, each.Share.Total)).OrderByDescending(share => share.Total)];
    }

    /// <summary>The smallest change of each input that brings it across a line, the smallest first. Each is tried in steps outwards, and the first step that flips is halved; a flip that flips back within a step is not seen.</summary>
    /// <param name="line">The line.</param>
    public ImmutableArray<CoercionFlip> Flips(double line)
    {
        var flips = new List<CoercionFlip>();
        var isAbove = _model.Solution(_likeliest)[_result] > line;
        for (var i = 0; i < _inputs.Length; i++)
        {
            var (down, up) = (Toward(i, _inputs[i].Input.Least), Toward(i, _inputs[i].Input.Most));
            if ((down is null || up?.Share < down.Share ? up : down) is { } flip) flips.Add(flip);
        }

        return [.. flips.OrderBy(flip => flip.Share)];

        CoercionFlip? Toward(int i, double end)
        {
            var (input, value) = (_inputs[i].Input, _likeliest[i]);
            var last = value;
            for (var step = 1; step <= FlipSearch.Steps; step++)
            {
                var next = CoercionModel.Whole(input, step == FlipSearch.Steps ? end : value + ((end - value) * step / FlipSearch.Steps));
                if (next == last) continue;
                if (With(i, next) > line == isAbove)
                {
                    last = next;
                    continue;
                }

                for (var halving = 0; halving < 40 && !input.IsWhole; halving++)
                {
                    var middle = last + ((next - last) / 2);
                    if (With(i, middle) > line == isAbove) last = middle;
                    else next = middle;
                }

                return new(input.Name, value, next, With(i, next), Math.Abs(next - value) / (input.Most - input.Least));
            }

            return null;
        }
    }

    private int[] Varied() => [.. Enumerable.Range(0, _inputs.Length).Where(i => !_inputs[i].Value.IsExact)];

    private double[] Drawn(ulong seed, int draw)
    {
        var chance = new ChanceStream(seed, (ulong)draw);
        return [.. _inputs.Select(each => CoercionModel.Whole(each.Input, each.Value.Quantile(chance.Unit())))];
    }

    private double With(int input, double value)
    {
        var inputs = (double[])_likeliest.Clone();
        inputs[input] = value;
        return _model.Solution(inputs)[_result];
    }
}
