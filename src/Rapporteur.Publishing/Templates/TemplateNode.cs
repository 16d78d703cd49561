using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Rapporteur.Publishing;

/// <summary>A mistake in a template.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Field">Field, such as <c>sections.show.most</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record TemplateMistake(int Line, string Field, string Message)
{
    /// <summary>The mistake as one sentence with its place.</summary>
    public override string ToString() => Field.Length == 0 ? $"line {Line}: {Message}" : $"line {Line}, {Field}: {Message}";
}

/// <summary>A place in a template that is read, with the path of fields that leads to it.</summary>
internal sealed class TemplateNode(YamlNode yaml, string path, List<TemplateMistake> mistakes)
{
    private readonly Dictionary<string, TemplateNode> _fields = new(StringComparer.Ordinal);

    /// <summary>The text of a plain value; null for others and for an empty one.</summary>
    public string? Value => yaml is YamlScalarNode { Value: { } value } && value.Trim() is { Length: > 0 } text ? text : null;

    public void Wrong(string message) => mistakes.Add(new((int)yaml.Start.Line, path, message));

    /// <summary>Takes the fields of a mapping; any other than the known ones is a mistake.</summary>
    public TemplateNode Taking(params string[] known)
    {
        if (yaml is not YamlMappingNode mapping)
        {
            Wrong($"Here stand fields with a colon: {string.Join(", ", known)}.");
            return this;
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Contains(name, StringComparer.Ordinal)) _fields.TryAdd(name, new(value, path.Length == 0 ? name : $"{path}.{name}", mistakes));
            else mistakes.Add(new((int)key.Start.Line, path, $"There is no field '{name}' here; there are {string.Join(", ", known)}."));
        }

        return this;
    }

    public bool Has(string field) => _fields.ContainsKey(field);

    /// <summary>A field, for a mistake in it.</summary>
    public TemplateNode At(string field) => _fields.GetValueOrDefault(field, this);

    public string? Text(string field)
    {
        if (!_fields.TryGetValue(field, out var node)) return null;
        if (node.Value is { } value) return Quoting.Clean(value);
        node.Wrong("Here stands a text; write one, or leave out the field.");
        return null;
    }

    public string Needed(string field)
    {
        if (!Has(field)) Wrong($"The field '{field}' is missing; add one.");
        return Text(field) ?? "";
    }

    public int Number(string field, int otherwise)
    {
        if (Text(field) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= TemplateReader.MostLines) return number;
        At(field).Wrong($"takes a number of lines from 1 to {TemplateReader.MostLines}, not '{text}'.");
        return otherwise;
    }

    public IReadOnlyList<TemplateNode> Items(string field)
    {
        if (!_fields.TryGetValue(field, out var node)) return [];
        if (node.List() is { } items) return items;
        node.Wrong("Here stands a list: one item a line, each after a dash, or [one, another].");
        return [];
    }

    private IReadOnlyList<TemplateNode>? List() => yaml is YamlSequenceNode list ? [.. list.Children.Select(c => new TemplateNode(c, path, mistakes))] : null;
}
