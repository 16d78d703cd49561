using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Sets fields of a claim from the words of a person.</summary>
/// <param name="reading">The reading of the text, rulings applied.</param>
/// <param name="snapshot">The record, for actors whom the text does not name.</param>
internal sealed class FieldSetter(DocumentReading reading, RecordSnapshot snapshot)
{
    private static readonly ImmutableArray<(string Name, Func<FieldSetter, Claim, string, Claim> Set)> Fields =
    [
        ("by", (f, claim, value) => claim with { By = f.Actor(value) }),
        ("holder", (f, claim, value) => claim with { Holder = f.Actor(value) }),
        ("to", (f, claim, value) => claim with { To = f.Actors(value) }),
        ("participants", (f, claim, value) => claim with { Participants = f.Actors(value) }),
        ("about", (f, claim, value) => claim with { About = f.Actors(value) }),
        ("what", (f, claim, value) => claim with { What = f.Words(claim, "what", value) }),
        ("if", (f, claim, value) => claim with { If = f.Words(claim, "if", value) }),
        ("then", (f, claim, value) => claim with { Then = f.Words(claim, "then", value) }),
        ("consequence", (f, claim, value) => claim with { Consequence = f.Words(claim, "consequence", value) }),
        ("time", (f, claim, value) => claim with { Time = f.Words(claim, "time", value) }),
        ("cue", (f, claim, value) => claim with { Cue = f.Words(claim, "cue", value) }),
        ("content", (f, claim, value) => claim with { Content = [.. Split(value).Select(v => f.Span(v, f.Whole, "content"))] }),
        ("due", (_, claim, value) => claim with { Due = Date("due", value) }),
        ("when", (_, claim, value) => claim with { When = Date("when", value) }),
        ("where", (_, claim, value) => claim with { Where = value.Length == 0 ? null : value }),
        ("kind", (_, claim, value) => claim with { Kind = value.Length == 0 ? null : value }),
        ("form", (_, claim, value) => claim with { Form = OneOf<MeetingForm>("form", value) }),
        ("level", (_, claim, value) => claim with { Level = OneOf<MeetingLevel>("level", value) }),
        ("format", (_, claim, value) => claim with { Format = OneOf<MeetingFormat>("format", value) }),
        ("status", (_, claim, value) => claim with { Status = OneOf<ClaimStatus>("status", value) }),
        ("quoted", (_, claim, value) => claim with { Quoted = OneOf<Quotation>("quoted", value) }),
        ("polarity", (_, claim, value) => claim with { Polarity = OneOf<Polarity>("polarity", value) ?? Polarity.Positive }),
        ("modality", (_, claim, value) => claim with { Modality = OneOf<Modality>("modality", value) ?? Modality.Certain }),
        ("voice", (_, claim, value) => claim with { Voice = OneOf<Voice>("voice", value) ?? throw new RulingException("voice: name one of " + string.Join(", ", EnumSpelling.All<Voice>()) + ".") }),
        ("quantities", (_, claim, value) => claim with { Quantities = [.. Split(value).Select(Amount)] }),
    ];

    private readonly List<Actor> _actors = [.. reading.Actors];

    private TextSpan Whole => new(0, reading.Document.Text.Length);

    /// <summary>The claim with one field set; an empty value clears it. Throws <see cref="RulingException"/>.</summary>
    internal Claim Set(Claim claim, string field, string value)
    {
        foreach (var (name, set) in Fields)
            if (name == field) return set(this, claim, value);
        throw new RulingException(field is "type" or "evidence" or "trigger"
            ? $"{field} is what a claim is known by: reject it and add another."
            : $"There is no field “{field}”; it is one of {string.Join(", ", Fields.Select(f => f.Name))}.");
    }

