using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>Who is named, and what each said, wants and did.</summary>
internal static class ActorsScreen
{
    private const int Size = 50;
    private const int MostOfType = 60;

    /// <summary>Registers its pages.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<ActorsPage, ActorList>("/actors", "Actors with how many claims are theirs (q=, page=).", List);
        routes.MapPage<ActorPage, ActorModel>("/actors/{key}", "One actor: names in the sources, and claims by type.", One);
    }

    private static ActorList List(Visit visit)
    {
        var all = visit.View.Each("actors", Items);
        var words = visit.Query("q");
        IReadOnlyList<ActorItem> shown = words is null ? all : [.. all.Where(a => a.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || a.Forms.Any(f => f.Contains(words, StringComparison.OrdinalIgnoreCase)))];
        return new(visit.Cut(shown, a => a, Size), words);
    }

    private static ActorItem[] Items(RecordView view)
    {
        var (by, said) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var claim in view.Snapshot.Claims)
        {
            if (claim.Claim.By is { } actor) by[actor] = by.GetValueOrDefault(actor) + 1;
            if (claim.Claim.Holder is { } holder) said[holder] = said.GetValueOrDefault(holder) + 1;
        }

        return
        [
            .. view.Snapshot.Actors.Values.Select(a => Item(view, a, by.GetValueOrDefault(a.Key), said.GetValueOrDefault(a.Key)))
                .OrderByDescending(a => a.By + a.Holds).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Key, StringComparer.Ordinal),
        ];
    }

    private static ActorItem Item(RecordView view, RecordActor actor, int by, int holds) => new(
        actor.Key, view.Listing.NameOf(actor.Key), EnumSpelling.Of(actor.Kind), actor.Role,
        actor.Of, actor.Party, actor.IsMedium, actor.SurfaceForms, by, holds);

    private static ActorModel One(Visit visit)
    {
        var (view, key) = (visit.View, visit.Route("key"));
        if (!view.Snapshot.Actors.TryGetValue(key, out var actor)) throw PageException.NotThere("This actor");
        var claims = view.Snapshot.Claims.Where(c => c.Claim.By == key || c.Claim.Holder == key).ToArray();
        var members = view.Snapshot.Actors.Values.Where(a => a.Key != key && (a.Of == key || a.Party == key)).Select(a => new MatrixSide(a.Key, view.Listing.NameOf(a.Key))).OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Key, StringComparer.Ordinal);
        return new(
            Item(view, actor, claims.Count(c => c.Claim.By == key), claims.Count(c => c.Claim.Holder == key)),
            Side(actor.Of), Side(actor.Party), [.. members.Take(Size)],
            [
                .. claims.GroupBy(c => c.Claim.Type).OrderBy(g => g.Key)
                    .Select(g => new ActorClaims(EnumSpelling.Of(g.Key), g.Count(), [.. g.OrderByDescending(c => c.Reported?.Latest ?? DateOnly.MinValue).Take(MostOfType).Select(c => ClaimItem.Of(c, view))])),
            ]);

        MatrixSide? Side(string? other) => other is not null && other != key && view.Snapshot.Actors.ContainsKey(other) ? new(other, view.Listing.NameOf(other)) : null;
    }
}

/// <summary>An actor as the list shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Person, state, organisation, group or unnamed.</param>
/// <param name="Role">Office or function; null where none is told.</param>
/// <param name="Of">Key of the state or body whose it is; null where unknown.</param>
/// <param name="Party">Key of the side on which it stands; null for none.</param>
/// <param name="IsMedium">Whether it is a newspaper, agency or broadcaster.</param>
/// <param name="Forms">Spellings in the sources.</param>
/// <param name="By">How many claims tell what it does.</param>
/// <param name="Holds">How many claims rest on its word for what another does.</param>
public sealed record ActorItem(string Key, string Name, string Kind, string? Role, string? Of, string? Party, bool IsMedium, ImmutableArray<string> Forms, int By, int Holds);

/// <summary>Actors.</summary>
/// <param name="Actors">One page of them.</param>
/// <param name="Words">Words that a name has to hold; null for all.</param>
public sealed record ActorList(Paged<ActorItem> Actors, string? Words);

/// <summary>Claims of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Claims">The latest of them.</param>
public sealed record ActorClaims(string Type, int Count, ImmutableArray<ClaimItem> Claims);

/// <summary>One actor.</summary>
/// <param name="Actor">Who it is.</param>
/// <param name="Of">The state or body whose it is.</param>
/// <param name="Party">The side on which it stands.</param>
/// <param name="Members">Who belongs to it.</param>
/// <param name="Claims">Claims by type.</param>
public sealed record ActorModel(ActorItem Actor, MatrixSide? Of, MatrixSide? Party, ImmutableArray<MatrixSide> Members, ImmutableArray<ActorClaims> Claims);
