using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Rapporteur.Analysis;

/// <summary>What was learned of how issues end.</summary>
/// <param name="Values">Weights, in the order of <see cref="OutcomeFeatures.Names"/>.</param>
/// <param name="Trim">Share of the forecast that is left out at either end, so that intervals hold what they say although outcomes fall on few points.</param>
/// <param name="Ridge">How strongly weights were held to where they start.</param>
public sealed record OutcomeWeights(ImmutableArray<double> Values, double Trim, double Ridge)
{
    /// <summary>Reads a file of <c>name TAB number</c> lines.</summary>
    /// <param name="lines">The lines; empty ones and those with <c>#</c> in front do not count.</param>
    /// <exception cref="FormatException">A line is wrong, a name is unknown, stands twice or is missing; the message says which.</exception>
    public static OutcomeWeights Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (found, number) = (new Dictionary<string, double>(StringComparer.Ordinal), 0);
        foreach (var line in lines)
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            if (fields.Length != 2 || !double.TryParse(fields[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                throw new FormatException($"weights of forecasts, line {number}: expected a name, a tab and a number, not '{line}'.");
            if (!found.TryAdd(fields[0], value)) throw new FormatException($"weights of forecasts, line {number}: {fields[0]} stands twice.");
        }

        double Take(string name) => found.Remove(name, out var value) ? value : throw new FormatException($"weights of forecasts: the line of {name} is missing.");
        var (trim, ridge) = (Take("trim"), Take("ridge"));
        var weights = new OutcomeWeights([.. OutcomeFeatures.Names.Select(feature => Take(feature.Name))], trim, ridge);
        return found.Count == 0 ? weights : throw new FormatException($"weights of forecasts: nothing is known of {found.Keys.Order(StringComparer.Ordinal).First()}.");
    }

    /// <summary>As <see cref="Read"/> reads it, with a header.</summary>
    /// <param name="header">Lines of the header, without <c>#</c>.</param>
    public string Write(params ReadOnlySpan<string> header)
    {
        var text = new StringBuilder();
        foreach (var line in header) text.Append("# ").Append(line).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"trim\t{Trim}\nridge\t{Ridge}\n");
        for (var i = 0; i < Values.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{OutcomeFeatures.Names[i].Name}\t{Values[i]:0.0000}\n");
        return text.ToString();
    }
}
