namespace Rapporteur.Analysis;

/// <summary>Which of the bargains that it is part of a stakeholder takes.</summary>
/// <param name="stakeholder">Who chooses.</param>
/// <param name="bargains">Its bargains; the first is that it stays where it is.</param>
/// <param name="chances">How likely each is to come out.</param>
internal delegate int ChooseBargain(int stakeholder, List<SpatialBargain> bargains, ReadOnlySpan<double> chances);

/// <summary>One round after another of the spatial model. Stakeholders are dealt to threads; what each thread computes depends on no other, and draws are taken in the order of stakeholders.</summary>
internal sealed class SpatialBargaining
{
    // Below this, threads cost more than they save.
    private const int Many = 32;
    private const double LeastStep = 1e-4;

    private readonly SpatialOptions _options;
    private readonly double[] _accommodation;
    private readonly ChooseBargain _choose;
    private readonly int _workers;
    private readonly ElectionSpace[] _spaces;
    private readonly SpatialChallenge[] _challenges;
    private readonly List<SpatialBargain>[] _bargains;
    private readonly List<double[]>[] _values;
    private readonly double[][] _chances;

    public SpatialBargaining(SpatialTable table, SpatialOptions options, double[] positions, double[] accommodation, ChooseBargain choose, int workers = 0)
    {
        (Table, _options, _accommodation, _choose) = (table, options, accommodation, choose);
        State = new(table, options, positions);
        _workers = workers > 0 ? workers : table.Count < Many ? 1 : Environment.ProcessorCount;
        _spaces = [.. Enumerable.Range(0, _workers).Select(_ => new ElectionSpace())];
        _challenges = new SpatialChallenge[table.Count];
        _bargains = [.. Enumerable.Range(0, table.Count).Select(_ => new List<SpatialBargain>())];
        _values = [.. Enumerable.Range(0, table.Count).Select(_ => new List<double[]>())];
        _chances = new double[table.Count][];
        Chosen = new SpatialBargain[table.Count];
        State.Assess();
    }

    public SpatialTable Table { get; }

    public SpatialState State { get; }

    /// <summary>Whom each challenged in the last round.</summary>
    public ReadOnlySpan<SpatialChallenge> Challenges => _challenges;

    /// <summary>The bargain that each took in the last round.</summary>
    public SpatialBargain[] Chosen { get; }

    /// <summary>The bargains that somebody was part of in the last round.</summary>
    public IReadOnlyList<SpatialBargain> BargainsOf(int stakeholder) => _bargains[stakeholder];

    /// <summary>How likely each of them was to come out.</summary>
    public ReadOnlySpan<double> ChancesOf(int stakeholder) => _chances[stakeholder];

    /// <summary>What each of them is worth to everybody.</summary>
    public IReadOnlyList<double[]> ValuesOf(int stakeholder) => _values[stakeholder];

    /// <summary>Challenges, bargains, choices; does not move anybody yet.</summary>
    public void Bargain()
    {
        Spread(Table.Count, (i, _) => _challenges[i] = SpatialContest.Best(Table, State, _options, i));
        Propose();
        Spread(Table.Count, Elect);
        for (var i = 0; i < Table.Count; i++) Chosen[i] = _bargains[i][_choose(i, _bargains[i], _chances[i])];
    }

    /// <summary>Everybody moves at once as it chose.</summary>
    /// <returns>How far positions moved, together.</returns>
    public double Move()
    {
        var (moved, stride, distance) = ((double[])[.. State.Positions], Table.Stride, 0.0);
        for (var i = 0; i < Table.Count; i++)
        {
            var bargain = Chosen[i];
            if (bargain.Initiator == bargain.Receiver) continue;
            var (to, square) = (bargain.Initiator == i ? bargain.ToInitiator : bargain.ToReceiver, 0.0);
            for (var d = 0; d < Table.Dimensions; d++)
            {
                var step = moved[(d * stride) + i] - to[d];
                square += step * step;
                moved[(d * stride) + i] = to[d];
            }

            distance += Math.Sqrt(square);
        }

        State.Move(moved, _accommodation);
        State.Assess();
        return distance;
    }

    /// <summary>Whether a run is over.</summary>
    /// <param name="rounds">Rounds so far.</param>
    /// <param name="first">How far positions moved in the first.</param>
    /// <param name="last">How far in the last.</param>
    public bool IsOver(int rounds, double first, double last) =>
        rounds >= _options.MostRounds || (rounds >= _options.LeastRounds && last / (first + LeastStep) < _options.QuietShare);

    private void Propose()
    {
        foreach (var list in _bargains) list.Clear();
        foreach (var list in _values) list.Clear();
        var all = new List<SpatialBargain>();
        for (var i = 0; i < Table.Count; i++)
        {
            all.Add(new(i, i, new(-1, 0, 0), [], []));
            _bargains[i].Add(all[^1]);
        }

        for (var i = 0; i < Table.Count; i++)
            if (_challenges[i].Target >= 0) SpatialBargains.Add(Table, State, _options, i, _challenges[i], all);
        // Where nobody moves, everybody has the same of it whoever looks.
        var values = new double[all.Count - Table.Count + 1][];
        Spread(values.Length, (v, _) => SpatialBargains.Value(Table, State, all[v == 0 ? 0 : Table.Count + v - 1], values[v] = new double[Table.Stride]));
        for (var i = 0; i < Table.Count; i++) _values[i].Add(values[0]);
        for (var b = Table.Count; b < all.Count; b++)
            foreach (var i in (ReadOnlySpan<int>)[all[b].Initiator, all[b].Receiver])
            {
                _bargains[i].Add(all[b]);
                _values[i].Add(values[b - Table.Count + 1]);
            }
    }

    private void Elect(int stakeholder, int worker)
    {
        var (values, space) = (_values[stakeholder], _spaces[worker]);
        var chances = new double[values.Count];
        if (values.Count == 1) chances[0] = 1;
        else
        {
            space.Fit(Table.Count, values.Count);
            for (var b = 0; b < values.Count; b++)
                for (var i = 0; i < Table.Count; i++) space.Utilities[(i * space.Stride) + b] = values[b][i];
            _options.Election.Distribute(Table.Capabilities.AsSpan(0, Table.Count), chances, space);
        }

        _chances[stakeholder] = chances;
    }

    private void Spread(int count, Action<int, int> work)
    {
        if (_workers == 1) Deal(0);
        else Parallel.For(0, _workers, Deal);

        void Deal(int worker)
        {
            for (var i = worker; i < count; i += _workers) work(i, worker);
        }
    }
}
