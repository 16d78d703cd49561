namespace Rapporteur.Analysis;

/// <summary>One side of an exchange: what it gives on the issue that it supplies, and what it gets on the issue that it demands.</summary>
internal sealed class Swapper
{
    // Steps that the side has in hand, the last of them the one proposed now; they must not turn round.
    private readonly List<double> _steps = [];
    private const double Slack = ExchangeBoard.Slack;

    /// <summary>Index of the stakeholder.</summary>
    public required int Actor { get; init; }

    /// <summary>Index of the issue on which it gives way.</summary>
    public required int Supply { get; init; }

    /// <summary>Index of the issue on which it gains.</summary>
    public required int Demand { get; init; }

    /// <summary>Where it stands on the issue that it supplies, on the scale from 0 to 100.</summary>
    public required double Place { get; set; }

    /// <summary>Where it stands on the issue that it demands.</summary>
    public required double Wanted { get; init; }

    /// <summary>Salience of the issue that it supplies.</summary>
    public required double SupplySalience { get; init; }

    /// <summary>Salience of the issue that it demands.</summary>
    public required double DemandSalience { get; init; }

    /// <summary>Capability × salience on the issue that it supplies.</summary>
    public required double Weight { get; init; }

    /// <summary>How far it would move.</summary>
    public double Move { get; private set; }

    /// <summary>Where it would stand.</summary>
    public double Target { get; private set; }

    /// <summary>Shift of the outcome that its move brings about.</summary>
    public double Shift { get; set; }

    /// <summary>Proposes a move towards the other side's position.</summary>
    /// <param name="distance">How far.</param>
    /// <param name="toward">The other side's position.</param>
    public void Propose(double distance, double toward)
    {
        Move = Place > toward ? -distance : distance;
        Target = Math.Clamp(Place + Move, Math.Min(0, Place + Move + Slack), Math.Max(100, Place + Move - Slack));
        _steps.Add(Move);
    }

    /// <summary>Takes the last step back.</summary>
    public void Withdraw() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>Notes that the side moved by another exchange.</summary>
    /// <param name="other">The side as it stood there.</param>
    public void Follow(Swapper other)
    {
        Place = other.Target;
        _steps.Add(other._steps[^1]);
    }

    /// <summary>Whether the move is one: it has a length, stays on the scale, and does not turn round.</summary>
    public bool IsValid
    {
        get
        {
            if (Math.Abs(Move) > 100 + Slack || Math.Abs(Move) <= 1e-10) return false;
            if (Place + Move < -Slack || Place + Move > 100 + Slack) return false;
            var (sum, up, down) = (0.0, true, true);
            foreach (var step in _steps)
            {
                sum += step;
                up &= step > 0;
                down &= step < 0;
            }

            return sum <= 100 + Slack && (up || down);
        }
    }

    /// <summary>Whether it is the same stakeholder supplying the same issue.</summary>
    public bool Supplies(Swapper other) => Actor == other.Actor && Supply == other.Supply;

    /// <summary>Whether it is the same stakeholder demanding the same issue.</summary>
    public bool Demands(Swapper other) => Actor == other.Actor && Demand == other.Demand;
}
