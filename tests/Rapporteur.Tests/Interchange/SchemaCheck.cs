using System.Text.Json;

namespace Rapporteur.Tests;

/// <summary>The part of JSON Schema that reading.schema.json uses; stricter in one thing: a property that the schema does not describe is a fault.</summary>
internal sealed class SchemaCheck(JsonElement root, JsonElement? reading = null)
{
    public List<string> Faults { get; } = [];

    public void Check(JsonElement value) => Check(value, root, "");

    private void Check(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var parts = reference.GetString()!.Split("#/$defs/");
            if (parts[0] == "reading.schema.json")
            {
                var other = new SchemaCheck(reading!.Value);
                other.Check(value, reading.Value.GetProperty("$defs").GetProperty(parts[1]), path);
                Faults.AddRange(other.Faults);
                return;
            }

            schema = root.GetProperty("$defs").GetProperty(parts[1]);
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => t == TypeOf(value) || (t == "number" && TypeOf(value) == "integer"))) Faults.Add($"{path}: {TypeOf(value)} is not {type}");
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(v => v.GetString() == value.GetString()))
            Faults.Add($"{path}: {value} is not in {values}");
        if (value.ValueKind == JsonValueKind.Object) CheckObject(value, schema, path);
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            foreach (var item in value.EnumerateArray()) Check(item, items, path + "[]");
    }

    private void CheckObject(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray())
                if (!value.TryGetProperty(name.GetString()!, out _)) Faults.Add($"{path}: {name} is missing");
        foreach (var property in value.EnumerateObject())
            if (schema.TryGetProperty("properties", out var known) && known.TryGetProperty(property.Name, out var inner)) Check(property.Value, inner, $"{path}.{property.Name}");
            else Faults.Add($"{path}.{property.Name} is not described");
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt32(out _) && !value.GetRawText().Contains('.', StringComparison.Ordinal) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
