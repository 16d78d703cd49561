using System.Collections.Immutable;
using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>The <c>actors</c> of a line.</summary>
internal static class ActorJson
{
    internal static void Write(Utf8JsonWriter json, ImmutableArray<Actor> actors)
    {
        json.WriteStartArray("actors");
        foreach (var actor in actors)
        {
            json.WriteStartObject();
            json.WriteString("id", actor.Id);
            json.WriteString("name", actor.Name);
            json.WriteString("kind", EnumSpelling.Of(actor.Kind));
            json.WriteString("role", actor.Role);
            json.WriteString("of", actor.Of);
            if (actor.World is { } world) json.WriteString("world", world);
            if (actor.IsMedium) json.WriteBoolean("medium", true);
            json.WriteStartArray("mentions");
            foreach (var mention in actor.Mentions) SpanJson.WriteValue(json, mention);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static ImmutableArray<Actor> Read(JsonField field, string text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var actors = field.Each(a => new Actor
        {
            Id = Unseen(a.Required("id"), seen),
            Name = a.Required("name").String(),
            Kind = a.Required("kind").Enum<ActorKind>(),
            Role = a.Optional("role")?.String(),
            Of = a.Optional("of")?.String(),
            World = a.Optional("world")?.String(),
            IsMedium = a.Optional("medium")?.Boolean() ?? false,
            Mentions = a.Required("mentions").Each(m => SpanJson.Read(m, text)),
        });
        for (var i = 0; i < actors.Length; i++)
            if (actors[i].Of is { } of && !seen.Contains(of)) throw new InterchangeFault($"{field.Path}[{i}].of", $"expected the id of a listed actor, found \"{of}\"");
        return actors;
    }

    private static string Unseen(JsonField field, HashSet<string> seen)
    {
        var id = field.String();
        if (id == Actor.Narrator) throw field.Fault($"expected an id other than \"{Actor.Narrator}\", which stands for the reporter");
        return seen.Add(id) ? id : throw field.Fault($"expected an id of its own, found \"{id}\" a second time");
    }
}
