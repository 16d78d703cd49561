using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Reads profiles of the negotiation environment GENIUS (Lin et al. 2014, XML): linear additive ones, whole-number issues with a linear evaluator, and sums over hyper-rectangles.
/// Values are scaled by issue so that the best has 1, weights as they stand, utilities so that the best package has 1, as GENIUS and NegMAS have them.</summary>
public static class GeniusReader
{
    private const int MostNumbers = 10_000;

    /// <summary>Whether a text looks like a profile or a domain of GENIUS.</summary>
    /// <param name="text">The text.</param>
    public static bool Takes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<');
    }

    /// <summary>Whether a text is a domain without preferences, which the profiles repeat.</summary>
    /// <param name="file">Name of the file, for errors.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="PackageFormatException">It is no XML.</exception>
    public static bool IsDomain(string file, string text) => Root(file, text) is var root && !root.Descendants("weight").Any() && !root.Descendants("hyperRectangle").Any() && !root.Descendants("item").Any(i => i.Attribute("evaluation") is not null);

    /// <summary>Reads the profiles of the parties to one negotiation.</summary>
    /// <param name="name">Name to show.</param>
    /// <param name="profiles">A profile for each party: the name of its file, and its text.</param>
    /// <exception cref="PackageFormatException">A profile is wrong, or profiles are of different issues; the message names file, line and what was expected.</exception>
    public static PackageProblem Read(string name, IReadOnlyList<(string File, string Text)> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        OutcomeSpace? space = null;
        var parties = ImmutableArray.CreateBuilder<UtilityFunction>();
        foreach (var (file, text) in profiles)
        {
            var profile = new Profile(file, Root(file, text));
            space ??= profile.Space();
            parties.Add(profile.Function(space));
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

    private static XElement Root(string file, string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n')), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
            return root.Name == "utility_space" ? root : root.Descendants("utility_space").FirstOrDefault() ?? throw new PackageFormatException(file, 0, $"A profile of GENIUS holds <utility_space>, and this file begins with <{root.Name}>.");
        }
        catch (XmlException error)
        {
            throw new PackageFormatException(file, error.LineNumber, $"This is no XML that can be read: {error.Message}");
        }
    }

    private sealed class Profile(string file, XElement root)
    {
        private readonly ImmutableArray<XElement> _issues = [.. root.Descendants("issue").OrderBy(i => Whole(file, i, "index"))];

        internal OutcomeSpace Space()
        {
            if (_issues.IsEmpty) throw new PackageFormatException(file, 0, "A profile holds at least one <issue>.");
            try
            {
                return new([.. _issues.Select(i => new PackageIssue(Text(i, "name"), Options(i)))]);
            }
            catch (ArgumentException error)
            {
                throw new PackageFormatException(file, 0, Refusal.Reason(error));
            }
        }

        internal UtilityFunction Function(OutcomeSpace space)
        {
            if (_issues.Length != space.Issues.Length) throw new PackageFormatException(file, 0, $"This profile has {_issues.Length} issues, and the first one {space.Issues.Length}: profiles of one negotiation share their issues.");
            for (var i = 0; i < _issues.Length; i++)
                if (Text(_issues[i], "name") != space.Issues[i].Name || !Options(_issues[i]).SequenceEqual(space.Issues[i].Options))
                    throw new PackageFormatException(file, Line(_issues[i]), $"The issue “{Text(_issues[i], "name")}” has other options than “{space.Issues[i].Name}” of the first profile.");
            var party = Path(file);
            var reservation = root.Element("reservation") is { } element ? Number(element, "value") : 0;
            var rectangles = root.Descendants("hyperRectangle").ToList();
            var terms = rectangles.Count > 0 ? space.Issues.Select(i => i.Options.Select(_ => 0.0).ToImmutableArray()).ToImmutableArray() : Terms();
            var function = new UtilityFunction(space, party, terms, [.. rectangles.Select(r => Rectangle(r, space))], reservation);
            // The file may say the greatest utility that a package reaches; the sum of all rectangles is a bound only.
            var best = root.Descendants("utility").FirstOrDefault(u => u.Attribute("maxutility") is not null) is { } told ? Number(told, "maxutility") : function.UpperBound;
            if (!(best > 0)) throw new PackageFormatException(file, 0, "No package is worth anything under this profile.");
            return function.In(best, reservation);
        }

        private ImmutableArray<ImmutableArray<double>> Terms()
        {
            var weights = root.Descendants("weight").ToLookup(w => Whole(file, w, "index"), w => w);
            return
            [
                .. _issues.Select(issue =>
                {
                    var index = Whole(file, issue, "index");
                    if (weights[index].FirstOrDefault() is not { } element) throw new PackageFormatException(file, Line(issue), $"The issue “{Text(issue, "name")}” has no <weight index=\"{index}\">.");
                    var weight = NotNegative(element, "value");
                    ImmutableArray<double> values = IsNumeric(issue) ? Line(issue, Bounds(issue)) : [.. Items(issue).Select(i => NotNegative(i, "evaluation"))];
                    var best = values.Max();
                    return values.Select(v => best > 0 ? weight * v / best : 0).ToImmutableArray();
                }),
            ];
        }

        // A line over whole numbers: what the lowest is worth, and how much each step adds.
        private ImmutableArray<double> Line(XElement issue, (int Low, int High) bounds)
        {
            if (issue.Element("evaluator") is not { } evaluator || evaluator.Attribute("ftype")?.Value != "linear")
                throw new PackageFormatException(file, Line(issue), $"The issue “{Text(issue, "name")}” of whole numbers needs <evaluator ftype=\"linear\" offset=… slope=…>.");
            var (offset, slope) = (Number(evaluator, "offset"), Number(evaluator, "slope"));
            return [.. Enumerable.Range(0, bounds.High - bounds.Low + 1).Select(step => Math.Max(0, offset + (slope * step)))];
        }

        private Interaction Rectangle(XElement rectangle, OutcomeSpace space) => new(
            [
                .. rectangle.Elements("INCLUDES").Select(side =>
                {
                    var issue = Whole(file, side, "index") - 1;
                    if (issue < 0 || issue >= space.Issues.Length || !IsNumeric(_issues[issue])) throw new PackageFormatException(file, Line(side), $"<INCLUDES> names the issue {issue + 1}, which is none of whole numbers.");
                    var (low, _) = Bounds(_issues[issue]);
                    var (min, max) = (Whole(file, side, "min") - low, Whole(file, side, "max") - low);
                    return new OptionSet(issue, [.. Enumerable.Range(0, space.Issues[issue].Options.Length).Select(o => o >= min && o <= max)]);
                }),
            ], Number(rectangle, "utility"));

        private static bool IsNumeric(XElement issue) => (issue.Attribute("vtype") ?? issue.Attribute("type"))?.Value == "integer";

        private ImmutableArray<string> Options(XElement issue)
        {
            if (!IsNumeric(issue)) return [.. Items(issue).Select(i => Text(i, "value"))];
            var (low, high) = Bounds(issue);
            return [.. Enumerable.Range(low, high - low + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))];
        }

        private (int Low, int High) Bounds(XElement issue)
        {
            var (low, high) = (Whole(file, issue, "lowerbound"), Whole(file, issue, "upperbound"));
            if (high < low || high - low > MostNumbers) throw new PackageFormatException(file, Line(issue), $"The issue “{Text(issue, "name")}” runs from {low} to {high}; it has to run upwards, over at most {MostNumbers} numbers.");
            return (low, high);
        }

        private IEnumerable<XElement> Items(XElement issue)
        {
            var items = issue.Elements("item").ToList();
            if (items.Count == 0) throw new PackageFormatException(file, Line(issue), $"The issue “{Text(issue, "name")}” has no <item>; of real numbers nothing can be listed.");
            return items;
        }

        private string Text(XElement element, string name) => element.Attribute(name)?.Value ?? throw Missing(file, element, name);

        private double NotNegative(XElement element, string name) => Number(element, name) is var number && number >= 0 ? number
            : throw new PackageFormatException(file, Line(element), $"{name} of <{element.Name}> is {number.ToString(CultureInfo.InvariantCulture)}; it cannot be negative.");

        private double Number(XElement element, string name)
        {
            var text = Text(element, name);
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Estimate.Greatest ? number
                : throw new PackageFormatException(file, Line(element), $"{name} of <{element.Name}> is “{text}”; a number was expected.");
        }

        private static int Whole(string file, XElement element, string name)
        {
            var text = element.Attribute(name)?.Value ?? throw Missing(file, element, name);
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
                : throw new PackageFormatException(file, Line(element), $"{name} of <{element.Name}> is “{text}”; a whole number was expected.");
        }

        private static PackageFormatException Missing(string file, XElement element, string name) => new(file, Line(element), $"<{element.Name}> has no {name}.");

        private static int Line(XElement element) => ((IXmlLineInfo)element).LineNumber;

        private static string Path(string file) => System.IO.Path.GetFileNameWithoutExtension(file);
    }
}
