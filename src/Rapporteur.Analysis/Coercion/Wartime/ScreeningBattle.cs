namespace Rapporteur.Analysis;

/// <summary>One battle of a war between offers: how often each kind of opponent wins it, and what it costs.</summary>
/// <param name="WinStrong">Probability that a strong opponent wins it, in (0, 1).</param>
/// <param name="WinWeak">Probability that a weak one does; not above <paramref name="WinStrong"/>.</param>
/// <param name="Ours">What the battle itself is worth to the side that offers; below 0 for a cost.</param>
/// <param name="Theirs">What it is worth to the opponent.</param>
/// <param name="Discount">Worth of what comes after it.</param>
internal readonly record struct ScreeningBattle(double WinStrong, double WinWeak, double Ours, double Theirs, double Discount)
{
    /// <summary>Belief after the battle.</summary>
    /// <param name="belief">Belief before.</param>
    /// <param name="won">Whether the opponent won.</param>
    internal double After(double belief, bool won) => Belief.After(belief, WinStrong, WinWeak, won ? 1 : 0, won ? 0 : 1);

    /// <summary>Belief before a battle after which it is as given.</summary>
    internal double Before(double belief, bool won)
    {
        var (strong, weak) = won ? (WinStrong, WinWeak) : (1 - WinStrong, 1 - WinWeak);
        return belief * weak / ((belief * weak) + ((1 - belief) * strong));
    }

    /// <summary>Probability that the opponent wins.</summary>
    internal double Win(double belief) => (belief * WinStrong) + ((1 - belief) * WinWeak);

    /// <summary>Worth to the side that offers of going into the battle, where what follows is worth these lines over the belief then.</summary>
    internal BeliefLine Fight(BeliefLine won, BeliefLine lost) => new(
        Ours + (Discount * ((won.At0 * WinWeak) + (lost.At0 * (1 - WinWeak)))),
        Discount * ((won.At(1) * WinStrong) - (won.At0 * WinWeak) + (lost.At(1) * (1 - WinStrong)) - (lost.At0 * (1 - WinWeak))));
}
