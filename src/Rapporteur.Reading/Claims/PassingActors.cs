namespace Rapporteur.Reading;

/// <summary>Leaves out the actors without a name that no claim, attribution or facet has a use for.</summary>
internal static class PassingActors
{
    /// <summary>The document without them and their mentions.</summary>
    public static AnnotatedDocument LeaveOut(AnnotatedDocument document)
    {
        if (document.Passing.IsEmpty) return document;
        var idle = document.Passing.ToHashSet(StringComparer.Ordinal);
        foreach (var claim in document.Claims)
        {
            if (claim.By is { } by) idle.Remove(by);
            if (claim.Holder is { } holder) idle.Remove(holder);
            idle.ExceptWith(claim.To);
            idle.ExceptWith(claim.About);
            idle.ExceptWith(claim.Participants);
        }

        foreach (var attribution in document.Attributions)
            if (attribution.Source is { } source) idle.Remove(source);
        foreach (var facet in document.Facets)
        {
            if (facet.Holder is { } teller) idle.Remove(teller);
            foreach (var field in facet.Fields) idle.ExceptWith(field.Actors);
        }

        // Whoever stays keeps those whose he is, and they theirs.
        while (document.Actors.Any(actor => actor.Of is { } of && !idle.Contains(actor.Id) && idle.Remove(of)))
        {
        }

        if (idle.Count == 0) return document with { Passing = [] };
        return document with
        {
            Actors = document.Actors.RemoveAll(actor => idle.Contains(actor.Id)),
            Mentions = document.Mentions.RemoveAll(mention => idle.Contains(mention.ActorId)),
            Allusions = document.Allusions.RemoveAll(allusion => idle.Contains(allusion.ActorId)),
            Passing = [],
        };
    }
}
