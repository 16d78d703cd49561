using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>How many printed numbers come out as they are printed, and the first that does not.</summary>
internal sealed class PrintedTally
{
    public int Equal { get; private set; }

    public int All { get; private set; }

    public string First { get; private set; } = "";

    public void Check(string printed, double ours, string what)
    {
        All++;
        var dot = printed.IndexOf('.', StringComparison.Ordinal);
        var format = printed.Contains('E', StringComparison.Ordinal) ? "0.00E+00" : $"F{printed.Length - dot - 1}";
        var text = ours.ToString(format, CultureInfo.InvariantCulture);
        if (text == printed.TrimStart('+')) Equal++;
        else if (First.Length == 0) First = $"{what}: printed {printed}, ours {text} ({ours:R})";
    }

    public void Check(ReadOnlySpan<string> printed, Func<int, double> ours, string what)
    {
        for (var i = 0; i < printed.Length; i++) Check(printed[i], ours(i), $"{what} {i}");
    }
}

/// <summary>A log of KTAB's command, and a run of ours that takes the bargains that it took, in the order in which its threads left them. Every number of the log is compared with ours.</summary>
internal sealed partial class KtabLog(string[] lines, SpatialModel model, StakeholderTable table)
{
    private readonly PrintedTally _tally = new();
    private readonly Dictionary<int, (int Initiator, int Receiver)> _taken = [];
    private readonly List<(int Initiator, int Receiver)>[] _orders = [.. table.Stakeholders.Select(_ => new List<(int, int)>())];
    private readonly List<BargainingRound> _history = [];
    private SpatialBargaining _run = null!;
    private double[] _ideals = [];
    private int _at;
    private double _first;
    private double _last;
    private int _rounds;

    /// <summary>The states of the run, the first included.</summary>
    public int States => _rounds + 1;

    /// <summary>The numbers of the log against ours.</summary>
    public PrintedTally Compare()
    {
        _run = model.Begin(table, Standpoints.Likeliest(table), new(1), Take);
        _history.Add(SpatialAccount.Round(_run, model.Settings, []));
        for (_at = 0; _at < lines.Length; _at++) Line(lines[_at].Trim());
        return _tally;
    }

    private int Count => table.Stakeholders.Length;

    private int Take(int stakeholder, List<SpatialBargain> bargains, ReadOnlySpan<double> chances) =>
        bargains.FindIndex(bargain => (bargain.Initiator, bargain.Receiver) == _taken[stakeholder]);

    private void Line(string line)
    {
        if (line.StartsWith("Raw actor-pos", StringComparison.Ordinal)) Matrix((i, j) => SpatialState.Utility(Apart(i, j), 0), "raw value");
        else if (line.StartsWith("Inferred risk", StringComparison.Ordinal)) Matrix((i, _) => _run.State.Risks[i], "risk");
        else if (line.StartsWith("Risk-aware actor-pos", StringComparison.Ordinal)) Matrix((i, j) => SpatialState.Utility(Apart(i, j), _run.State.Risks[i]), "utility");
        else if (Estimate().Match(line) is { Success: true } estimate) Matrix((i, j) => _run.State.Utility(Number(estimate, 1), i, j), $"estimate of {Number(estimate, 1)}");
        else if (line.StartsWith("Starting Model::run", StringComparison.Ordinal)) Turn();
        else if (line.StartsWith("sDist", StringComparison.Ordinal)) _tally.Check(line.Split('=')[1].Trim(), line.StartsWith("sDist [ 0, 1]", StringComparison.Ordinal) ? _first + 1e-4 : _last, "distance");
        else if (line.StartsWith("Fractional", StringComparison.Ordinal)) _tally.Check(line.Split(':')[1].Split('(')[0].Trim(), _last / (_first + 1e-4), "share of the first step");
        else if (line.StartsWith("History of actor positions", StringComparison.Ordinal)) History();
        else if (Postn().Match(line) is { Success: true } position) Row((d) => 100 * At(_run.State.Positions, Number(position, 1), d), "position");
        else if (Ideal().Match(line) is { Success: true } ideal) Row((d) => 100 * At(_ideals, Number(ideal, 1), d), "ideal");
    }

    private double Apart(int i, int j) => _run.State.Apart[(i * _run.Table.Stride) + j];

    private double At(double[] values, int stakeholder, int dimension) => values[(dimension * _run.Table.Stride) + stakeholder];

