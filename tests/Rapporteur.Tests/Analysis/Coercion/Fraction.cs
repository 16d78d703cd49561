using System.Numerics;

namespace Rapporteur.Tests;

/// <summary>A number without rounding: what closed forms are held to.</summary>
internal readonly record struct Fraction
{
    public Fraction(BigInteger over, BigInteger under)
    {
        var common = BigInteger.GreatestCommonDivisor(over, under) * (under.Sign < 0 ? -1 : 1);
        (Over, Under) = (over / common, under / common);
    }

    public BigInteger Over { get; }

    public BigInteger Under { get; }

    public static Fraction One { get; } = new(1, 1);

    public static Fraction Zero { get; } = new(0, 1);

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Over * b.Under) + (b.Over * a.Under), a.Under * b.Under);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Over * b.Under) - (b.Over * a.Under), a.Under * b.Under);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Over * b.Over, a.Under * b.Under);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Over * b.Under, a.Under * b.Over);

    public static bool operator >(Fraction a, Fraction b) => a.Over * b.Under > b.Over * a.Under;

    public static bool operator <(Fraction a, Fraction b) => b > a;

    public static bool operator >=(Fraction a, Fraction b) => !(b > a);

    public static bool operator <=(Fraction a, Fraction b) => !(a > b);

    /// <summary>The nearest double, also where both parts are far beyond what one holds.</summary>
    public double Value => (double)(Over * BigInteger.Pow(10, 20) / Under) / 1e20;

    /// <summary>Hundredths, such as 45 for .45.</summary>
    public static Fraction Percent(int value) => new(value, 100);
}
