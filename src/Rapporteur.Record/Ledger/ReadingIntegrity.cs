using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Whether a reading holds together, so that nothing enters a ledger that could not be read back.</summary>
internal static class ReadingIntegrity
{
    /// <summary>What is wrong; null when nothing is.</summary>
    internal static string? Fault(DocumentReading reading)
    {
        var length = reading.Document.Text.Length;
        var actors = new HashSet<string>(StringComparer.Ordinal) { Actor.Narrator };
        foreach (var actor in reading.Actors)
            if (!actors.Add(actor.Id)) return $"the actor id \"{actor.Id}\" is not unique";
        foreach (var actor in reading.Actors)
        {
            if (actor.Of is { } of && !actors.Contains(of)) return $"the actor \"{of}\" of {actor.Id} is not listed";
            foreach (var mention in actor.Mentions)
                if (!Lies(mention, length)) return Outside($"a mention of {actor.Id}", mention);
        }

        foreach (var time in reading.Times)
            if (!Lies(time.Span, length)) return Outside("a time", time.Span);
        foreach (var claim in reading.Claims)
        {
            if (claim.Confidence is not (>= 0 and <= 1)) return $"the confidence of claim {claim.Id} is not between 0 and 1";
            foreach (var id in Roles(claim))
                if (!actors.Contains(id)) return $"the actor \"{id}\" of claim {claim.Id} is not listed";
            foreach (var span in Spans(claim))
                if (!Lies(span, length)) return Outside($"claim {claim.Id}", span);
        }

        return FacetFault(reading, actors, length);
    }

    private static string? FacetFault(DocumentReading reading, HashSet<string> actors, int length)
    {
        foreach (var facet in reading.Facets)
        {
            if (facet.Confidence is not (>= 0 and <= 1)) return $"the confidence of facet {facet.Id} is not between 0 and 1";
            foreach (var id in facet.Fields.SelectMany(field => field.Actors).Concat(facet.Holder is { } holder ? [holder] : []))
                if (!actors.Contains(id)) return $"the actor \"{id}\" of facet {facet.Id} is not listed";
            foreach (var span in facet.Spans.Append(facet.Evidence).Append(facet.Trigger))
                if (!Lies(span, length)) return Outside($"facet {facet.Id}", span);
        }

        return null;
    }

    private static IEnumerable<string> Roles(Claim claim)
    {
        if (claim.By is { } by) yield return by;
        if (claim.Holder is { } holder) yield return holder;
        foreach (var id in claim.To) yield return id;
        foreach (var id in claim.Participants) yield return id;
        foreach (var id in claim.About) yield return id;
    }

    private static IEnumerable<TextSpan> Spans(Claim claim)
    {
        yield return claim.Evidence;
        yield return claim.Trigger;
        foreach (var span in claim.Content) yield return span;
        foreach (var span in new[] { claim.Cue, claim.What, claim.If, claim.Then, claim.Consequence, claim.Time })
            if (span is { } set) yield return set;
    }

    private static bool Lies(TextSpan span, int length) => span.Start >= 0 && span.Start <= span.End && span.End <= length;

    private static string Outside(string what, TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{what} lies outside the text, at {span.Start} to {span.End}");
}