    // What is decided in a turn stands in the log between this line and the first position; our round needs the choices first.
    private void Turn()
    {
        // State 0 is printed after its first line.
        if (lines[_at + 1].StartsWith("Raw", StringComparison.Ordinal))
            while (!lines[_at + 1].StartsWith("In turn", StringComparison.Ordinal)) Line(lines[++_at].Trim());
        var end = Array.FindIndex(lines, _at, line => line.StartsWith("postn", StringComparison.Ordinal));
        Choices(_at, end);
        _run.Bargain();
        for (; _at < end; _at++) Decision(lines[_at].Trim());
        _at--;
        _last = _run.Move();
        if (_rounds++ == 0) _first = _last;
        _ideals = _run.State.Ideals;
        _history.Add(SpatialAccount.Round(_run, model.Settings, []));
    }

    private void History()
    {
        for (var i = 0; i < Count; i++)
            for (var d = 0; d < table.Dimensions.Length; d++)
            {
                var (who, dimension) = (i, d);
                _tally.Check(Words(lines[++_at].Split(':')[^1]), state => _history[state].Positions[who][dimension], "history of positions");
            }

        _at++;
        for (var i = 0; i < Count; i++)
        {
            var who = i;
            _tally.Check(Words(lines[++_at].Split(':')[^1]), state => _history[state].Chances[who], "history of chances");
        }
    }

    private void Choices(int from, int to)
    {
        var stakeholder = -1;
        for (var i = from; i < to; i++)
        {
            if (Involving().Match(lines[i]) is { Success: true } involving)
            {
                var list = _orders[Number(involving, 1)];
                list.Clear();
                foreach (Match pair in Pair().Matches(lines[i])) list.Add((Number(pair, 1), Number(pair, 2)));
            }
            else if (Doing().Match(lines[i]) is { Success: true } doing) stakeholder = Number(doing, 1);
            else if (Chosen().Match(lines[i]) is { Success: true } chosen) _taken[stakeholder] = _orders[stakeholder][Number(chosen, 1) - 1];
        }
    }

    private void Decision(string line)
    {
        if (Nobody().Match(line) is { Success: true } nobody) _tally.Check("-1.0", _run.Challenges[Number(nobody, 1)].Target, "nobody to challenge");
        else if (Target().Match(line) is { Success: true } target) Challenge(Number(target, 1), Number(target, 2), target.Groups[3].Value);
        else if (Doing().Match(line) is { Success: true } doing) Election(Number(doing, 1));
    }

    private void Challenge(int challenger, int target, string worth)
    {
        var challenge = _run.Challenges[challenger];
        _tally.Check($"{target}.0", challenge.Target, "target");
        _tally.Check(worth, challenge.Gain, "worth");
        if (challenge.Target != target) return;
        var returned = SpatialContest.Odds(_run.Table, _run.State, model.Settings, target, challenger, target);
        var own = SpatialContest.Odds(_run.Table, _run.State, model.Settings, challenger, challenger, target);
        for (; !lines[_at].StartsWith("Bargain [", StringComparison.Ordinal); _at++)
        {
            if (Expected().Match(lines[_at]) is not { Success: true } expected) continue;
            var (seer, to) = (Number(expected, 1), Number(expected, 3));
            var odds = seer == challenger ? own : returned;
            _tally.Check(expected.Groups[2].Value, odds.For, "odds");
            _tally.Check(expected.Groups[4].Value, SpatialContest.Gain(_run.Table, _run.State, seer, to, challenger, target, odds), "gain");
        }

        var bargain = SpatialBargains.Between(_run.Table, _run.State, model.Settings.Pull, challenger, challenge, own.For);
        var others = new List<SpatialBargain>();
        SpatialBargains.Add(_run.Table, _run.State, model.Settings with { View = BargainView.InitRcvr }, challenger, challenge, others);
        SpatialBargains.Add(_run.Table, _run.State, model.Settings with { View = BargainView.PWComp }, challenger, challenge, others);
        foreach (var offer in (SpatialBargain[])[bargain, .. others[1..]])
            foreach (var place in (double[][])[offer.ToInitiator, offer.ToReceiver])
            {
                while (!lines[_at].Contains(" adopt: ", StringComparison.Ordinal)) _at++;
                _tally.Check(Words(lines[_at++].Split(':')[1]), d => 100 * place[d], "bargain");
            }

        _at--;
    }

