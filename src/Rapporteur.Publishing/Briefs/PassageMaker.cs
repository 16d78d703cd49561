using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Makes the passage of a claim: its sentence with the words that the line rests on.</summary>
internal static class PassageMaker
{
    private const int TitleLength = 36;

    /// <summary>The passage of a claim.</summary>
    /// <param name="recorded">The claim.</param>
    /// <param name="day">The brief's day; the label leaves out its year.</param>
    public static Passage Of(RecordedClaim recorded, DateOnly? day)
    {
        var claim = recorded.Claim;
        var document = recorded.Document;
        var evidence = recorded.Evidence.Span;
        var spans = Spans(claim).Where(s => !s.IsEmpty).ToImmutableArray();
        var inside = Merge(spans.Where(evidence.Contains));
        return new()
        {
            Id = Key(recorded),
            Claim = claim.Id,
            Document = document,
            Label = Label(document, day),
            Evidence = recorded.Evidence,
            Marked = inside.IsEmpty ? [evidence.Contains(claim.Trigger) && !claim.Trigger.IsEmpty ? claim.Trigger : evidence] : inside,
            Before = Cite(document, recorded.Before),
            After = Cite(document, recorded.After),
            Further = [.. Merge(spans.Where(s => !evidence.Contains(s))).Select(s => Cite(document, s)!)],
        };
    }

    /// <summary>The passage of a facet.</summary>
    /// <param name="recorded">The facet.</param>
    /// <param name="day">The brief's day; the label leaves out its year.</param>
    public static Passage Of(RecordedFacet recorded, DateOnly? day)
    {
        var evidence = recorded.Evidence.Span;
        var inside = Merge(recorded.Facet.Spans.Append(recorded.Facet.Trigger).Where(s => !s.IsEmpty && evidence.Contains(s)));
        return new()
        {
            Id = Key(recorded),
            Claim = recorded.Facet.Id,
            Document = recorded.Document,
            Label = Label(recorded.Document, day),
            Evidence = recorded.Evidence,
            Marked = inside.IsEmpty ? [evidence] : inside,
            Before = Cite(recorded.Document, recorded.Before),
            After = Cite(recorded.Document, recorded.After),
        };
    }

    /// <summary>Key of a facet across documents.</summary>
    public static string Key(RecordedFacet recorded) => "f-" + ContentHash.Key(recorded.Document.TextId, recorded.Facet.Id)[..12];

    /// <summary>Key of a claim across documents.</summary>
    public static string Key(RecordedClaim recorded) => "c-" + ContentHash.Key(recorded.Document.TextId, recorded.Claim.Id)[..12];

    /// <summary>Short name of a document on markers: publisher, else file name, and date without the year of the brief's day.</summary>
    public static string Label(SourceDocument document, DateOnly? day)
    {
        var date = document.Published.Value switch
        {
            { IsDay: true, Earliest: { } published } when published.Year == day?.Year => DateWords.WithoutYear(published),
            { IsUnknown: false } published => DateWords.Of(published),
            _ => Words.Of("header.undated"),
        };
        return $"{Name(document)}, {date}";
    }

    /// <summary>Publisher, else the host of an address, else the title, else the file name without folder and extension.</summary>
    public static string Name(SourceDocument document)
    {
        if (!string.IsNullOrWhiteSpace(document.Publisher)) return Quoting.Cut(Quoting.Clean(document.Publisher), 40);
        var source = Quoting.Clean(document.Source);
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return Quoting.Cut(address.Host, 40);
        if (!string.IsNullOrWhiteSpace(document.Title)) return Quoting.Cut(Quoting.Clean(document.Title), TitleLength);
        var name = source[(source.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.LastIndexOf('.');
        if (dot > 0 && name.Length - dot <= 6) name = name[..dot];
        return name.Length == 0 ? Words.Of("header.source") : name.Length <= 22 ? name : name[..21] + "…";
    }

    private static Citation? Cite(SourceDocument document, TextSpan? span) =>
        span is { IsEmpty: false } s ? new(document.TextId, s, s.Slice(document.Text)) : null;

    private static IEnumerable<TextSpan> Spans(Claim claim)
    {
        foreach (var content in claim.Content) yield return content;
        if (claim.Cue is { } cue) yield return cue;
        if (claim.What is { } what) yield return what;
        if (claim.If is { } condition) yield return condition;
        if (claim.Then is { } then) yield return then;
        if (claim.Time is { } time) yield return time;
        if (claim.Consequence is { } consequence) yield return consequence;
    }

    /// <summary>Spans in order, those that touch made one.</summary>
    public static ImmutableArray<TextSpan> Merge(IEnumerable<TextSpan> spans)
    {
        var merged = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans.Order())
            if (merged.Count > 0 && span.Start <= merged[^1].End) merged[^1] = merged[^1].Cover(span);
            else merged.Add(span);
        return merged.ToImmutable();
    }
}
