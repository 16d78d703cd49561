using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads the tab-separated files of <c>data/world</c>.</summary>
internal static class WorldFiles
{
    public static IEnumerable<WorldEntry> Read(DataFolder data)
    {
        foreach (var field in Rows(data, "world/states.tsv", 9))
            yield return new WorldEntry
            {
                Slug = field[0],
                Name = field[1],
                Kind = ActorKind.State,
                Status = field[3],
                OtherNames = List(field[4]),
                Adjectives = List(field[5]),
                People = List(field[6]),
                Capitals = List(field[7]),
                Seats = List(field[8]),
            };
        foreach (var field in Rows(data, "world/bodies.tsv", 6))
            yield return new WorldEntry
            {
                Slug = field[0],
                Name = field[1],
                Kind = field[2] == "group" ? ActorKind.Group : ActorKind.Organisation,
                OtherNames = List(field[3]),
                Of = field[4].Length > 0 ? field[4] : null,
                Seats = List(field[5]),
            };
        foreach (var field in Rows(data, "world/persons.tsv", 6))
        {
            var posts = List(field[5]).Select(Post).ToImmutableArray();
            yield return new WorldEntry
            {
                Slug = field[0],
                Name = field[1],
                Kind = ActorKind.Person,
                OtherNames = List(field[2]),
                ShortName = field[3],
                Gender = field[4],
                Posts = posts,
                Of = posts.IsEmpty ? null : posts[^1].Of,
            };
        }
    }

    public static IEnumerable<string[]> Rows(DataFolder data, string path, int columns)
    {
        foreach (var line in data.Lines(path))
        {
            var field = line.Split('\t');
            if (field.Length != columns) throw new InvalidDataException($"{path}: {columns} columns expected, {field.Length} found in \"{line}\".");
            yield return field;
        }
    }

    private static ImmutableArray<string> List(string field) =>
        field.Length == 0 ? [] : [.. field.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static Post Post(string text)
    {
        var at = text.IndexOf('@');
        var colon = text.IndexOf(':', at);
        var slash = text.IndexOf('/', colon);
        return new Post(text[..at], text[(at + 1)..colon], Day(text[(colon + 1)..slash]), slash + 1 < text.Length ? Day(text[(slash + 1)..]) : null);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
