using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Gives every number without a range the same uncertainty, when an analyst asks for it.</summary>
public static class Widening
{
    /// <summary>The table with ranges that are most likely at what the analyst put in: positions to either side by a share of the scale, saliences by a share of 1, capabilities by a share of themselves; all within their bounds. Numbers with a range keep it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="share">The share, in (0, 1].</param>
    public static StakeholderTable Of(StakeholderTable table, double share)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!(share > 0 && share <= 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies above 0 and up to 1.");
        return new(table.Name, table.Dimensions, [.. table.Stakeholders.Select(s => s with
        {
            Capability = Within(s.Capability, s.Capability.Likeliest * share, 0, double.MaxValue),
            Stakes = [.. s.Stakes.Select((stake, d) => stake.IsAbsent ? stake : stake with
            {
                Position = Within(stake.Position, (table.Dimensions[d].High - table.Dimensions[d].Low) * share, table.Dimensions[d].Low, table.Dimensions[d].High),
                Salience = Within(stake.Salience, share, 0, 1),
            })],
        })]);
    }

    private static Estimate Within(Estimate estimate, double reach, double least, double most) =>
        estimate.IsExact ? Estimate.Around(Math.Max(least, estimate.Likeliest - reach), estimate.Likeliest, Math.Min(most, estimate.Likeliest + reach)) : estimate;
}