    /// <summary>Where words stand: within a span, else anywhere in the text; or the offsets <c>START-END</c>. Throws <see cref="RulingException"/> where they stand nowhere or twice.</summary>
    internal TextSpan Span(string words, TextSpan within, string field)
    {
        var text = reading.Document.Text;
        if (words.Split('-') is [var from, var to] && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end))
            return start < end && end <= text.Length ? new(start, end) : throw new RulingException(string.Create(CultureInfo.InvariantCulture, $"{field}: the text has {text.Length} characters; {words} does not lie in it."));
        var inside = text.IndexOf(words, within.Start, within.Length, StringComparison.Ordinal);
        var (at, last) = inside >= 0 ? (inside, text.LastIndexOf(words, within.End - 1, within.Length, StringComparison.Ordinal)) : (text.IndexOf(words, StringComparison.Ordinal), text.LastIndexOf(words, StringComparison.Ordinal));
        if (at < 0) throw new RulingException($"{field}: the text does not hold “{words}”. Copy the words as they stand there.");
        return at == last ? new(at, at + words.Length) : throw new RulingException(string.Create(CultureInfo.InvariantCulture, $"{field}: “{words}” stands there more than once; give more words, or offsets such as {at}-{at + words.Length}."));
    }

    /// <summary>Those to whom the fields of claims refer, and their owners.</summary>
    internal ImmutableArray<Actor> Named(params ReadOnlySpan<Claim?> claims)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in claims)
            if (claim is not null) ids.UnionWith([.. claim.To, .. claim.Participants, .. claim.About, claim.By ?? "", claim.Holder ?? ""]);
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var actor in _actors)
                if (ids.Contains(actor.Id) && actor.Of is { } of) grown |= ids.Add(of);
        }

        return [.. _actors.Where(a => ids.Contains(a.Id)).Select(a => a with { Mentions = [] })];
    }

    /// <summary>Actors of a record by key, name or spelling.</summary>
    internal static IEnumerable<RecordActor> Called(RecordSnapshot snapshot, string name)
    {
        if (snapshot.Actors.TryGetValue(name, out var keyed)) return [keyed];
        var named = snapshot.Actors.Values.Where(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count > 0 ? named : snapshot.Actors.Values.Where(a => a.SurfaceForms.Contains(name, StringComparer.OrdinalIgnoreCase)).OrderBy(a => a.Key, StringComparer.Ordinal);
    }

    private TextSpan? Words(Claim claim, string field, string value) => value.Length == 0 ? null : Span(value, claim.Evidence, field);

    private static Edtf? Date(string field, string value) =>
        value.Length == 0 ? null : Edtf.Parse(value) ?? throw new RulingException($"{field}: “{value}” is no date; write one such as 2025-08-22, 2025-08, or 2025-08-20/2025-08-24.");

    private static T? OneOf<T>(string field, string value) where T : struct, Enum =>
        value.Length == 0 ? null : EnumSpelling.TryParse<T>(value, out var known) ? known : throw new RulingException($"{field}: “{value}” is not one of {string.Join(", ", EnumSpelling.All<T>())}.");

    private string? Actor(string name) => name.Length == 0 ? null : ActorId(name);

    private string ActorId(string name)
    {
        if (name == Domain.Actor.Narrator) return name;
        if (_actors.Find(a => a.Id == name || a.World == name || a.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known) return known.Id;
        var spelled = _actors.Where(a => a.Mentions.Any(m => m.Slice(reading.Document.Text).Equals(name, StringComparison.OrdinalIgnoreCase))).Take(2).ToList();
        if (spelled is [var only]) return only.Id;
        if (Called(snapshot, name).Take(2).ToList() is [var elsewhere]) return Add(elsewhere.Name, elsewhere.Kind, snapshot.Actors.ContainsKey(name) && elsewhere.Key.Contains('-', StringComparison.Ordinal) ? elsewhere.Key : null);
        if (name.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && EnumSpelling.TryParse<ActorKind>(name[..colon], out var kind)) return Add(name[(colon + 1)..].Trim(), kind, null);
        throw new RulingException($"Nobody is called “{name}” in the record; to name somebody new, write what it is before the name: person:{name}, state:{name}, organisation:{name} or group:{name}.");
    }

    private string Add(string name, ActorKind kind, string? world)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"p{_actors.Count + 1}");
        while (_actors.Exists(a => a.Id == id)) id += "x";
        _actors.Add(new() { Id = id, Name = name, Kind = kind, World = world });
        return id;
    }

    private ImmutableArray<string> Actors(string value) => [.. Split(value).Select(ActorId)];

    private static string[] Split(string value) => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static Quantity Amount(string words) =>
        words.Split(' ', 2) is [var number, var unit] && decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? new(value, unit)
            : throw new RulingException($"quantities: “{words}” is no number with a unit; write 574 drones; 40 missiles.");
}
