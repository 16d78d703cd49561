using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>Words of a text that are set off.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Class">How: <c>said</c>, <c>doubtful</c>, <c>ruled</c>, <c>rejected</c>, <c>lit</c>.</param>
/// <param name="Number">Number of the claim beside the text, set after the words; null for none.</param>
/// <param name="Claim">Key of the claim.</param>
public sealed record TextMark(TextSpan Span, string Class, int? Number = null, string? Claim = null);

/// <summary>Words that stand together in one look.</summary>
/// <param name="Words">The words.</param>
/// <param name="Class">How they are set off; null where they are not.</param>
/// <param name="Ends">Marks that end here and have a number.</param>
public sealed record TextPiece(string Words, string? Class, ImmutableArray<TextMark> Ends);

/// <summary>A sentence of a paragraph, which can be linked to.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="IsFirst">Whether the sentence begins here, and is not the rest of one from the paragraph before.</param>
/// <param name="Pieces">Its words.</param>
public sealed record TextSentence(int Start, bool IsFirst, ImmutableArray<TextPiece> Pieces);

/// <summary>A paragraph.</summary>
/// <param name="Zone">Title, summary, caption, body or furniture.</param>
/// <param name="Sentences">Its sentences.</param>
public sealed record TextParagraph(ZoneKind Zone, ImmutableArray<TextSentence> Sentences);

/// <summary>Lays a text out for the eye: paragraphs, sentences, and what is marked. Not a letter is left out but line breaks.</summary>
internal static class TextLayout
{
    /// <summary>The paragraphs of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sentences">Its sentences, sorted.</param>
    /// <param name="marks">What is marked; where marks overlap the later one wins.</param>
    public static ImmutableArray<TextParagraph> Of(SourceDocument document, ImmutableArray<TextSpan> sentences, IReadOnlyList<TextMark> marks)
    {
        var text = document.Text;
        var classes = new int[text.Length];
        for (var i = 0; i < marks.Count; i++)
            for (var at = Math.Max(0, marks[i].Span.Start); at < Math.Min(text.Length, marks[i].Span.End); at++) classes[at] = i + 1;
        var ends = marks.Where(m => m.Number is not null && !m.Span.IsEmpty).ToLookup(m => Math.Min(text.Length, m.Span.End));
        var paragraphs = ImmutableArray.CreateBuilder<TextParagraph>();
        var next = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                while (next < sentences.Length && sentences[next].End <= start) next++;
                paragraphs.Add(new(document.ZoneAt(start), Sentences(start, end, next)));
            }

            start = end + 1;
        }

        return paragraphs.ToImmutable();

        ImmutableArray<TextSentence> Sentences(int from, int to, int index)
        {
            var found = ImmutableArray.CreateBuilder<TextSentence>();
            var at = from;
            while (at < to)
            {
                while (index < sentences.Length && sentences[index].End <= at) index++;
                var stop = index < sentences.Length && sentences[index].Start < to ? (sentences[index].Start > at ? sentences[index].Start : Math.Min(to, sentences[index].End)) : to;
                // White space between sentences goes with the sentence before it.
                if (found.Count > 0 && text.AsSpan(at, stop - at).IsWhiteSpace()) found[^1] = found[^1] with { Pieces = found[^1].Pieces.AddRange(Pieces(at, stop)) };
                else found.Add(new(at, index < sentences.Length && sentences[index].Start == at, Pieces(at, stop)));
                at = stop;
            }

            return found.ToImmutable();
        }

        ImmutableArray<TextPiece> Pieces(int from, int to)
        {
            var pieces = ImmutableArray.CreateBuilder<TextPiece>();
            for (var at = from; at < to;)
            {
                var stop = at + 1;
                while (stop < to && classes[stop] == classes[at] && !ends.Contains(stop)) stop++;
                pieces.Add(new(text[at..stop], classes[at] == 0 ? null : marks[classes[at] - 1].Class, [.. ends[stop]]));
                at = stop;
            }

            return pieces.ToImmutable();
        }
    }
}
