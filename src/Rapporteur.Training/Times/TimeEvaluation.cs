using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Measures time reading against annotated articles and against TimeML corpora. Which annotators run is the caller's choice, so that figures with and without syntax can be compared.</summary>
public static class TimeEvaluation
{
    private const int Around = 40;
    private const int LongestDateline = 400;

    /// <summary>Figures over annotated articles: spans paired one to one by intersection over union; a value is right when its EDTF bounds are equal.</summary>
    /// <param name="articles">Folder with one JSON a document.</param>
    /// <param name="texts">Folder with the texts.</param>
    /// <param name="read">Reads a document; the last annotator has to be a <see cref="TimeAnnotator"/>.</param>
    public static TimeScores Articles(string articles, string texts, Func<SourceDocument, AnnotatedDocument> read) =>
        Score(GoldTimes.Articles(articles, texts), read, (gold, found) => DateBounds.Of(gold.Value) == DateBounds.Of(found.Value), false);

    /// <summary>Figures over TimeML files (<c>.tml</c>, below the folder at any depth): each document's creation time is its day of publication. A value is right when the TIMEX3 spelling
    /// is equal after <see cref="TimexValue.Normal"/>; prepositions at the start of a span are taken off, since TimeML leaves them out.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="read">Reads a document; the last annotator has to be a <see cref="TimeAnnotator"/> that reads for TimeML.</param>
    /// <param name="half">0 for the first, third, fifth … document in the order of paths, whose errors may be read one by one; 1 for the others, which are only run; null for all.</param>
    public static TimeScores TimeMl(string folder, Func<SourceDocument, AnnotatedDocument> read, int? half = null) =>
        Score(TimeMlCorpus.Read(folder).Where((_, index) => half is null || index % 2 == half), read, (gold, found) => TimexValue.Normal(gold.Value) == TimexValue.Normal(found.Timex), true);

    private static TimeScores Score(IEnumerable<GoldTimes> documents, Func<SourceDocument, AnnotatedDocument> read, Func<TimeExpression, TimeExpression, bool> same, bool bare)
    {
        var (count, strict, overlap, value, type) = (0, new Tally(), new Tally(), new Tally(), new Tally());
        var details = new List<TimeDifference>();
        foreach (var document in documents)
        {
            count++;
            var found = read(document.Source).Times.ToList();
            RemoveDateline(document, found);
            var spans = found.ConvertAll(time => bare ? TimexValue.Bare(time.Span, document.Source.Text) : time.Span);
            var pairs = Assignment.Best(document.Times.Count, spans.Count, (i, j) => document.Times[i].Span.IntersectionOverUnion(spans[j]));
            var (goldCount, foundCount) = (document.Times.Count, found.Count);
            strict += new Tally(pairs.Count(pair => document.Times[pair.Row].Span == spans[pair.Column]), goldCount, foundCount);
            overlap += new Tally(pairs.Count, goldCount, foundCount);
            value += new Tally(pairs.Count(pair => same(document.Times[pair.Row], found[pair.Column])), goldCount, foundCount);
            type += new Tally(pairs.Count(pair => document.Times[pair.Row].Type == found[pair.Column].Type), goldCount, foundCount);
            details.AddRange(Differences(document, found, spans, pairs, same));
        }

        return new(count, strict, overlap, value, type, details);
    }

    private static void RemoveDateline(GoldTimes document, List<TimeExpression> found)
    {
        if (document.Dateline.Length == 0) return;
        var at = found.FindIndex(time => time.Span.Start < LongestDateline && time.Span.Slice(document.Source.Text) == document.Dateline && !document.Times.Any(gold => gold.Span.Overlaps(time.Span)));
        if (at >= 0) found.RemoveAt(at);
    }

    private static IEnumerable<TimeDifference> Differences(GoldTimes document, List<TimeExpression> found, List<TextSpan> spans, List<(int Row, int Column)> pairs, Func<TimeExpression, TimeExpression, bool> same)
    {
        var text = document.Source.Text;
        var all = new List<(int At, TimeDifference Difference)>();
        string Gold(TimeExpression time) => $"{time.Span.Slice(text)} = {time.Value}";
        string Read(int index) => string.Create(CultureInfo.InvariantCulture, $"{spans[index].Slice(text)} = {found[index].Value} ({found[index].Timex}, {found[index].Rule})");
        foreach (var (left, right) in pairs)
        {
            var gold = document.Times[left];
            all.Add((gold.Span.Start, new(document.Source.Source, Gold(gold), Read(right), Context(text, gold.Span), same(gold, found[right]), same(gold, found[right]) ? "" : $"value    {found[right].Rule}")));
        }

        for (var i = 0; i < document.Times.Count; i++)
            if (!pairs.Exists(pair => pair.Row == i)) all.Add((document.Times[i].Span.Start, new(document.Source.Source, Gold(document.Times[i]), null, Context(text, document.Times[i].Span), false, $"missed   {document.Times[i].Type}")));
        for (var i = 0; i < found.Count; i++)
            if (!pairs.Exists(pair => pair.Column == i)) all.Add((spans[i].Start, new(document.Source.Source, null, Read(i), Context(text, spans[i]), false, $"surplus  {found[i].Rule}")));
        return all.OrderBy(item => item.At).Select(item => item.Difference);
    }

    private static string Context(string text, TextSpan span)
    {
        var (from, to) = (Math.Max(0, span.Start - Around), Math.Min(text.Length, span.End + Around));
        return $"{text[from..span.Start]}[{span.Slice(text)}]{text[span.End..to]}".ReplaceLineEndings(" ");
    }
}
