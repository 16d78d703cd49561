namespace Rapporteur.Analysis;

/// <summary>The rounds of an expected utility model over one table, in arrays that are made once: a round takes no memory.</summary>
internal sealed class ExpectedUtilityGame
{
    private readonly ExpectedUtilityRules _rules;
    private readonly double[] _saliences;
    private readonly double[] _weights;
    private readonly double[] _positions;
    private readonly double[] _risks;
    private readonly double[] _dangers;
    private readonly double[] _wins;
    private readonly double[] _losses;
    private readonly double[] _still;
    private readonly Offer[] _offers;
    private readonly VoteBook _votes;
    private readonly double _first;
    private double _range;

    /// <summary>Sets up the first round.</summary>
    /// <param name="rules">The variant.</param>
    /// <param name="at">The numbers, in the order in which they are summed.</param>
    public ExpectedUtilityGame(ExpectedUtilityRules rules, Standpoints at)
    {
        var n = at.Count;
        (_rules, _saliences, _positions, _weights) = (rules, at.Saliences, (double[])at.Positions.Clone(), new double[n]);
        for (var i = 0; i < n; i++) _weights[i] = at.Capabilities[i] * at.Saliences[i];
        (_risks, _dangers, _offers, _votes) = (new double[n], new double[n], new Offer[n], new VoteBook(n));
        (_wins, _losses, _still) = (new double[n * n], new double[n * n], new double[n]);
        _first = _range = Range();
        Median = Weights.Median(_weights, _positions);
    }

    /// <summary>Where everybody stands.</summary>
    public ReadOnlySpan<double> Positions => _positions;

    /// <summary>What everybody accepted in the last round.</summary>
    public ReadOnlySpan<Offer> Offers => _offers;

    /// <summary>Risk exponents of the last round.</summary>
    public ReadOnlySpan<double> Risks => _risks;

    /// <summary>The Condorcet winner.</summary>
    public double Median { get; private set; }

    /// <summary>How many rounds were played.</summary>
    public int Rounds { get; private set; }

    /// <summary>Whether the last round ended the game.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Plays a round.</summary>
    public void Play()
    {
        if (_rules.RangeOfNow) _range = Range();
        var before = Median;
        var moved = false;
        Array.Clear(_offers);
        if (_range > 0)
        {
            _votes.Take(_positions, _range);
            Ponder();
            for (var i = 0; i < _positions.Length; i++) _offers[i] = Best(i);
            for (var i = 0; i < _positions.Length; i++)
            {
                if (_offers[i].Kind == OfferKind.None) continue;
                moved |= _positions[i] != _offers[i].Target;
                _positions[i] = _offers[i].Target;
            }
        }

        Median = Weights.Median(_weights, _positions);
        Rounds++;
        IsOver = Rounds >= _rules.Rounds || (_rules.Stop != RoundStop.Cap && !moved)
            || (_rules.Stop == RoundStop.Median && Rounds > 1 && Math.Abs(Median - before) < 1e-3 * _first);
    }

    // First pass: everybody neutral to risk. Its dangers set the exponents of the second.
    private void Ponder()
    {
        var m = _votes.Count;
        Array.Fill(_risks, 1.0);
        _votes.Poll(_weights, [], _rules.PairOdds);
        Utilities();
        if (_rules.DangerElsewhere) new DangerElsewhere(_votes, _weights, _saliences, _positions, Median, _range, _rules).Fill(_risks);
        else
        {
            for (var i = 0; i < _positions.Length; i++)
            {
                var danger = 0.0;
                for (var j = 0; j < _positions.Length; j++)
                    if (j != i) danger += Expected(j, i, j, m);
                _dangers[i] = danger;
            }

            var (most, least) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var danger in _dangers) (most, least) = (Math.Max(most, danger), Math.Min(least, danger));
            for (var i = 0; i < _risks.Length; i++) _risks[i] = Exponent(_dangers[i], least, most);
        }

