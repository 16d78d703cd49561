using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rapporteur.Record;

/// <summary>A dossier that was read, or what is wrong with it.</summary>
/// <param name="Dossier">The dossier; null where there are mistakes.</param>
/// <param name="Mistakes">Every mistake, in the order of the file.</param>
public sealed record DossierParse(Dossier? Dossier, ImmutableArray<DossierMistake> Mistakes);

/// <summary>Reads <c>dossier.yaml</c>. Strict: an unknown field, a wrong value or a name that stands twice is a mistake with its line, so that nothing that somebody wrote is silently passed over.</summary>
public static class DossierReader
{
    /// <summary>Longest text that is taken, in UTF-16 code units.</summary>
    public const int Longest = 1 << 20;

    /// <summary>Reads a text.</summary>
    /// <param name="yaml">The text of the file.</param>
    public static DossierParse Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        if (yaml.Length > Longest) return new(null, [new(1, "", "The file is longer than a million characters; a dossier is a page or two.")]);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException wrong)
        {
            return new(null, [new(Math.Min((int)wrong.Start.Line, yaml.TrimEnd().Count(c => c == '\n') + 1), "", $"This is not YAML ({wrong.Message.TrimEnd('.')}). Check the indentation and quote texts that have a colon.")]);
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" }) return new(Dossier.Empty, []);
        if (stream.Documents.Count > 1) return new(null, [new((int)stream.Documents[1].RootNode.Start.Line, "", "A dossier is one YAML document; take out the lines of dashes.")]);
        var mistakes = new List<DossierMistake>();
        var dossier = Root(new(stream.Documents[0].RootNode, "", mistakes));
        return mistakes.Count == 0 ? new(dossier, []) : new(null, [.. mistakes.OrderBy(m => m.Line)]);
    }

    private static Dossier Root(DossierNode node)
    {
        var fields = node.Fields("title", "parties", "issues", "watch", "marking", "minimum-coverage", "notes");
        var (parties, issues) = (fields.Items("parties").Select(Party).ToImmutableArray(), fields.Items("issues").Select(Issue).ToImmutableArray());
        var names = parties.SelectMany(p => p.Value.Aliases.Prepend(p.Value.Name).Select(n => (Key: DossierTouch.Key(n), Name: n, p.Node))).ToList();
        foreach (var (key, name, party) in names)
            if (key.Length == 0 && name.Length > 0) party.Wrong($"'{name}' has no letter or digit by which anybody could be known.");
        Twice(names.Select(n => (n.Key, n.Node)), "name or alias");
        Twice(issues.Select(i => (i.Value.Key, i.Node)), "key");
        var marking = Marking(fields);
        return new()
        {
            Title = fields.Text("title"),
            Parties = [.. parties.Select(p => p.Value)],
            Issues = [.. issues.Select(i => i.Value)],
            Watch = fields.Texts("watch"),
            Marking = marking,
            MinimumCoverage = Coverage(fields),
            Notes = NoteReader.Notes(fields, marking),
        };
    }

    private static (DossierParty Value, DossierNode Node) Party(DossierNode node)
    {
        if (node.Value is { } name) return (new(name, []), node);
        var fields = node.Fields("name", "aliases");
        return (new(fields.Needed("name"), fields.Texts("aliases")), node);
    }

    private static (DossierIssue Value, DossierNode Node) Issue(DossierNode node)
    {
        var fields = node.Fields("name", "key", "ordered", "words", "options");
        var options = fields.Items("options").Select(Option).ToImmutableArray();
        Twice(options.Select(o => (o.Value.Key, o.Node)), "name");
        var name = fields.Needed("name");
        return (new(fields.Text("key") ?? KeyOf(name), name)
        {
            IsOrdered = Ordered(fields),
            Words = fields.Texts("words", says: true),
            Options = [.. options.Select(o => o.Value)],
        }, node);
    }

    private static (DossierOption Value, DossierNode Node) Option(DossierNode node)
    {
        if (node.Value is { } bare) return (new(KeyOf(bare), bare, [bare]), node);
        var fields = node.Fields("name", "words");
        var (name, words) = (fields.Needed("name"), fields.Texts("words", says: true));
        return (new(KeyOf(name), name, words.IsEmpty ? [name] : words), node);
    }

    private static string KeyOf(string name) => Folding.Normalise(name).Replace(' ', '-');

    private static bool Ordered(DossierFields fields)
    {
        var value = fields.Text("ordered");
        if (value is not (null or "true" or "false")) fields.Wrong("ordered", $"takes true or false, not '{value}'.");
        return value == "true";
    }

    /// <summary>The marking in the field <c>marking</c>; <see cref="Domain.Marking.Unmarked"/> where there is none.</summary>
    internal static Marking Marking(DossierFields fields)
    {
        if (fields.Text("marking") is not { } label) return Domain.Marking.Unmarked;
        var spelled = label.ToLowerInvariant();
        if (spelled.StartsWith("tlp:", StringComparison.Ordinal)) spelled = spelled[4..];
        if (EnumSpelling.TryParse<Marking>(spelled.Replace('+', '-'), out var marking) && marking != Domain.Marking.Unmarked) return marking;
        fields.Wrong("marking", $"takes CLEAR, GREEN, AMBER, AMBER+STRICT or RED, not '{label}'.");
        return Domain.Marking.Unmarked;
    }

    private static int? Coverage(DossierFields fields)
    {
        if (fields.Text("minimum-coverage") is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0) return count;
        fields.Wrong("minimum-coverage", $"takes a number of documents, 1 or more, not '{text}'.");
        return null;
    }

    private static void Twice(IEnumerable<(string Key, DossierNode Node)> keys, string what)
    {
        foreach (var group in keys.Where(k => k.Key.Length > 0).GroupBy(k => k.Key, k => k.Node, StringComparer.Ordinal))
            foreach (var node in group.Skip(1)) node.Wrong($"The {what} '{group.Key}' stands here and in line {group.First().Line}; leave one of them.");
    }
}
