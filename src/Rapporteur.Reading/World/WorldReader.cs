using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads folders of world files one over the other: a later folder adds entries and changes those of an earlier one.
/// In a changed entry an empty column keeps what is there, "+" before a list adds to it, "-" alone empties it, anything else replaces it.</summary>
internal sealed class WorldReader
{
    private static readonly string[] Statuses = ["member", "observer", "disputed", "associated", "autonomous", "former"];
    private static readonly string[] Classes =
        ["agency", "armed", "authority", "charity", "church", "company", "court", "force", "grouping", "institute", "international", "medium", "ministry", "mission", "parliament", "party"];

    private readonly List<WorldProblem> problems = [];
    private readonly List<WorldRow> owned = [];
    private readonly Dictionary<string, (WorldEntry Entry, WorldRow Row)> states = new(StringComparer.Ordinal), bodies = new(StringComparer.Ordinal), persons = new(StringComparer.Ordinal);

    /// <summary>Lines of <c>places.tsv</c>: the place and the slug of its state.</summary>
    public List<(string Place, string Slug)> Places { get; } = [];

    /// <summary>Names that are ordinary words as well.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Names that several entries bear, and the slug of the one that they mean by themselves.</summary>
    public Dictionary<string, string> Shared { get; } = new(StringComparer.Ordinal);

    /// <summary>Words for offices.</summary>
    public Offices Offices { get; } = new();

    /// <summary>All entries: states, bodies, persons, each in the order of their slugs.</summary>
    public IEnumerable<WorldEntry> Entries => new[] { states, bodies, persons }.SelectMany(table => table.Values.Select(value => value.Entry).OrderBy(entry => entry.Slug, StringComparer.Ordinal));

    public void Add(string folder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in WorldTable.States.Read(folder, problems)) Put(states, row, seen, State);
        foreach (var row in WorldTable.Bodies.Read(folder, problems)) Put(bodies, row, seen, Body);
        foreach (var row in WorldTable.Persons.Read(folder, problems)) Put(persons, row, seen, Person);
        foreach (var row in WorldTable.Places.Read(folder, problems))
        {
            if (row[0].Length == 0) problems.Add(row.Problem("The place has no name."));
            Places.RemoveAll(place => place.Place == row[0]);
            Places.Add((row[0], row[1]));
            owned.Add(row);
        }

