using System.Collections.Immutable;

namespace Rapporteur.Analysis;

/// <summary>Works a stage out from the two that may follow it: a perfect Bayesian equilibrium of an offer by a side that does not know whether its opponent is strong or weak (Fudenberg and Tirole 1983; Sobel and Takahashi 1983), with a battle after a refusal.</summary>
internal sealed class ScreeningStage
{
    private const double Same = 1e-12;

    private readonly ScreeningBattle _battle;
    private readonly ScreeningNode _won;
    private readonly ScreeningNode _lost;
    private readonly List<Stretch> _stretches = [];
    private readonly List<Choice> _screens = [];

    private ScreeningStage(ScreeningBattle battle, ScreeningNode won, ScreeningNode lost) => (_battle, _won, _lost) = (battle, won, lost);

    // Beliefs between two marks: worth of fighting on, and what a weak opponent gets by refusing if that is what is believed then.
    private readonly record struct Stretch(double From, double To, BeliefLine Fight, double Weak);

    private readonly record struct Choice(BeliefLine Worth, double Weak, PeaceOffer Kind, double Offer, double Refused);

    /// <summary>The stage before a battle.</summary>
    /// <param name="battle">The battle.</param>
    /// <param name="won">What follows if the opponent wins it.</param>
    /// <param name="lost">What follows if it loses.</param>
    internal static ScreeningNode Before(ScreeningBattle battle, ScreeningNode won, ScreeningNode lost) => new ScreeningStage(battle, won, lost).Solve();

    private ScreeningNode Solve()
    {
        Stretches();
        // An offer is never below 0: who would get less by fighting takes nothing for peace.
        var strong = Math.Max(0, _battle.Theirs + (_battle.Discount * ((_battle.WinStrong * _won.Strong) + ((1 - _battle.WinStrong) * _lost.Strong))));
        Choice pool = new(new(1 - strong, 0), strong, PeaceOffer.Pool, strong, 0);
        var pieces = new List<BeliefPiece>();
        // From above, so that at each stretch the screens that end at or above it are known.
        for (var s = _stretches.Count - 1; s >= 0; s--)
        {
            var stretch = _stretches[s];
            AddScreen(s);
            Envelope(stretch, pool, pieces);
        }

        pieces.Reverse();
        return new(strong, Joined(pieces), _won, _lost);
    }

    private void Stretches()
    {
        var marks = new List<double> { 0, 1 };
        foreach (var piece in _won.Pieces) marks.Add(_battle.Before(piece.From, true));
        foreach (var piece in _lost.Pieces) marks.Add(_battle.Before(piece.From, false));
        marks.Sort();
        for (var m = 1; m < marks.Count; m++)
        {
            if (marks[m] - marks[m - 1] < 1e-14) continue;
            var middle = (marks[m - 1] + marks[m]) / 2;
            var (won, lost) = (_won.At(_battle.After(middle, true)), _lost.At(_battle.After(middle, false)));
            var weak = _battle.Theirs + (_battle.Discount * ((_battle.WinWeak * won.Weak) + ((1 - _battle.WinWeak) * lost.Weak)));
            _stretches.Add(new(_stretches.Count == 0 ? 0 : _stretches[^1].To, marks[m], _battle.Fight(won.Worth, lost.Worth), weak));
        }
    }

    // An offer of what a weak opponent gets on this stretch is accepted so often that a refusal leaves the belief at its upper end; a little more would move the belief into the next.
    private void AddScreen(int s)
    {
        var (stretch, isLast) = (_stretches[s], s == _stretches.Count - 1);
        var offer = Math.Max(0, stretch.Weak);
        if (!isLast && Math.Max(0, _stretches[s + 1].Weak) <= offer + Same) return;
        var refused = stretch.Fight.At(stretch.To);
        _screens.Add(new(new(1 - offer, (refused - (1 - offer)) / stretch.To), offer, PeaceOffer.Screen, offer, stretch.To));
    }

    // The best choices from the upper end of a stretch to its lower: the upper envelope of straight lines.
    private void Envelope(Stretch stretch, Choice pool, List<BeliefPiece> pieces)
    {
        // Nobody can be made to fight who would rather have peace for nothing.
        Choice? fight = stretch.Weak >= 0 ? new(stretch.Fight, stretch.Weak, PeaceOffer.Fight, stretch.Weak, 1) : null;
        var at = stretch.To;
        while (at > stretch.From + 1e-15)
        {
            var best = pool;
            foreach (var screen in _screens) best = Better(best, screen, at);
            if (fight is { } on) best = Better(best, on, at);
            // Down to where another line crosses: one that falls more slowly, or rises, towards lower beliefs.
            var down = stretch.From;
            Cross(pool);
            foreach (var screen in _screens) Cross(screen);
            if (fight is { } off) Cross(off);
            pieces.Add(new(down, at, best.Worth, best.Weak, best.Kind, best.Offer, best.Kind == PeaceOffer.Fight ? 1 : best.Refused));
            at = down;

            void Cross(Choice other)
            {
                var slope = best.Worth.Slope - other.Worth.Slope;
                if (slope <= Same) return;
                var cross = (other.Worth.At0 - best.Worth.At0) / slope;
                if (cross > down && cross < at - 1e-14) down = cross;
            }
        }
    }

    // At equal worth the one that is better just below; at equal lines the one that ends the war for more.
    private static Choice Better(Choice one, Choice other, double at)
    {
        var difference = other.Worth.At(at) - one.Worth.At(at);
        if (difference > Same) return other;
        if (difference < -Same) return one;
        return other.Worth.Slope < one.Worth.Slope - Same ? other : one;
    }

    private static ImmutableArray<BeliefPiece> Joined(List<BeliefPiece> pieces)
    {
        var joined = ImmutableArray.CreateBuilder<BeliefPiece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Kind == piece.Kind && Equal(last.Weak, piece.Weak) && Equal(last.Refused, piece.Refused) && Equal(last.Worth.At0, piece.Worth.At0) && Equal(last.Worth.Slope, piece.Worth.Slope))
                joined[^1] = last with { To = piece.To };
            else joined.Add(piece);
        }

        return joined.ToImmutable();
    }

    private static bool Equal(double one, double other) => Math.Abs(one - other) < Same;
}