    private void Election(int stakeholder)
    {
        // In the order of its threads, which is not ours.
        var (order, bargains) = (_orders[stakeholder], _run.BargainsOf(stakeholder).ToList());
        int[] ours = [.. order.Select(pair => bargains.FindIndex(bargain => (bargain.Initiator, bargain.Receiver) == pair))];
        if (ours.Contains(-1) || ours.Length != bargains.Count)
        {
            _tally.Check($"{order.Count}.0", bargains.Count, "bargains of a stakeholder");
            return;
        }

        double[] utilities = [.. Enumerable.Range(0, Count).SelectMany(i => ours.Select(b => _run.ValuesOf(stakeholder)[b][i]))];
        var (space, chances) = (new ElectionSpace(), new double[order.Count]);
        model.Settings.Election.Distribute(Standpoints.Likeliest(table).Capabilities, utilities, chances, space);
        for (var i = 0; i < Count; i++) _tally.Check(Words(lines[_at - Count + i]), b => utilities[(i * order.Count) + b], "value of bargain");
        while (!lines[_at].StartsWith("Utility to actors", StringComparison.Ordinal)) _at++;
        Matrix((i, b) => utilities[(i * order.Count) + b], "value of option");
        Matrix((a, b) => a == b ? 1e-8 : space.Strengths[(a * space.Stride) + b], "coalition", "Coalition");
        Matrix((a, b) => space.Odds[(a * space.Stride) + b], "contest", "Probability Opt_i > Opt_j");
        Matrix((a, _) => chances[a], "chance", "Probability Opt_i");
        for (var b = 0; b < ours.Length; b++)
        {
            var (known, mine) = (chances[b], _run.ChancesOf(stakeholder)[ours[b]]);
            // The least strength of a coalition is a little smaller where capabilities are multiplied.
            if (Math.Abs(known - mine) > 1e-6) _tally.Check("0.0", double.NaN, "chance in our own order");
        }

        while (!lines[_at].StartsWith("Chosen", StringComparison.Ordinal)) _at++;
        if (model.Settings.Choice == BargainChoice.Deterministic)
        {
            var own = _run.ChancesOf(stakeholder);
            var best = 0;
            for (var b = 1; b < own.Length; b++)
                if (own[b] > own[best]) best = b;
            _tally.Check($"{best}.0", ours[Number(Chosen().Match(lines[_at]), 1) - 1], "bargain taken");
        }
    }

    private void Matrix(Func<int, int, double> ours, string what, string? after = null)
    {
        if (after is not null)
            while (!lines[_at].StartsWith(after, StringComparison.Ordinal)) _at++;
        for (var i = 0; _at + 1 < lines.Length && Words(lines[_at + 1]) is { Length: > 0 } words && words.All(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)); i++, _at++)
        {
            var row = i;
            _tally.Check(words, j => ours(row, j), $"state {_rounds} {what} {i}");
        }
    }

    private void Row(Func<int, double> ours, string what) => _tally.Check(Words(lines[++_at]), ours, what);

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Estimate by (\d+) of risk-aware")]
    private static partial Regex Estimate();

    [GeneratedRegex(@"^postn (\d+) , \d+ :")]
    private static partial Regex Postn();

    [GeneratedRegex(@"^ideal (\d+) , \d+ :")]
    private static partial Regex Ideal();

    [GeneratedRegex(@"^Bargains involving actor +(\d+):")]
    private static partial Regex Involving();

    [GeneratedRegex(@"\[\d+, (\d+):(\d+)\]")]
    private static partial Regex Pair();

    [GeneratedRegex(@"^Doing scalarPCE for the \d+ bargains of actor (\d+)")]
    private static partial Regex Doing();

    [GeneratedRegex(@"^Chosen bargain \(.*\): \d+ (\d+) out of")]
    private static partial Regex Chosen();

    [GeneratedRegex(@"^In turn \d+ Actor (\d+) has no advantageous")]
    private static partial Regex Nobody();

    [GeneratedRegex(@"^In turn \d+ actor (\d+) has most advantageous target (\d+) worth (\S+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"^Est by +(\d+) of prob (\S+) that \[.*\], with expected gain to +(\d+) of (\S+)")]
    private static partial Regex Expected();
}
