using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Rapporteur.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rapporteur.Publishing;

/// <summary>A template that was read, or what is wrong with it.</summary>
/// <param name="Template">The template; null where there are mistakes.</param>
/// <param name="Mistakes">Every mistake, in the order of the file.</param>
public sealed record TemplateParse(BriefTemplate? Template, ImmutableArray<TemplateMistake> Mistakes);

/// <summary>Reads a template of briefs (<c>docs/formats/templates.md</c>). Strict: an unknown field, kind or type is a mistake with its line and what was expected.</summary>
public static partial class TemplateReader
{
    /// <summary>Longest text that is taken, in UTF-16 code units.</summary>
    public const int Longest = 1 << 18;

    /// <summary>How many lines a section may ask for.</summary>
    public const int MostLines = 500;

    private const int Usual = 6;

    /// <summary>Reads a text.</summary>
    /// <param name="yaml">The text of the file.</param>
    public static TemplateParse Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        if (yaml.Length > Longest) return Refused(1, "The file is longer than a quarter of a million characters; a template is a page.");
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException wrong)
        {
            return Refused(Math.Min((int)wrong.Start.Line, yaml.TrimEnd().Count(c => c == '\n') + 1), $"This is not YAML ({wrong.Message.TrimEnd('.')}). Check the indentation and quote texts that have a colon.");
        }

        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" })
            return Refused(1, "A template is one YAML document with the fields name, title and sections.");
        var mistakes = new List<TemplateMistake>();
        var template = Root(new(stream.Documents[0].RootNode, "", mistakes));
        return mistakes.Count == 0 ? new(template, []) : new(null, [.. mistakes.OrderBy(m => m.Line)]);
    }

    private static TemplateParse Refused(int line, string message) => new(null, [new(line, "", message)]);

    private static BriefTemplate Root(TemplateNode root)
    {
        root.Taking("name", "title", "about", "needs", "sections");
        var sections = root.Items("sections").Select(Section).ToImmutableArray();
        if (sections.IsEmpty) root.At("sections").Wrong("A template has at least one section under 'sections'.");
        foreach (var twice in sections.GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Count() > 1 && g.Key.Length > 0))
            root.At("sections").Wrong($"Two sections have the id '{twice.Key}'; give one of them another with the field 'id'.");
        return new(Id(root, "name", root.Needed("name")), root.Needed("title"), root.Text("about") ?? "", [.. root.Items("needs").Select(Need).OfType<TemplateNeed>().Distinct()], sections);
    }

    private static TemplateNeed? Need(TemplateNode node)
    {
        if (EnumSpelling.TryParse<TemplateNeed>(node.Value ?? "", out var need)) return need;
        node.Wrong($"takes {Choices<TemplateNeed>()}, not '{node.Value}'.");
        return null;
    }

    private static TemplateSection Section(TemplateNode node)
    {
        node.Taking("id", "heading", "note", "most", "again", "show");
        var heading = node.Needed("heading");
        var items = node.Items("show").Select(Item).ToImmutableArray();
        if (items.IsEmpty) node.At("show").Wrong($"A section shows at least one thing: {string.Join(", ", LineKinds.Names)}.");
        var id = node.Text("id") is { } given ? Id(node, "id", given) : NoId().Replace(heading.ToLowerInvariant(), "-").Trim('-');
        return new(id.Length == 0 ? "section" : id, heading, node.Text("note"), node.Number("most", MostLines), items) { Again = Again(node) };
    }

    private static bool Again(TemplateNode node)
    {
        var value = node.Text("again");
        if (value is not (null or "true" or "false")) node.At("again").Wrong($"takes true or false, not '{value}'.");
        return value == "true";
    }

    private static TemplateItem Item(TemplateNode node)
    {
        if (node.Value is { } bare) return new(Kind(node, bare), Usual);
        node.Taking("kind", "most", "heading", "types", "facets", "subjects", "role", "section");
        var kind = Kind(node.At("kind"), node.Needed("kind"));
        var item = new TemplateItem(kind, node.Number("most", Usual)) { Heading = node.Text("heading"), Types = [.. node.Items("types").Select(Type).OfType<ClaimType>()], Facets = [.. node.Items("facets").Select(Facet).OfType<string>()], Subjects = [.. node.Items("subjects").Select(Subject).OfType<ChangeSubject>()], Role = Role(node), Section = node.Text("section") };
        Only(node, "types", item, LineKinds.Claims);
        Only(node, "role", item, LineKinds.Claims, LineKinds.Measures);
        Only(node, "facets", item, LineKinds.Facets);
        Only(node, "subjects", item, LineKinds.Changes);
        Only(node, "section", item, LineKinds.Section);
        if (kind == LineKinds.Section && !BriefSections.Ids.Contains(item.Section ?? "", StringComparer.Ordinal))
            node.At("section").Wrong($"names a section of the full brief: {string.Join(", ", BriefSections.Ids)}; not '{item.Section}'.");
        return item;
    }

    private static void Only(TemplateNode node, string field, TemplateItem item, params string[] kinds)
    {
        if (node.Has(field) && !kinds.Contains(item.Kind)) node.At(field).Wrong($"goes with 'kind: {string.Join("' or '", kinds)}' alone; leave it out of 'kind: {item.Kind}'.");
    }

    private static string Kind(TemplateNode node, string kind)
    {
        if (kind.Length > 0 && !LineKinds.Names.Contains(kind, StringComparer.Ordinal)) node.Wrong($"takes {string.Join(", ", LineKinds.Names)}, not '{kind}'.");
        return kind;
    }

    private static ClaimType? Type(TemplateNode node)
    {
        if (EnumSpelling.TryParse<ClaimType>(node.Value ?? "", out var type)) return type;
        node.Wrong($"takes types of claims ({Choices<ClaimType>()}), not '{node.Value}'.");
        return null;
    }

    private static ChangeSubject? Subject(TemplateNode node)
    {
        if (EnumSpelling.TryParse<ChangeSubject>(node.Value ?? "", out var subject)) return subject;
        node.Wrong($"takes {Choices<ChangeSubject>()}, not '{node.Value}'.");
        return null;
    }

    private static string? Facet(TemplateNode node)
    {
        if (node.Value is { } kind && Words.Find("facet.title." + kind) is not null) return kind;
        node.Wrong($"takes kinds of facets ({Words.Of("facet.order").Replace(" ", ", ", StringComparison.Ordinal)}), not '{node.Value}'.");
        return null;
    }

    private static ClaimRole Role(TemplateNode node)
    {
        if (node.Text("role") is not { } text) return ClaimRole.Any;
        if (EnumSpelling.TryParse<ClaimRole>(text, out var role)) return role;
        node.At("role").Wrong($"takes {Choices<ClaimRole>()}, not '{text}'.");
        return ClaimRole.Any;
    }

    private static string Id(TemplateNode node, string field, string id)
    {
        if (id.Length > 0 && NoId().IsMatch(id)) node.At(field).Wrong($"takes lower-case letters, digits and hyphens, not '{id}'.");
        return id;
    }

    private static string Choices<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(EnumSpelling.Of));

    [GeneratedRegex("[^a-z0-9-]+")]
    private static partial Regex NoId();
}