        if (_rules.RiskyVotes || !_rules.PairOdds) _votes.Poll(_weights, _rules.RiskyVotes ? _risks : [], _rules.PairOdds);
        Utilities();
    }

    /// <summary>Exponent of risk: between 0.5 for who is in the greatest danger that could be, and 2 for who is in the least.</summary>
    /// <param name="danger">Danger of the actor: what all others expect of challenging it.</param>
    /// <param name="least">The least that it is compared with.</param>
    /// <param name="most">The greatest.</param>
    public static double Exponent(double danger, double least, double most)
    {
        if (!(most > least)) return 1;
        var risk = ((2 * danger) - most - least) / (most - least);
        return (1 - (risk / 3.0)) / (1 + (risk / 3.0));
    }

    private void Utilities()
    {
        var m = _votes.Count;
        for (var i = 0; i < _positions.Length; i++)
        {
            _still[i] = Utility(0.5, _risks[i]);
            for (var p = 0; p < m; p++)
            {
                var half = 0.5 * _votes.Distances[(i * m) + p];
                if (half == 0)
                {
                    _wins[(i * m) + p] = _losses[(i * m) + p] = _still[i];
                    continue;
                }

                _wins[(i * m) + p] = Utility(0.5 - half, _risks[i]);
                _losses[(i * m) + p] = Utility(0.5 + half, _risks[i]);
            }
        }
    }

    private static double Utility(double value, double risk) => 2 - (4 * (risk == 1 ? value : Math.Pow(value, risk)));

    // What a challenger expects of a rival, with the exponent of whoever looks.
    private double Expected(int challenger, int rival, int view, int m)
    {
        var odds = _votes.PlaceOf[challenger] == _votes.PlaceOf[rival] ? 0 : _votes.Odds(_votes.PlaceOf[challenger], _votes.PlaceOf[rival]);
        // Distances are the same either way, so that the table of whoever looks serves both.
        var cell = (view * m) + _votes.PlaceOf[view == challenger ? rival : challenger];
        var (win, loss) = (_wins[cell], _losses[cell]);
        var resisted = _saliences[rival] * ((odds * win) + ((1 - odds) * loss));
        var yielded = (1 - _saliences[rival]) * win;
        var still = _rules.StatusQuo * _still[view];
        var value = resisted + yielded - still;
        return _rules.UnchallengedMoves && _rules.StatusQuo < 1 ? value - ((1 - _rules.StatusQuo) * Unchallenged(challenger, rival, _risks[view])) : value;
    }

    private double Unchallenged(int challenger, int rival, double risk)
    {
        var (own, apart) = (Math.Abs(_positions[challenger] - Median), Math.Abs(_positions[challenger] - _positions[rival]));
        return Unchallenged(own, apart, _range, risk);
    }

    /// <summary>Utility of what the rival does unchallenged: it moves to the median, which is better where the median is nearer than the rival.</summary>
    /// <param name="own">Distance from the median.</param>
    /// <param name="apart">Distance from the rival.</param>
    /// <param name="range">The range.</param>
    /// <param name="risk">Exponent of risk.</param>
    public static double Unchallenged(double own, double apart, double range, double risk)
    {
        var shift = 0.25 * (own + apart) / range;
        return Utility(own < apart ? 0.5 - shift : 0.5 + shift, risk);
    }

    private Offer Best(int i)
    {
        var (m, best, bestKey) = (_votes.Count, default(Offer), 0.0);
        for (var j = 0; j < _positions.Length; j++)
        {
            if (_votes.PlaceOf[i] == _votes.PlaceOf[j]) continue;
            var others = Expected(j, i, _rules.OwnViews ? j : i, m);
            // Nothing to accept where the rival expects nothing.
            if (!(others > 0)) continue;
            var offer = Offer.Of(_positions[i], j, _positions[j], Expected(i, j, i, m), others, _rules.Capitulation);
            if (offer.Kind == OfferKind.None) continue;
            var key = Key(offer, i);
            if (best.Kind == OfferKind.None || Precedes(offer, key, best, bestKey)) (best, bestKey) = (offer, key);
        }

        return best;
    }

    private double Key(in Offer offer, int i)
    {
        if (offer.Kind != OfferKind.Compromise || _rules.LeastCompromise) return Math.Abs(_positions[i] - offer.Target);
        var (own, others) = (Math.Abs(offer.Own), Math.Abs(offer.Others));
        return ((own * _positions[i]) + (others * _positions[offer.Rival])) / (own + others);
    }

    // Of equal offers the stronger rival's, then the lower, so that the order of the file decides nothing; the code takes the first of the file.
    private bool Precedes(in Offer one, double key, in Offer other, double otherKey)
    {
        if (!_rules.LeastOfAll && one.Kind != other.Kind) return one.Kind < other.Kind;
        if (key != otherKey || _rules.FileOrder) return key < otherKey;
        return one.Others != other.Others ? one.Others > other.Others : one.Target < other.Target;
    }

    private double Range()
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var position in _positions) (low, high) = (Math.Min(low, position), Math.Max(high, position));
        return high - low;
    }
}
