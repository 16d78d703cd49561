using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rapporteur.Analysis;

/// <summary>Reads a file of packages of our own (YAML, <c>docs/formats/packages.md</c>): issues with options, parties with weights or an order of issues, values, red lines and the least they take.
/// Strict: an unknown field or a name that is not there is a mistake with its line, so that nothing that somebody wrote is silently passed over.</summary>
public sealed class PackageFile
{
    private readonly List<(int Line, string Message)> _mistakes = [];

    private PackageFile()
    {
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="PackageFormatException">It is wrong; the message names every mistake with its line and what was expected.</exception>
    public static PackageTable Read(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException wrong)
        {
            throw new PackageFormatException(file, (int)wrong.Start.Line, $"This is not YAML ({wrong.Message.TrimEnd('.')}). Check the indentation and quote texts that have a colon.");
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }]) throw new PackageFormatException(file, 1, "A file of packages has the fields issues and parties.");
        var reader = new PackageFile();
        var table = reader.Table(Path.GetFileNameWithoutExtension(file), root);
        if (reader._mistakes.Count == 0) return table!;
        var (line, first) = reader._mistakes.MinBy(m => m.Line);
        var others = reader._mistakes.OrderBy(m => m.Line).Skip(1).Select(m => $"\nline {m.Line}: {m.Message}");
        throw new PackageFormatException(file, line, first + string.Concat(others));
    }

    private PackageTable? Table(string name, YamlMappingNode root)
    {
        var fields = Fields(root, "title", "issues", "parties", "from");
        var issues = Items(root, fields, "issues").Select(Issue).ToImmutableArray();
        if (_mistakes.Count > 0) return null;
        OutcomeSpace space;
        try
        {
            space = new(issues);
        }
        catch (ArgumentException error)
        {
            Wrong(root, Refusal.Reason(error));
            return null;
        }

        var (parties, lines) = (ImmutableArray.CreateBuilder<PartyPreferences>(), ImmutableArray.CreateBuilder<RedLine>());
        foreach (var node in Items(root, fields, "parties"))
            if (Party(node, space, parties.Count, lines) is { } party) parties.Add(party);
        if (parties.Count == 0 && _mistakes.Count == 0) Wrong(root, "There is no party; at least one is needed.");
        foreach (var twice in parties.GroupBy(p => p.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)) Wrong(root, $"The party {twice.Key} stands twice.");
        var title = fields.TryGetValue("title", out var given) ? Text(given) : name;
        return _mistakes.Count > 0 ? null : new(title, space, parties.ToImmutable(), lines.ToImmutable()) { From = From(fields, space) };
    }

    private PackageIssue Issue(YamlNode node)
    {
        var fields = Fields(node, "name", "options");
        return new(Needed(node, fields, "name"), [.. Items(node, fields, "options").Select(Text)]);
    }

    private PartyPreferences? Party(YamlNode node, OutcomeSpace space, int index, ImmutableArray<RedLine>.Builder lines)
    {
        var before = _mistakes.Count;
        var fields = Fields(node, "name", "reservation", "weights", "order", "values", "red-lines", "together");
        var name = Needed(node, fields, "name");
        if (fields.ContainsKey("weights") == fields.ContainsKey("order")) Wrong(node, $"{name} needs either weights (a number for each issue) or order (the issues, the weightiest first).");
        var weights = fields.TryGetValue("weights", out var given) ? ByIssue(given, space, "weight", value => Number(value), Estimate.Exactly(0)) : [];
        ImmutableArray<int> order = [.. Items(node, fields, "order").Select(i => IssueAt(i, space))];
        if (fields.TryGetValue("order", out var ordered) && order.Length != space.Issues.Length) Wrong(ordered, $"The order of {name} has to name each of the {space.Issues.Length} issues once.");
        if (!fields.TryGetValue("values", out var valued)) Wrong(node, $"{name} needs values: what each option is worth on its issue.");
        var values = valued is null ? [] : ByIssue(valued, space, "values", null, default, (issue, at) => ByOption(at, space, issue));
        var reservation = fields.TryGetValue("reservation", out var least) ? Number(least).Likeliest : 0;
        if (reservation is < 0 or > 1) Wrong(least!, $"The reservation value of {name} is {reservation.ToString(CultureInfo.InvariantCulture)}; it is a share between 0 and 1 of the best that the party could get.");
        lines.AddRange(Items(node, fields, "red-lines").Select(line => RedLineOf(line, space, index)));
        ImmutableArray<Interaction> together = [.. Items(node, fields, "together").Select(i => InteractionOf(i, space))];
        if (_mistakes.Count > before) return null;
        try
        {
            return new(space, name, weights, order, values) { Reservation = reservation, Interactions = together };
        }
        catch (ArgumentException error)
        {
            Wrong(node, Refusal.Reason(error));
            return null;
        }
    }

    private RedLine RedLineOf(YamlNode node, OutcomeSpace space, int party)
    {
        var fields = Fields(node, "issue", "options", "source");
        var issue = fields.TryGetValue("issue", out var named) ? IssueAt(named, space) : Missing(node, "issue");
        ImmutableArray<int> options = [.. Items(node, fields, "options").Select(o => OptionAt(o, space, issue)).Order()];
        if (options.IsEmpty) Wrong(node, "A red line names the options that it rules out.");
        return new(party, issue, options) { Source = fields.TryGetValue("source", out var source) ? Text(source) : null };
    }

    private Interaction InteractionOf(YamlNode node, OutcomeSpace space)
    {
        var fields = Fields(node, "when", "adds");
        var adds = fields.TryGetValue("adds", out var number) ? Number(number).Likeliest : Missing(node, "adds");
        var sides = ImmutableArray.CreateBuilder<OptionSet>();
        if (fields.TryGetValue("when", out var when) && when is YamlMappingNode mapping)
            foreach (var (key, value) in mapping.Children)
            {
                var issue = IssueAt(key, space);
                if (issue < 0) continue;
                int[] options = value is YamlSequenceNode list ? [.. list.Children.Select(o => OptionAt(o, space, issue))] : [OptionAt(value, space, issue)];
                sides.Add(new(issue, [.. Enumerable.Range(0, space.Issues[issue].Options.Length).Select(o => options.Contains(o))]));
            }

        if (sides.Count < 2) Wrong(node, "“when” names an option, or a list of them, on at least two issues.");
        return new(sides.ToImmutable(), adds);
    }

    private ImmutableArray<int> From(Dictionary<string, YamlNode> fields, OutcomeSpace space)
    {
        if (!fields.TryGetValue("from", out var node)) return [];
        var options = ByIssue(node, space, "from", null, -1, (issue, value) => OptionAt(value, space, issue));
        return options.Contains(-1) ? [] : options;
    }

    private ImmutableArray<Estimate> ByOption(YamlNode node, OutcomeSpace space, int issue)
    {
        var found = new Estimate?[space.Issues[issue].Options.Length];
        if (node is not YamlMappingNode mapping)
        {
            Wrong(node, $"The values of “{space.Issues[issue].Name}” are a number for each option.");
            return [.. found.Select(_ => Estimate.Exactly(0))];
        }

        foreach (var (key, value) in mapping.Children)
            if (OptionAt(key, space, issue) is var option and >= 0) found[option] = Number(value);
        for (var o = 0; o < found.Length; o++)
            if (found[o] is null) Wrong(node, $"The option “{space.Issues[issue].Options[o]}” of “{space.Issues[issue].Name}” has no value.");
        return [.. found.Select(f => f ?? Estimate.Exactly(0))];
    }

    private ImmutableArray<T> ByIssue<T>(YamlNode node, OutcomeSpace space, string what, Func<YamlNode, T>? read, T none, Func<int, YamlNode, T>? readAt = null)
    {
        var found = new (bool Is, T Value)[space.Issues.Length];
        if (node is not YamlMappingNode mapping) Wrong(node, $"Here stands an issue a line, with its {what}.");
        else
            foreach (var (key, value) in mapping.Children)
                if (IssueAt(key, space) is var issue and >= 0) found[issue] = (true, read is not null ? read(value) : readAt!(issue, value));
        for (var i = 0; i < found.Length; i++)
            if (!found[i].Is) Wrong(node, $"“{space.Issues[i].Name}” is missing here ({what}).");
        return [.. found.Select(f => f.Is ? f.Value : none)];
    }

    private int IssueAt(YamlNode node, OutcomeSpace space)
    {
        var name = Text(node);
        var issue = space.IndexOf(name);
        if (issue < 0) Wrong(node, $"There is no issue “{name}”; there are {string.Join(", ", space.Issues.Select(i => i.Name))}.");
        return issue;
    }

    private int OptionAt(YamlNode node, OutcomeSpace space, int issue)
    {
        if (issue < 0) return -1;
        var name = Text(node);
        var option = space.Issues[issue].Options.IndexOf(name);
        if (option < 0) Wrong(node, $"“{space.Issues[issue].Name}” has no option “{name}”; it has {string.Join(", ", space.Issues[issue].Options)}.");
        return option;
    }

    private Estimate Number(YamlNode node)
    {
        if (Estimate.TryParse(Text(node), out var estimate)) return estimate;
        Wrong(node, $"“{Text(node)}” is no number; write 0.4, a range 0.3..0.5, or 0.3<0.4<0.6.");
        return Estimate.Exactly(0);
    }

    private Dictionary<string, YamlNode> Fields(YamlNode node, params string[] known)
    {
        var fields = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (node is not YamlMappingNode mapping)
        {
            Wrong(node, $"Here stand fields with a colon: {string.Join(", ", known)}.");
            return fields;
        }

        foreach (var (key, value) in mapping.Children)
            if (known.Contains(Text(key), StringComparer.Ordinal)) fields.TryAdd(Text(key), value);
            else Wrong(key, $"There is no field “{Text(key)}” here; there are {string.Join(", ", known)}.");
        return fields;
    }

    private IEnumerable<YamlNode> Items(YamlNode owner, Dictionary<string, YamlNode> fields, string field)
    {
        if (!fields.TryGetValue(field, out var node)) return [];
        if (node is YamlSequenceNode list) return list.Children;
        Wrong(owner, $"“{field}” is a list: one item a line, each after a dash, or [one, another].");
        return [];
    }

    private string Needed(YamlNode node, Dictionary<string, YamlNode> fields, string field)
    {
        if (fields.TryGetValue(field, out var value) && Text(value) is { Length: > 0 } text) return text;
        Missing(node, field);
        return "";
    }

    private int Missing(YamlNode node, string field)
    {
        Wrong(node, $"The field “{field}” is missing.");
        return -1;
    }

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value?.Trim() ?? "";

    private void Wrong(YamlNode node, string message) => _mistakes.Add(((int)node.Start.Line, message));
}
