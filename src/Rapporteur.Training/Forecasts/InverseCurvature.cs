namespace Rapporteur.Training;

/// <summary>What is known of the curvature of a function from its slopes so far: the inverse Hessian of BFGS (Nocedal and Wright 2006, 6.17).</summary>
/// <param name="count">Number of variables.</param>
/// <param name="first">What its diagonal begins with.</param>
internal sealed class InverseCurvature(int count, double first)
{
    private readonly double[,] _inverse = Diagonal(count, first);

    /// <summary>Where the function falls.</summary>
    public double[] Direction(double[] slope)
    {
        var direction = new double[count];
        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++) direction[i] -= _inverse[i, j] * slope[j];
        return direction;
    }

    /// <summary>Learns from a step.</summary>
    public void Update(double[] from, double[] to, double[] slopeFrom, double[] slopeTo)
    {
        var (step, bend, along) = (new double[count], new double[count], 0.0);
        for (var i = 0; i < count; i++)
        {
            step[i] = to[i] - from[i];
            bend[i] = slopeTo[i] - slopeFrom[i];
            along += step[i] * bend[i];
        }

        if (along <= 1e-10) return;
        var (turned, square) = (new double[count], 0.0);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++) turned[i] += _inverse[i, j] * bend[j];
            square += bend[i] * turned[i];
        }

        for (var i = 0; i < count; i++)
            for (var j = 0; j < count; j++)
                _inverse[i, j] += ((along + square) * step[i] * step[j] / (along * along)) - (((turned[i] * step[j]) + (step[i] * turned[j])) / along);
    }

    private static double[,] Diagonal(int count, double value)
    {
        var matrix = new double[count, count];
        for (var i = 0; i < count; i++) matrix[i, i] = value;
        return matrix;
    }
}
