using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Plugs;

/// <summary>A question that a program may ask. It only reads.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What it answers, for the program that asks.</param>
/// <param name="Parameters">What it takes; anything else is refused.</param>
/// <param name="Answer">The answer as one JSON object. Throws <see cref="McpRefusalException"/> with a sentence that says what to do. Called on any thread, several at a time.</param>
public sealed record McpTool(string Name, string Title, string Description, ImmutableArray<McpParameter> Parameters, Func<McpArguments, CancellationToken, string> Answer)
{
    /// <summary>The parameters as a JSON Schema.</summary>
    internal JsonElement Schema()
    {
        using var document = JsonDocument.Parse(JsonText.Object(json =>
        {
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach (var parameter in Parameters) Write(json, parameter);
            json.WriteEndObject();
            json.Strings("required", Parameters.Where(p => p.IsRequired).Select(p => p.Name));
            json.WriteBoolean("additionalProperties", false);
        }));
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, McpParameter parameter)
    {
        json.WriteStartObject(parameter.Name);
        json.WriteString("type", parameter.Kind switch { McpKind.Number => "integer", McpKind.Truth => "boolean", _ => "string" });
        json.WriteString("description", parameter.Description);
        if (!parameter.Choices.IsEmpty) json.Strings("enum", parameter.Choices);
        if (parameter.Kind == McpKind.Number)
        {
            json.WriteNumber("minimum", parameter.Least);
            if (parameter.Most < int.MaxValue) json.WriteNumber("maximum", parameter.Most);
        }

        json.WriteEndObject();
    }
}

/// <summary>A question that cannot be answered: a sentence that says what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class McpRefusalException(string message) : Exception(message);
