using System.Numerics;

namespace Rapporteur.Analysis;

/// <summary>How strongly a voter votes between two options, as a function f of the difference Δ of their utilities to it (KTAB's voting rules; Wise, Lester and Efird 2015).</summary>
public enum VoteRule
{
    /// <summary>f(Δ) = Δ.</summary>
    Proportional,
    /// <summary>f(Δ) = the sign of Δ: everything it has, however small the difference. Differences below 10⁻⁸ count in part, so that rounding decides nothing.</summary>
    Binary,
    /// <summary>f(Δ) = .8 Δ + .2 sign Δ.</summary>
    ProportionalBinary,
    /// <summary>f(Δ) = .5 Δ + .5 Δ³.</summary>
    ProportionalCubic,
    /// <summary>f(Δ) = Δ³.</summary>
    Cubic,
    /// <summary>f(Δ) = Δ where it loses, ⅔ Δ where it gains, from the option that stands first: what stands later is seen as the change. The order of options therefore counts.</summary>
    AsymmetricProspect,
}

/// <summary>Votes by rule.</summary>
public static class VoteRules
{
    /// <summary>What a voter gives to one option over another: above zero for the first.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="weight">The voter's weight; not negative.</param>
    /// <param name="difference">Utility of the first option less that of the second.</param>
    public static double Vote(this VoteRule rule, double weight, double difference)
    {
        var (w, d) = (new Vector<double>(weight), new Vector<double>(difference));
        return rule switch
        {
            VoteRule.Binary => BinaryVote.Of(w, d)[0],
            VoteRule.ProportionalBinary => ProportionalBinaryVote.Of(w, d)[0],
            VoteRule.ProportionalCubic => ProportionalCubicVote.Of(w, d)[0],
            VoteRule.Cubic => CubicVote.Of(w, d)[0],
            VoteRule.AsymmetricProspect => AsymmetricProspectVote.Of(w, d)[0],
            _ => ProportionalVote.Of(w, d)[0],
        };
    }
}

/// <summary>A rule whose votes are taken many at a time; every lane comes out as if it stood alone, on processors of any width.</summary>
internal interface IVote
{
    static abstract Vector<double> Of(Vector<double> weight, Vector<double> difference);
}

internal readonly struct ProportionalVote : IVote
{
    public static Vector<double> Of(Vector<double> weight, Vector<double> difference) => weight * difference;
}

internal readonly struct BinaryVote : IVote
{
    private const double Tolerance = 1e-8;

    public static Vector<double> Of(Vector<double> weight, Vector<double> difference) => weight * Sign(difference);

    public static Vector<double> Sign(Vector<double> difference) =>
        Vector.Max(Vector.Min(difference / new Vector<double>(Tolerance), Vector<double>.One), -Vector<double>.One);
}

internal readonly struct ProportionalBinaryVote : IVote
{
    public static Vector<double> Of(Vector<double> weight, Vector<double> difference) => weight * ((0.8 * difference) + (0.2 * BinaryVote.Sign(difference)));
}

internal readonly struct ProportionalCubicVote : IVote
{
    public static Vector<double> Of(Vector<double> weight, Vector<double> difference) => weight * ((0.5 * difference) + (0.5 * (difference * difference * difference)));
}

internal readonly struct CubicVote : IVote
{
    public static Vector<double> Of(Vector<double> weight, Vector<double> difference) => weight * (difference * difference * difference);
}

internal readonly struct AsymmetricProspectVote : IVote
{
    public static Vector<double> Of(Vector<double> weight, Vector<double> difference) =>
        Vector.ConditionalSelect(Vector.GreaterThan(difference, Vector<double>.Zero), 2 * weight * difference / new Vector<double>(3), weight * difference);
}
