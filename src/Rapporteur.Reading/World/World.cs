using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>What the program knows of states, bodies and persons before it reads; immutable and safe to share between threads.</summary>
public sealed class World
{
    private readonly Dictionary<string, WorldEntry> bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WorldEntry>> personsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WorldEntry>> personsByShortKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Office, string Of), List<(WorldEntry Person, Post Post)>> terms = [];
    private readonly NameIndex names;
    private readonly StateParts parts;

    private World(ImmutableArray<WorldEntry> entries, Spelling spelling, Offices offices, NameIndex names, StateParts parts)
    {
        Entries = entries;
        Spelling = spelling;
        Offices = offices;
        this.names = names;
        this.parts = parts;
        foreach (var entry in parts.Made()) bySlug.TryAdd(entry.Slug, entry);
        foreach (var entry in entries)
        {
            bySlug[entry.Slug] = entry;
            if (entry.Kind != ActorKind.Person) continue;
            Add(personsByKey, spelling.Key(entry.Name), entry);
            foreach (var name in entry.OtherNames) Add(personsByKey, spelling.Key(name), entry);
            Add(personsByShortKey, spelling.KeyWithoutArticle(entry.ShortName!), entry);
            foreach (var post in entry.Posts) AddTerm(entry, post);
        }
    }

    /// <summary>All entries: states, bodies, persons, each in the order of its file.</summary>
    public ImmutableArray<WorldEntry> Entries { get; }

    /// <summary>The rules that make spellings comparable.</summary>
    public Spelling Spelling { get; }

    /// <summary>Words for offices.</summary>
    public Offices Offices { get; }

    /// <summary>Reads <c>data/world</c> and the spelling rules. Throws <see cref="WorldException"/>, which names every wrong line.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="additions">Folders of the same files, laid over it in this order.</param>
    public static World Load(DataFolder data, params IEnumerable<string> additions)
    {
        var reader = new WorldReader();
        reader.Add(Path.Combine(data.Root, "world"));
        foreach (var folder in additions)
            if (Directory.Exists(folder)) reader.Add(folder);
            else throw new WorldException([new WorldProblem(folder, 0, "There is no such folder.")]);
        reader.Check();
        var spelling = Spelling.Load(data);
        var entries = reader.Entries.ToImmutableArray();
        return new World(entries, spelling, reader.Offices, new NameIndex(Names(entries, reader.Places, spelling), reader.Words, reader.Shared), new StateParts(data, entries));
    }

    /// <summary>The entry of a slug, or null.</summary>
    /// <param name="slug">A slug; null gives null.</param>
    public WorldEntry? Find(string? slug) => slug is not null && bySlug.TryGetValue(slug, out var entry) ? entry : null;

    /// <summary>Everything that a string, exactly as it stands, can name; empty where it is unknown.</summary>
    /// <param name="name">A name, case counts.</param>
    public IReadOnlyList<Naming> Named(string name) => names.Named(name);

    /// <summary>The longest known name that begins at an offset and ends at a word's end; null where there is none.</summary>
    /// <param name="text">A text.</param>
    /// <param name="start">Where the name has to begin.</param>
    /// <param name="end">Where the search ends.</param>
    public NameMatch? At(string text, int start, int end)
    {
        if (names.At(text, start, end) is not { } match) return null;
        if (match.Namings[0] is { Entry: { Kind: ActorKind.State } state, Sense: NameSense.Name or NameSense.Adjective } && parts.At(text, start, start + match.Length, end, state.Slug) is { } part) return part;
        return match;
    }

    /// <summary>Persons of a full name in any usual spelling, in the order of the file.</summary>
    /// <param name="name">Given name and family name.</param>
    public IReadOnlyList<WorldEntry> Persons(string name) => personsByKey.TryGetValue(Spelling.Key(name), out var found) ? found : [];

    /// <summary>Persons of a short name in any usual spelling, in the order of the file.</summary>
    /// <param name="name">A family name, or what texts use in its place.</param>
    public IReadOnlyList<WorldEntry> PersonsByShortName(string name) => personsByShortKey.TryGetValue(Spelling.KeyWithoutArticle(name), out var found) ? found : [];

    /// <summary>Who held an office on a day, in the order of the file; those whose term has an unknown end only where nobody else did.</summary>
    /// <param name="office">Office in lower case, in any of its words: "president", "defense minister".</param>
    /// <param name="of">Slug of the state or body.</param>
    /// <param name="day">The day.</param>
    public IEnumerable<WorldEntry> Holders(string office, string of, DateOnly day)
    {
        if (!terms.TryGetValue((Offices.Usual(office), of), out var all)) return [];
        var held = all.Where(term => term.Post.HeldOn(day)).ToList();
        var sure = held.Where(term => term.Post.IsBounded).ToList();
        return (sure.Count > 0 ? sure : held).Select(term => term.Person).Distinct();
    }

    /// <summary>The office that a person held on a day; null where none is known.</summary>
    /// <param name="person">A person of the world model.</param>
    /// <param name="day">The day; null asks for the last office.</param>
    public static Post? PostOf(WorldEntry person, DateOnly? day)
    {
        if (day is { } known) return person.Posts.FirstOrDefault(post => post.HeldOn(known));
        return person.Posts.LastOrDefault();
    }

    private static IEnumerable<(string, Naming)> Names(ImmutableArray<WorldEntry> entries, List<(string Place, string Slug)> places, Spelling spelling)
    {
        var bySlug = entries.ToDictionary(entry => entry.Slug, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var name in WithPlain(OwnNames(entry))) yield return (name, new Naming(entry, NameSense.Name));
            foreach (var name in entry.Adjectives)
                if (!entry.OtherNames.Contains(name) && name != entry.Name) yield return (name, new Naming(entry, NameSense.Adjective));
            foreach (var name in entry.People)
                yield return (name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name, new Naming(entry, NameSense.People));
            foreach (var name in WithPlain(entry.Capitals)) yield return (name, new Naming(entry, NameSense.Capital));
            foreach (var name in WithPlain(entry.Seats)) yield return (name, new Naming(entry, NameSense.Seat));
        }

        foreach (var place in places)
            yield return (place.Place, new Naming(place.Slug.Length > 0 ? bySlug[place.Slug] : null, NameSense.Place));

        IEnumerable<string> WithPlain(ImmutableArray<string> list)
        {
            foreach (var name in list)
            {
                yield return name;
                if (!System.Text.Ascii.IsValid(name) && Plain(name, spelling) is var plain && plain != name) yield return plain;
            }
        }
    }

    private static ImmutableArray<string> OwnNames(WorldEntry entry) =>
        entry.Official is { } official && official != entry.Name && !entry.OtherNames.Contains(official)
            ? entry.OtherNames.Insert(0, entry.Name).Add(official)
            : entry.OtherNames.Insert(0, entry.Name);

    private static string Plain(string name, Spelling spelling)
    {
        var built = new System.Text.StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var folded = spelling.Fold(letter.ToString());
            if (char.IsUpper(letter) && folded.Length > 0) built.Append(char.ToUpperInvariant(folded[0])).Append(folded.AsSpan(1));
            else built.Append(char.IsAscii(letter) ? letter.ToString() : folded);
        }

        return built.ToString();
    }

    private void AddTerm(WorldEntry person, Post post)
    {
        var key = (Offices.Usual(post.Office), post.Of);
        if (!terms.TryGetValue(key, out var list)) terms[key] = list = [];
        list.Add((person, post));
    }

    private static void Add(Dictionary<string, List<WorldEntry>> index, string key, WorldEntry entry)
    {
        if (!index.TryGetValue(key, out var list)) index[key] = list = [];
        if (!list.Contains(entry)) list.Add(entry);
    }
}
