using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>How a war between offers goes, as it is expected before it: every course of offers and battles with its probability.</summary>
internal sealed class ScreeningCourse
{
    private readonly ScreeningBattle _battle;
    private readonly double[] _settled;
    private readonly double[] _share;

    private ScreeningCourse(ScreeningBattle battle, int battles)
    {
        _battle = battle;
        (_settled, _share) = (new double[battles + 1], new double[battles + 1]);
    }

    /// <summary>Probability that the war is settled after so many battles.</summary>
    internal IReadOnlyList<double> Settled => _settled;

    /// <summary>Battles on average; those of an end that is not played out are the caller's.</summary>
    internal double Battles { get; private set; }

    /// <summary>Probability of a settlement.</summary>
    internal double Agreement => _settled.Sum();

    /// <summary>Probability of a settlement after each number of battles, and what the side that offers then has.</summary>
    internal ImmutableArray<ComparativeStatics> Series() =>
    [
        new("battles", "settled-after", [.. _settled.Select((chance, battles) => new SeriesPoint(battles, chance))]),
        new("battles", "share-then", [.. _settled.Select((chance, battles) => (Chance: chance, Point: new SeriesPoint(battles, _share[battles] / chance))).Where(each => each.Chance > 1e-12).Select(each => each.Point)]),
    ];

    /// <summary>The courses from a stage on.</summary>
    /// <param name="start">The stage.</param>
    /// <param name="battle">Its battles.</param>
    /// <param name="belief">The belief before.</param>
    /// <param name="battles">The most battles that can be fought between offers.</param>
    internal static ScreeningCourse Of(ScreeningNode start, ScreeningBattle battle, double belief, int battles)
    {
        var course = new ScreeningCourse(battle, battles);
        course.Follow(start, belief, 1, 0);
        return course;
    }

    private void Follow(ScreeningNode node, double belief, double chance, int fought)
    {
        if (node.IsEnd || chance == 0) return;
        var piece = node.At(belief);
        var accepted = piece.Kind switch { PeaceOffer.Pool => 1, PeaceOffer.Screen => Math.Clamp(1 - (belief / piece.Refused), 0, 1), _ => 0 };
        _settled[fought] += chance * accepted;
        _share[fought] += chance * accepted * (1 - piece.Offer);
        if (piece.Kind == PeaceOffer.Pool) return;
        var refused = piece.Kind == PeaceOffer.Screen ? piece.Refused : belief;
        chance *= 1 - accepted;
        Battles += chance;
        var win = _battle.Win(refused);
        Follow(node.Won!, _battle.After(refused, true), chance * win, fought + 1);
        Follow(node.Lost!, _battle.After(refused, false), chance * (1 - win), fought + 1);
    }
}
