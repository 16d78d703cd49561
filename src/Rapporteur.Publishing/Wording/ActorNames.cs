using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Names of actors as parts of lines.</summary>
internal sealed class ActorNames(RecordSnapshot snapshot)
{
    private Dictionary<string, ImmutableArray<string>>? _told;

    /// <summary>Name of an actor, or of the narrator.</summary>
    public TextPart Of(string key) => key == Actor.Narrator
        ? Parts.Plain(Words.Of("actor.narrator"))
        : new(PartKind.Actor, Quoting.Cut(Quoting.Clean(snapshot.NameOf(key)), 80)) { Party = PartyOf(key) };

    /// <summary>Name of who does it; says so where nobody is named.</summary>
    public TextPart By(string? key) => key is null ? Parts.Plain(Words.Of("actor.none")) : Of(key);

    /// <summary>Name as a heading.</summary>
    public TextPart Heading(string? key) => key switch
    {
        null => Parts.Plain(Words.Of("header.no-actor")),
        Actor.Narrator => Parts.Plain(Words.Of("actor.narrator-heading")),
        _ when Quantity(key) is { } words => Parts.Plain(Words.Fill("header.unnamed", ("words", words))),
        _ => Of(key),
    };

    // "some", "others": what a text calls people of whom it says nothing else.
    private string? Quantity(string key) =>
        snapshot.Actors.TryGetValue(key, out var actor) && actor.Kind == ActorKind.Unnamed && !actor.Name.Contains(' ', StringComparison.Ordinal) ? Quoting.Clean(actor.Name) : null;

    /// <summary>Whether a verb takes the plural: groups whose name is a plural, such as "European leaders" or "26 countries".</summary>
    public bool IsSeveral(string? key) =>
        key is not null && snapshot.Actors.TryGetValue(key, out var actor) && actor.Kind is (ActorKind.Group or ActorKind.Unnamed)
        && actor.Name is { Length: > 2 } name && ((name[^1] == 's' && name[^2] != 's') || char.IsAsciiDigit(name[0]) || name.Contains(" and ", StringComparison.Ordinal));

    /// <summary>Whether an actor is a person or a state, which cannot meet by itself.</summary>
    public bool IsAlone(string key) => snapshot.Actors.TryGetValue(key, out var actor) && actor.Kind is (ActorKind.Person or ActorKind.State);

    /// <summary>Names in a row; empty when there is none.</summary>
    public ImmutableArray<TextPart> All(ImmutableArray<string> keys) => keys.IsDefaultOrEmpty ? [] : Parts.Join(keys.Select(Of));

    /// <summary>Key of the party on whose side an actor stands; null where unknown.</summary>
    public string? PartyOf(string? key) => key is not null && snapshot.Actors.TryGetValue(key, out var actor) ? actor.Party : null;

    /// <summary>Whether an actor has no name, only words that describe it: "several capitals", "a Western official".</summary>
    public static bool IsDescription(RecordActor actor) =>
        actor.Kind == ActorKind.Unnamed || (actor.Kind == ActorKind.Group && !actor.Name.Split(' ').Any(w => w.Length > 0 && char.IsUpper(w[0])));

    /// <summary>Office as last reported, "foreign minister, Russia"; null where no text gives one.</summary>
    public string? OfficeOf(string key)
    {
        if (!snapshot.Actors.TryGetValue(key, out var actor)) return null;
        var of = actor.Of is { } body && body != key && snapshot.Actors.TryGetValue(body, out var owner) ? Quoting.Clean(owner.Name) : null;
        var role = string.IsNullOrWhiteSpace(actor.Role) ? null : Quoting.Cut(Quoting.Clean(actor.Role), 80);
        var office = (role, of) switch
        {
            (null, null) => null,
            ({ } r, { } o) => r.Contains(o, StringComparison.Ordinal) ? r : $"{r}, {o}",
            _ => role ?? of,
        };
        return IsDescription(actor) && Documents(key) is [var only] ? string.Join(", ", new[] { office, Words.Fill("header.told-in", ("source", only)) }.Where(t => t is not null)) : office;
    }

    // Labels of the documents in which an actor has a claim, two at most.
    private ImmutableArray<string> Documents(string key) => (_told ??= Told()).GetValueOrDefault(key, []);

    private Dictionary<string, ImmutableArray<string>> Told() => snapshot.Claims
        .SelectMany(c => new[] { c.Claim.By, c.Claim.Holder }.OfType<string>().Select(a => (Actor: a, c.Document)))
        .GroupBy(c => c.Actor, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(c => c.Document).DistinctBy(d => d.TextId).Take(2).Select(PassageMaker.Name).ToImmutableArray(), StringComparer.Ordinal);
}
