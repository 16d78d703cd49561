namespace Rapporteur.Reading;

/// <summary>Eight-bit codes of weights: fine near zero, coarse far off. A code c stands for ±(16 |c| + 3 c² / 2) 256ths of an update, about ±100 updates at most.</summary>
internal static class WeightCode
{
    /// <summary>The weight that a code stands for, in 256ths of an update.</summary>
    public static int Weight(int code) => Math.Sign(code) * ((16 * Math.Abs(code)) + (3 * code * code / 2));

    /// <summary>The code whose weight is nearest.</summary>
    public static sbyte Of(long weight)
    {
        var size = Math.Abs(weight);
        var code = 0;
        while (code < 127 && size - Weight(code) >= Weight(code + 1) - size) code++;
        return (sbyte)(weight < 0 ? -code : code);
    }
}
