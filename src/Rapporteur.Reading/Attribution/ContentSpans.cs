using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Turns the tokens and quotations of a draft into the spans of its content.</summary>
internal static class ContentSpans
{
    /// <summary>Spans in text order without overlap, each without marks at its ends.</summary>
    public static ImmutableArray<TextSpan> Of(ReportContext context, ReportDraft draft)
    {
        var spans = new List<TextSpan>();
        var text = context.Document.Text;
        foreach (var passage in draft.Passages) spans.Add(Spans.Words(text, context.Passages[passage].Inner));
        AddRuns(context, draft, spans);
        spans.RemoveAll(span => span.IsEmpty);
        spans.Sort();
        var merged = ImmutableArray.CreateBuilder<TextSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && merged[^1].End > span.Start) merged[^1] = merged[^1].Cover(span);
            else merged.Add(span);
        }

        return merged.ToImmutable();
    }

    /// <summary>How much of the content stands in quotation marks.</summary>
    public static Quotation QuotedAs(ReportContext context, ImmutableArray<TextSpan> content)
    {
        var (inside, outside) = (0, 0);
        foreach (var span in content)
        {
            for (var token = context.FirstTokenAt(span.Start); token < context.Document.Tokens.Length && context.Token(token).Span.Start < span.End; token++)
            {
                if (context.IsPunctuation(token)) continue;
                if (context.PassageOf[token] >= 0) inside++;
                else outside++;
            }
        }

        return inside == 0 ? Quotation.Indirect : outside == 0 ? Quotation.Direct : Quotation.Mixed;
    }

    private static void AddRuns(ReportContext context, ReportDraft draft, List<TextSpan> spans)
    {
        var tokens = draft.Content;
        if (tokens.Count == 0) return;
        tokens.Sort();
        var start = tokens[0];
        for (var i = 1; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && IsOne(context, tokens[i - 1], tokens[i]) && !draft.Starts.Contains(tokens[i])) continue;
            spans.Add(Run(context, start, tokens[i - 1]));
            if (i < tokens.Count) start = tokens[i];
        }
    }

    private static bool IsOne(ReportContext context, int left, int right)
    {
        for (var between = left + 1; between < right; between++)
            if (!context.IsPunctuation(between)) return false;
        return true;
    }

    private static TextSpan Run(ReportContext context, int first, int last)
    {
        if (first == last && (context.IsPunctuation(first) || context.Token(first).Upos is "CCONJ" or "SCONJ")) return default;
        while (first < last && (context.IsPunctuation(first) && !Spans.IsQuote(context.FirstChar(first)) || context.Token(first).Upos == "CCONJ")) first++;
        if (first < last && context.Is(first, "that") && context.Token(first).Xpos == "IN") first++;
        var span = context.Token(first).Span.Cover(context.Token(last).Span);
        var passage = context.PassageOf[last];
        if (passage >= 0 && context.PassageOf[first] != passage && span.Start < context.Passages[passage].Inner.Start)
        {
            var end = Math.Min(context.Passages[passage].Inner.End, context.Sentence(last).Span.End);
            span = new TextSpan(span.Start, Math.Max(span.End, end));
        }

        return Spans.Words(context.Document.Text, span);
    }
}
