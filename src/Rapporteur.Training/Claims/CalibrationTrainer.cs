using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Fits slope and shifts of a calibration by gradient descent on the log loss, with L2 on the shifts.</summary>
internal static class CalibrationTrainer
{
    private const int Steps = 3000;
    private const double Rate = 0.5;
    private const double Decay = 8;

    /// <summary>The calibration that fits best.</summary>
    /// <param name="seen">Type, log-odds of the score and whether it was right, of claims that the scorer had not learned from.</param>
    public static Calibration Train(IReadOnlyList<(ClaimType Type, double Odds, bool Right)> seen)
    {
        if (seen.Count == 0) return Calibration.None;
        var shifts = new double[Calibration.None.Shifts.Length];
        var (slope, common) = (1.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var (bySlope, byCommon) = (0.0, 0.0);
            var byShift = new double[shifts.Length];
            foreach (var (type, odds, right) in seen)
            {
                var error = (1 / (1 + Math.Exp(-((slope * odds) + common + shifts[(int)type])))) - (right ? 1 : 0);
                bySlope += error * odds;
                byCommon += error;
                byShift[(int)type] += error;
            }

            slope -= Rate * bySlope / seen.Count;
            common -= Rate * byCommon / seen.Count;
            for (var type = 0; type < shifts.Length; type++) shifts[type] -= Rate * (byShift[type] + (Decay * shifts[type])) / seen.Count;
        }

        return new(slope, [.. shifts.Select(shift => common + shift)]);
    }
}
