using System.Runtime.CompilerServices;

namespace Rapporteur.Analysis;

/// <summary>The rounds of an expected utility model over one table, in arrays that are made once: a round takes no memory.</summary>
internal sealed class ExpectedUtilityGame
{
    // Expectations nearer to each other or to nothing than this are not told apart by quick arithmetic, after rounds in which differences grow.
    private const double Doubt = 1e-9;

    private readonly ExpectedUtilityRules _rules;
    private readonly double[] _saliences;
    private readonly double[] _weights;
    private readonly double[] _positions;
    private readonly double[] _risks;
    private readonly double[] _dangers;
    private readonly Offer[] _offers;
    private readonly VoteBook _votes;
    private readonly FightBook _fights;
    private readonly double _first;
    private readonly double _doubt;
    private readonly double _statusQuo;
    private readonly bool _unchallenged;
    private readonly int[] _places;
    private double _range;

    /// <summary>Sets up the first round.</summary>
    /// <param name="rules">The variant.</param>
    /// <param name="at">The numbers, in the order in which they are summed.</param>
    /// <param name="quick">Whether powers and sums are quick: the same but for the last digits.</param>
    public ExpectedUtilityGame(ExpectedUtilityRules rules, Standpoints at, bool quick = false)
    {
        var n = at.Count;
        (_rules, _saliences, _positions, _weights) = (rules, at.Saliences, (double[])at.Positions.Clone(), new double[n]);
        for (var i = 0; i < n; i++) _weights[i] = at.Capabilities[i] * at.Saliences[i];
        (_risks, _dangers, _offers, _votes, _fights) = (new double[n], new double[n], new Offer[n], new VoteBook(n, quick), new FightBook(n, quick));
        (_doubt, _statusQuo, _unchallenged, _places) = (quick ? -Doubt : 0, rules.StatusQuo, rules.UnchallengedMoves && rules.StatusQuo < 1, _votes.PlaceOf);
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

    /// <summary>Whether some expectation was so near to another, or to nothing, that quick arithmetic cannot decide.</summary>
    public bool IsDoubtful { get; private set; }

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
            _fights.Take(_votes);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Ponder()
    {
        Array.Fill(_risks, 1.0);
        _votes.Poll(_weights, [], _rules.PairOdds);
        _fights.Weigh(_votes, _risks);
        if (_rules.DangerElsewhere) new DangerElsewhere(_votes, _weights, _saliences, _positions, Median, _range, _rules).Fill(_risks);
        else
        {
            for (var i = 0; i < _positions.Length; i++)
            {
                var danger = 0.0;
                for (var j = 0; j < _positions.Length; j++)
                    if (j != i) danger += Expected(j, i, j);
                _dangers[i] = danger;
            }

            var (most, least) = (double.NegativeInfinity, double.PositiveInfinity);
            foreach (var danger in _dangers) (most, least) = (Math.Max(most, danger), Math.Min(least, danger));
            for (var i = 0; i < _risks.Length; i++) _risks[i] = Exponent(_dangers[i], least, most);
        }

        if (_rules.RiskyVotes || !_rules.PairOdds) _votes.Poll(_weights, _rules.RiskyVotes ? _risks : [], _rules.PairOdds);
        _fights.Weigh(_votes, _risks);
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

    // What a challenger expects of a rival, with the exponent of whoever looks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Expected(int challenger, int rival, int view)
    {
        var (from, to, salience) = (_places[challenger], _places[rival], _saliences[rival]);
        var odds = from == to ? 0 : _votes.Odds(from, to);
        // Distances are the same either way, so that the table of whoever looks serves both.
        var (win, loss) = _fights.Over(view, view == challenger ? to : from);
        var resisted = salience * ((odds * win) + ((1 - odds) * loss));
        var yielded = (1 - salience) * win;
        var value = resisted + yielded - (_statusQuo * _fights.Still(view));
        return _unchallenged ? value - ((1 - _statusQuo) * Unchallenged(challenger, rival, _risks[view])) : value;
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
        return FightBook.Utility(own < apart ? 0.5 - shift : 0.5 + shift, risk);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Offer Best(int i)
    {
        var (best, bestKey) = (default(Offer), 0.0);
        for (var j = 0; j < _positions.Length; j++)
        {
            if (_places[i] == _places[j]) continue;
            var others = Expected(j, i, _rules.OwnViews ? j : i);
            // Nothing to accept where the rival expects nothing.
            if (!(others > _doubt)) continue;
            var own = Expected(i, j, i);
            if (_doubt < 0 && IsClose(own, others)) IsDoubtful = true;
            var offer = Offer.Of(_positions[i], j, _positions[j], own, others, _rules.Capitulation);
            if (offer.Kind == OfferKind.None) continue;
            var key = Key(offer, i);
            if (best.Kind == OfferKind.None || Precedes(offer, key, best, bestKey)) (best, bestKey) = (offer, key);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsClose(double own, double others) => Math.Abs(own) < Doubt || Math.Abs(others) < Doubt || Math.Abs(Math.Abs(own) - others) < Doubt;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
