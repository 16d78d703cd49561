using System.Collections.Immutable;
using Rapporteur.Domain;
using YamlDotNet.RepresentationModel;

namespace Rapporteur.Record;

/// <summary>A place in a dossier that is read, with the path of fields that leads to it.</summary>
internal sealed class DossierNode(YamlNode yaml, string path, List<DossierMistake> mistakes)
{
    internal int Line { get; } = (int)yaml.Start.Line;

    /// <summary>The text of a plain value; null for others and for an empty one.</summary>
    internal string? Value => yaml is YamlScalarNode { Value: { } value } && value.Trim() is { Length: > 0 } text ? text : null;

    internal void Wrong(string message) => mistakes.Add(new(Line, path, message));

    /// <summary>Its fields; any other than the known ones is a mistake.</summary>
    internal DossierFields Fields(params string[] known)
    {
        var fields = new Dictionary<string, DossierNode>(StringComparer.Ordinal);
        if (yaml is not YamlMappingNode mapping)
        {
            Wrong($"Here stand fields with a colon: {string.Join(", ", known)}.");
            return new(this, fields);
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            var inner = new DossierNode(value, path.Length == 0 ? name : $"{path}.{name}", mistakes);
            if (known.Contains(name, StringComparer.Ordinal)) fields.TryAdd(name, inner);
            else mistakes.Add(new((int)key.Start.Line, path, $"There is no field '{name}' here; there are {string.Join(", ", known)}."));
        }

        return new(this, fields);
    }

    /// <summary>The items of a list; none where it is empty.</summary>
    internal IEnumerable<DossierNode> Items()
    {
        if (yaml is YamlSequenceNode list) return [.. list.Children.Select(c => new DossierNode(c, path, mistakes))];
        if (yaml is not YamlScalarNode { Value: null or "" }) Wrong("Here stands a list: one item a line, each after a dash, or [one, another].");
        return [];
    }
}

/// <summary>The fields of a place in a dossier.</summary>
internal sealed class DossierFields(DossierNode owner, Dictionary<string, DossierNode> fields)
{
    internal void Wrong(string field, string message) => fields[field].Wrong(message);

    /// <summary>A text; null where the field is not there.</summary>
    internal string? Text(string field)
    {
        if (!fields.TryGetValue(field, out var node)) return null;
        if (node.Value is { } value) return value;
        node.Wrong("Here stands a text; write one, or leave out the field.");
        return null;
    }

    /// <summary>A text that has to be there.</summary>
    internal string Needed(string field)
    {
        if (Text(field) is { } text) return text;
        if (!fields.ContainsKey(field)) owner.Wrong($"The field '{field}' is missing; add one.");
        return "";
    }

    internal IEnumerable<DossierNode> Items(string field) => fields.TryGetValue(field, out var node) ? node.Items() : [];

    /// <summary>A list of texts.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="says">Whether each has to have a word that says what it is about.</param>
    internal ImmutableArray<string> Texts(string field, bool says = false)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in Items(field))
        {
            if (item.Value is not { } text) item.Wrong("Every item of this list is a text.");
            else if (says && ContentWords.Of(text).IsEmpty) item.Wrong($"'{text}' has no word by which to find anything; write a noun or a verb.");
            else texts.Add(text);
        }

        return texts.ToImmutable();
    }
}
