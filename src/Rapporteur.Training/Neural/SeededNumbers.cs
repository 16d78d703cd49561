namespace Rapporteur.Training;

/// <summary>Pseudo-random numbers for masks and first weights, the same on every runtime.</summary>
/// <param name="seed">Any number.</param>
internal sealed class SeededNumbers(ulong seed)
{
    private readonly SeededOrder order = new((seed * 0x9E3779B97F4A7C15UL) ^ 0xD1B54A32D192ED03UL);

    /// <summary>A number in [0, 1).</summary>
    public float Share() => order.Next(1 << 24) * (1f / (1 << 24));

    /// <summary>A number between minus and plus a limit.</summary>
    public float Around(float limit) => ((2 * Share()) - 1) * limit;

    /// <summary>A mask that drops numbers and raises the others, so that the mean stays (Srivastava et al. 2014).</summary>
    /// <param name="mask">Receives the factors.</param>
    /// <param name="dropped">Share that is dropped, in [0, 1).</param>
    public void Drop(Span<float> mask, double dropped)
    {
        var kept = (float)(1 / (1 - dropped));
        for (var i = 0; i < mask.Length; i++) mask[i] = Share() < dropped ? 0 : kept;
    }
}
