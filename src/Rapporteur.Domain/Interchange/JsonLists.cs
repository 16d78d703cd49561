using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>Lists as fields of a JSON object.</summary>
public static class JsonLists
{
    /// <summary>Writes a list of texts.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="texts">The texts.</param>
    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(texts);
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Writes a list of objects.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="items">What the objects are made of.</param>
    /// <param name="fields">Writes the fields of one.</param>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        json.Objects(name, items, (item, _) => fields(item));
    }

    /// <summary>Writes a list of objects whose fields depend on their place.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="items">What the objects are made of.</param>
    /// <param name="fields">Writes the fields of one, which has this index.</param>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T, int> fields)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(fields);
        json.WriteStartArray(name);
        var index = 0;
        foreach (var item in items)
        {
            json.WriteStartObject();
            fields(item, index++);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
