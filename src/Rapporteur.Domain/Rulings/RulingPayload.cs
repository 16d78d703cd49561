using System.Collections.Immutable;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>What a ruling says beyond its verdict, as it lies in <see cref="Ruling.Payload"/>.</summary>
public sealed record RulingPayload
{
    /// <summary>Why, in the words of the author; null where none were given.</summary>
    public string? Reason { get; init; }

    /// <summary>The date, state, grade or remark of a verdict that has one.</summary>
    public string? Value { get; init; }

    /// <summary>How likely the author of a remark holds what it says; null where he judges no likelihood.</summary>
    public Likelihood? Likelihood { get; init; }

    /// <summary>How much the author of a remark trusts its basis; null where none is given.</summary>
    public AnalyticalConfidence? Confidence { get; init; }

    /// <summary>The claim as it should read; its actor fields hold ids of <see cref="Actors"/>.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The claim as the reader had it; null for one that was added.</summary>
    public Claim? Read { get; init; }

    /// <summary>Fingerprint of the reader of <see cref="Read"/>.</summary>
    public string? Reader { get; init; }

    /// <summary>Those to whom the fields of both claims refer, by name: ids of a reading do not outlive it.</summary>
    public ImmutableArray<Actor> Actors { get; init; } = [];

    /// <summary>The payload as a JSON object, keys in a fixed order.</summary>
    public string Write() => JsonText.Object(json =>
    {
        if (Reason is not null) json.WriteString("reason", Reason);
        if (Value is not null) json.WriteString("value", Value);
        if (Likelihood is { } likely) json.WriteString("likelihood", EnumSpelling.Of(likely));
        if (Confidence is { } trust) json.WriteString("confidence", EnumSpelling.Of(trust));
        if (!Actors.IsEmpty) ActorJson.Write(json, Actors);
        Write(json, "claim", Claim);
        Write(json, "read", Read);
        if (Reader is not null) json.WriteString("reader", Reader);
    });

    /// <summary>Reads a payload; null where it is none, or where its spans do not lie in the text.</summary>
    /// <param name="payload">A JSON object.</param>
    /// <param name="text">The text to which the spans of its claims belong; empty for verdicts without a claim.</param>
    public static RulingPayload? Parse(string payload, string text = "")
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            var root = new JsonField(json.RootElement);
            var actors = root.Optional("actors") is { } list ? ActorJson.Read(list, text) : [];
            var ids = actors.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
            return new()
            {
                Reason = root.Optional("reason")?.String(),
                Value = root.Optional("value")?.String(),
                Likelihood = Word<Likelihood>(root, "likelihood"),
                Confidence = Word<AnalyticalConfidence>(root, "confidence"),
                Claim = root.Optional("claim") is { } claim ? ClaimJson.ReadOne(claim, text, ids) : null,
                Read = root.Optional("read") is { } read ? ClaimJson.ReadOne(read, text, ids) : null,
                Reader = root.Optional("reader")?.String(),
                Actors = actors,
            };
        }
        catch (Exception e) when (e is JsonException or InterchangeFault)
        {
            return null;
        }
    }

    /// <summary>What the payload decides, without the reason and without what the reader had: two rulings that agree have it in common.</summary>
    /// <param name="payload">A JSON object.</param>
    public static string Decision(string payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            string Raw(string name) => json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var field) ? field.GetRawText() : "";
            return string.Join('\u001f', Raw("value"), Raw("claim"), Raw("actors"));
        }
        catch (JsonException)
        {
            return payload;
        }
    }

    // A word of a later version says nothing to this one.
    private static T? Word<T>(JsonField root, string name) where T : struct, Enum => root.Optional(name) is { } field && EnumSpelling.TryParse<T>(field.String(), out var word) ? word : null;

    private static void Write(Utf8JsonWriter json, string name, Claim? claim)
    {
        if (claim is null) return;
        json.WritePropertyName(name);
        ClaimJson.WriteValue(json, claim, quoteFrom: null);
    }
}
