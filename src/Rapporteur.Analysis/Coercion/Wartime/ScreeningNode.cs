using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>A stage of a war before a battle: what is offered at every belief, and what that is worth.</summary>
internal sealed class ScreeningNode
{
    private const double Near = 1e-9;

    /// <summary>A stage.</summary>
    /// <param name="strong">What it is worth to a strong opponent, whatever is believed.</param>
    /// <param name="pieces">Ranges of belief from 0 to 1; none at an end of the war.</param>
    /// <param name="won">The stage after the opponent won the battle; null at an end.</param>
    /// <param name="lost">The stage after it lost.</param>
    internal ScreeningNode(double strong, ImmutableArray<BeliefPiece> pieces, ScreeningNode? won = null, ScreeningNode? lost = null)
    {
        (Strong, Pieces, Won, Lost) = (strong, pieces, won, lost);
    }

    /// <summary>What the stage is worth to a strong opponent. It never gets more than by fighting on, for nobody offers it more.</summary>
    internal double Strong { get; }

    /// <summary>Ranges of belief.</summary>
    internal ImmutableArray<BeliefPiece> Pieces { get; }

    /// <summary>The stage after the opponent won; null at an end.</summary>
    internal ScreeningNode? Won { get; }

    /// <summary>The stage after it lost; null at an end.</summary>
    internal ScreeningNode? Lost { get; }

    /// <summary>Whether the war is over.</summary>
    internal bool IsEnd => Won is null;

    /// <summary>The lowest belief from which on what both kinds accept is offered; 1 where it never is.</summary>
    internal double SettleFrom
    {
        get
        {
            var from = 1.0;
            for (var p = Pieces.Length - 1; p >= 0 && Pieces[p].Kind == PeaceOffer.Pool; p--) from = Pieces[p].From;
            return from;
        }
    }

    /// <summary>An end of the war.</summary>
    /// <param name="ifStrong">Worth to the side that offers if the opponent is strong.</param>
    /// <param name="ifWeak">The same if it is weak.</param>
    /// <param name="strong">Worth to a strong opponent.</param>
    /// <param name="weak">Worth to a weak one.</param>
    internal static ScreeningNode End(double ifStrong, double ifWeak, double strong, double weak) =>
        new(strong, [new(0, 1, new(ifWeak, ifStrong - ifWeak), weak, PeaceOffer.Fight, weak, 1)]);

    /// <summary>The range a belief lies in. A belief on a border is taken to the lower range: who has just refused an offer that makes him indifferent is met with what keeps him so.</summary>
    /// <param name="belief">The belief.</param>
    internal BeliefPiece At(double belief)
    {
        var (low, high) = (0, Pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (belief <= Pieces[middle].To + (Near * Math.Min(belief, 1 - belief)) + 1e-15) high = middle;
            else low = middle + 1;
        }

        return Pieces[low];
    }
}
