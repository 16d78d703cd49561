using System.Collections.Frozen;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Actors of a record in few bytes.</summary>
internal static class ActorForm
{
    internal static void Write(CompactWriter to, IReadOnlyCollection<RecordActor> actors)
    {
        to.Number(actors.Count);
        foreach (var actor in actors.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            to.Word(actor.Key);
            to.Word(actor.Name);
            to.Number((int)actor.Kind);
            to.Word(actor.Role);
            to.Word(actor.Of);
            to.Word(actor.Party);
            to.Flag(actor.IsMedium);
            to.Words(actor.SurfaceForms);
        }
    }

    internal static FrozenDictionary<string, RecordActor> Read(CompactReader from) => ActorMerge.Frozen(from.Each(static r => new RecordActor
    {
        Key = r.Known(),
        Name = r.Known(),
        Kind = (ActorKind)r.Number(),
        Role = r.Word(),
        Of = r.Word(),
        Party = r.Word(),
        IsMedium = r.Flag(),
        SurfaceForms = r.Words(),
    }));
}
