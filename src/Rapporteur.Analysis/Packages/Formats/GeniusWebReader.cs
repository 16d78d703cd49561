using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Reads profiles of GeniusWeb (JSON): <c>LinearAdditiveUtilitySpace</c> with discrete issues or issues of numbers. Its values are shares within the issue, its weights sum to one, and they stand as they are.</summary>
public static class GeniusWebReader
{
    private const int MostNumbers = 10_000;

    /// <summary>Whether a text looks like a profile of GeniusWeb.</summary>
    /// <param name="text">The text.</param>
    public static bool Takes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('{');
    }

    /// <summary>Reads the profiles of the parties to one negotiation.</summary>
    /// <param name="name">Name to show.</param>
    /// <param name="profiles">A profile for each party: the name of its file, and its text.</param>
    /// <exception cref="PackageFormatException">A profile is wrong, or profiles are of different issues.</exception>
    public static PackageProblem Read(string name, IReadOnlyList<(string File, string Text)> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        OutcomeSpace? space = null;
        var parties = ImmutableArray.CreateBuilder<UtilityFunction>();
        foreach (var (file, text) in profiles)
        {
            try
            {
                using var json = JsonDocument.Parse(text);
                var root = Part(file, json.RootElement, "LinearAdditiveUtilitySpace");
                var issues = Part(file, Part(file, root, "domain"), "issuesValues").EnumerateObject().OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => new PackageIssue(i.Name, Options(file, i))).ToImmutableArray();
                space ??= new(issues);
                if (!issues.Select(i => i.Name).SequenceEqual(space.Issues.Select(i => i.Name)) || !issues.Zip(space.Issues, (a, b) => a.Options.SequenceEqual(b.Options)).All(same => same))
                    throw new PackageFormatException(file, 0, "This profile has other issues or options than the first one: profiles of one negotiation share their domain.");
                parties.Add(Function(file, root, space));
            }
            catch (JsonException error)
            {
                throw new PackageFormatException(file, (int)(error.LineNumber ?? -1) + 1, $"This is no JSON that can be read: {error.Message}");
            }
            catch (Exception error) when (error is ArgumentException or InvalidOperationException)
            {
                throw new PackageFormatException(file, 0, error.Message);
            }
        }

        try
        {
            return new(name, parties.ToImmutable(), []);
        }
        catch (ArgumentException error)
        {
            throw new PackageFormatException(profiles.Count > 0 ? profiles[^1].File : name, 0, Refusal.Reason(error));
        }
    }

    private static UtilityFunction Function(string file, JsonElement root, OutcomeSpace space)
    {
        var (utilities, weights) = (Part(file, root, "issueUtilities"), Part(file, root, "issueWeights"));
        var terms = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        foreach (var issue in space.Issues)
        {
            var weight = Number(file, Part(file, weights, issue.Name), issue.Name);
            var utility = Part(file, utilities, issue.Name);
            terms.Add(
            [
                .. issue.Options.Select(option => weight * (Either(utility, "DiscreteValueSetUtilities", "discreteutils") is { } discrete
                    ? Part(file, discrete, "valueUtilities") is var values && values.TryGetProperty(option, out var value) ? Number(file, value, option) : 0
                    : Either(utility, "NumberValueSetUtilities", "numberutils") is { } line ? OnLine(file, line, option)
                    : throw new PackageFormatException(file, 0, $"The utilities of “{issue.Name}” are neither discreteutils nor numberutils."))),
            ]);
        }

        var name = root.TryGetProperty("name", out var party) && party.GetString() is { Length: > 0 } own ? own : Path.GetFileNameWithoutExtension(file);
        var function = new UtilityFunction(space, name, terms.ToImmutable(), [], 0);
        return new(space, name, terms.ToImmutable(), [], Reservation(file, root, function));
    }

    // The reservation bid may leave issues out: what it names is worth what it is worth.
    private static double Reservation(string file, JsonElement root, UtilityFunction function)
    {
        if (!root.TryGetProperty("reservationBid", out var bid) || bid.ValueKind != JsonValueKind.Object) return 0;
        var sum = 0.0;
        foreach (var value in Part(file, bid, "issuevalues").EnumerateObject())
        {
            var issue = function.Space.IndexOf(value.Name);
            var option = issue < 0 ? -1 : function.Space.Issues[issue].Options.IndexOf(Written(value.Value));
            if (option < 0) throw new PackageFormatException(file, 0, $"The reservation bid names “{Written(value.Value)}” on “{value.Name}”, which the domain does not have.");
            sum += function.Terms(issue)[option];
        }

        return sum;
    }

    private static double OnLine(string file, JsonElement line, string option)
    {
        var (low, high) = (Number(file, Part(file, line, "lowValue"), "lowValue"), Number(file, Part(file, line, "highValue"), "highValue"));
        var (from, to) = (Number(file, Part(file, line, "lowUtility"), "lowUtility"), Number(file, Part(file, line, "highUtility"), "highUtility"));
        var at = double.Parse(option, CultureInfo.InvariantCulture);
        return high > low ? from + ((to - from) * (at - low) / (high - low)) : from;
    }

    private static ImmutableArray<string> Options(string file, JsonProperty issue)
    {
        if (issue.Value.TryGetProperty("values", out var values)) return [.. values.EnumerateArray().Select(Written)];
        if (!issue.Value.TryGetProperty("range", out var range) || range.GetArrayLength() != 3) throw new PackageFormatException(file, 0, $"The issue “{issue.Name}” has neither values nor a range of three numbers.");
        double[] ends = [.. range.EnumerateArray().Select(e => Number(file, e, issue.Name))];
        if (!(ends[2] > 0) || ends[1] < ends[0] || (ends[1] - ends[0]) / ends[2] > MostNumbers) throw new PackageFormatException(file, 0, $"The range of “{issue.Name}” has to run upwards in at most {MostNumbers} steps.");
        return [.. Enumerable.Range(0, (int)Math.Floor(((ends[1] - ends[0]) / ends[2]) + 1e-9) + 1).Select(step => (ends[0] + (step * ends[2])).ToString("G12", CultureInfo.InvariantCulture))];
    }

    private static string Written(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static JsonElement? Either(JsonElement of, string one, string other) => of.TryGetProperty(one, out var first) ? first : of.TryGetProperty(other, out var second) ? second : null;

    private static JsonElement Part(string file, JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) ? part : throw new PackageFormatException(file, 0, $"“{name}” is missing: a profile of GeniusWeb has LinearAdditiveUtilitySpace with domain, issueUtilities and issueWeights.");

    private static double Number(string file, JsonElement value, string name)
    {
        var text = Written(value);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Estimate.Greatest ? number
            : throw new PackageFormatException(file, 0, $"The number of “{name}” is “{text}”; a number was expected.");
    }
}