        foreach (var row in WorldTable.Offices.Read(folder, problems)) Offices.Add(row, problems);
        foreach (var row in WorldTable.Words.Read(folder, problems)) Words.Add(row[0]);
        foreach (var row in WorldTable.Shared.Read(folder, problems))
        {
            Shared[row[0]] = row[1];
            owned.Add(row);
        }
    }

    /// <summary>Throws <see cref="WorldException"/> where a line was wrong or names an owner that is nowhere.</summary>
    public void Check()
    {
        foreach (var (entry, row) in bodies.Values)
            if (entry.Of is { } of) Known(of, row);
        foreach (var (entry, row) in persons.Values)
            foreach (var post in entry.Posts) Known(post.Of, row);
        foreach (var row in owned)
            if (row[1].Length > 0) Known(row[1], row);
        if (problems.Count > 0) throw new WorldException([.. problems]);
    }

    private void Known(string slug, WorldRow row)
    {
        if (!states.ContainsKey(slug) && !bodies.ContainsKey(slug) && !persons.ContainsKey(slug)) problems.Add(row.Problem($"\"{slug}\" is the slug of no state, body or person."));
    }

    private void Put(Dictionary<string, (WorldEntry Entry, WorldRow Row)> table, WorldRow row, HashSet<string> seen, Func<WorldRow, WorldEntry?, WorldEntry?> read)
    {
        var slug = row[0];
        if (slug.Length == 0 || !slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            problems.Add(row.Problem($"\"{slug}\" is no slug: small letters a to z, digits and hyphens."));
        else if (!seen.Add(slug))
            problems.Add(row.Problem($"The slug {slug} stands twice."));
        else if (new[] { states, bodies, persons }.Any(other => other != table && other.ContainsKey(slug)))
            problems.Add(row.Problem($"The slug {slug} is that of an entry of another kind."));
        else if (read(row, table.TryGetValue(slug, out var there) ? there.Entry : null) is { } entry)
            table[slug] = (entry, row);
    }

    private WorldEntry? State(WorldRow row, WorldEntry? old)
    {
        if (row[3].Length > 0 && !Statuses.Contains(row[3])) problems.Add(row.Problem($"\"{row[3]}\" is no status; one of {string.Join(", ", Statuses)}."));
        if (!Named(row, old, 1, "name") || !Named(row, old, 3, "status") || !Named(row, old, 9, "source")) return null;
        return new WorldEntry
        {
            Slug = row[0],
            Name = Text(row[1], old?.Name)!,
            Official = Text(row[2], old?.Official),
            Kind = ActorKind.State,
            Status = Text(row[3], old?.Status),
            OtherNames = List(row[4], old?.OtherNames),
            Adjectives = List(row[5], old?.Adjectives),
            People = List(row[6], old?.People),
            Capitals = List(row[7], old?.Capitals),
            Seats = List(row[8], old?.Seats),
            Source = Text(row[9], old?.Source)!,
        };
    }

    private WorldEntry? Body(WorldRow row, WorldEntry? old)
    {
        if (row[2] is not ("" or "organisation" or "group")) problems.Add(row.Problem($"\"{row[2]}\" is no kind; organisation or group."));
        if (row[3].Length > 0 && !Classes.Contains(row[3])) problems.Add(row.Problem($"\"{row[3]}\" is no class; one of {string.Join(", ", Classes)}."));
        if (!Named(row, old, 1, "name") || !Named(row, old, 2, "kind") || !Named(row, old, 3, "class") || !Named(row, old, 7, "source")) return null;
        return new WorldEntry
        {
            Slug = row[0],
            Name = Text(row[1], old?.Name)!,
            Kind = row[2] switch { "group" => ActorKind.Group, "" => old!.Kind, _ => ActorKind.Organisation },
            Class = Text(row[3], old?.Class),
            OtherNames = List(row[4], old?.OtherNames),
            Of = Text(row[5], old?.Of),
            Seats = List(row[6], old?.Seats),
            Source = Text(row[7], old?.Source)!,
        };
    }

    private WorldEntry? Person(WorldRow row, WorldEntry? old)
    {
        if (row[4] is not ("" or "m" or "f")) problems.Add(row.Problem($"\"{row[4]}\" is no gender; m, f or nothing."));
        if (!Named(row, old, 1, "name") || !Named(row, old, 3, "short name") || !Named(row, old, 6, "source")) return null;
        var adds = row[5].StartsWith('+');
        var posts = (adds ? old?.Posts ?? [] : []).ToBuilder();
        foreach (var text in List(adds ? row[5][1..] : row[5], null))
            if (PostText.Parse(text, out var problem) is { } post) posts.Add(post);
            else problems.Add(row.Problem(problem));
        var held = row[5].Length == 0 && old is not null ? old.Posts : posts.ToImmutable();
        return new WorldEntry
        {
            Slug = row[0],
            Name = Text(row[1], old?.Name)!,
            Kind = ActorKind.Person,
            OtherNames = List(row[2], old?.OtherNames),
            ShortName = Text(row[3], old?.ShortName),
            Gender = Text(row[4], old?.Gender),
            Posts = held,
            Of = held.IsEmpty ? null : held[^1].Of,
            Source = Text(row[6], old?.Source)!,
        };
    }

    private bool Named(WorldRow row, WorldEntry? old, int column, string what)
    {
        if (row[column].Length > 0 || old is not null) return true;
        problems.Add(row.Problem($"A new entry has a {what}; column {column + 1} is empty."));
        return false;
    }

    private static string? Text(string field, string? old) => field switch { "" => old, "-" => null, _ => field };

    private static ImmutableArray<string> List(string field, ImmutableArray<string>? old)
    {
        if (field.Length == 0) return old ?? [];
        if (field == "-") return [];
        var adds = field[0] == '+';
        var given = (adds ? field[1..] : field).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return adds ? [.. (old ?? []).Concat(given).Distinct(StringComparer.Ordinal)] : [.. given];
    }
}
