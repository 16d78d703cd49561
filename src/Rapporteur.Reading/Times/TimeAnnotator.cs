using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds the time expressions of a text and works out their values against the day of publication; works out that day from the text where nobody gave it.
/// Uses tags where there are some and does without where there are none. Pure and thread-safe: for another day of publication, run it again.</summary>
public sealed class TimeAnnotator : IAnnotator
{
    private readonly TimeGrammar _grammar;
    private readonly bool _timeMl;

    /// <summary>An annotator with the rules of a data folder.</summary>
    /// <param name="data">Folder with <c>times/</c>.</param>
    /// <param name="timeMl">Whether to mark also what only TimeML marks ("now", "recently"); false by default.</param>
    public TimeAnnotator(DataFolder data, bool timeMl = false)
    {
        _grammar = TimeGrammar.Load(data);
        _timeMl = timeMl;
        // Whoever reads a document names words and classes; the first, empty one makes them all known before several threads ask.
        Annotate(new AnnotatedDocument { Source = new SourceDocument { Id = "", TextId = "", Source = "", Text = "." } });
        _grammar.Vocabulary.Freeze();
    }

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Requires { get; } = [Annotation.Tokens, Annotation.Syntax];

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Provides { get; } = [Annotation.Times];

    /// <inheritdoc/>
    public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default)
    {
        var matcher = new TimeMatcher(_grammar, document.Text, _timeMl);
        var source = document.Source;
        var dayFirst = FigureOrder.DayFirst(matcher.Words, document.Text);
        if (source.Published.Basis == DateBasis.Unknown)
        {
            var hints = new DatingHints();
            var dates = Read(matcher, document, null, dayFirst, hints, null, cancel);
            source = source with { Published = PublicationDating.Infer(source, dates, hints) };
            document = document with { Source = source };
            if (source.Published.Anchor is null) return document with { Times = dates };
        }

        var anchor = source.Published.Anchor is { } day && TimeFrame.IsOrdinary(day) ? day : (DateOnly?)null;
        var events = new EventTimes();
        var times = Read(matcher, document, anchor, dayFirst, null, events, cancel);
        // Days of events may stand behind the words that count from them.
        if (!events.IsEmpty && times.Any(time => time.Type == TimeType.Duration)) times = Read(matcher, document, anchor, dayFirst, null, events, cancel);
        return document with { Times = times };
    }

    // Days that the text itself tells of as past or as to come go into <c>hints</c>.
    private ImmutableArray<TimeExpression> Read(TimeMatcher matcher, AnnotatedDocument document, DateOnly? anchor, bool? dayFirst, DatingHints? hints, EventTimes? events, CancellationToken cancel)
    {
        var frame = new TimeFrame(document, matcher.Words, _grammar.Vocabulary, anchor) { DayFirst = dayFirst, TimeMl = _timeMl, Events = events };
        var relations = new TimeRelations(document.Text, matcher.Words, _grammar.Vocabulary);
        var times = ImmutableArray.CreateBuilder<TimeExpression>();
        matcher.Each(
            match =>
            {
                frame.Outer = match;
                frame.Relation = relations.Of(match);
                if (TimeFunctions.Value(match, frame) is not { } value) return false;
                events?.Add(match, value, frame);
                var span = new TextSpan(matcher.Words[match.First].Start, matcher.Words[match.End - 1].BareEnd);
                frame.Remember(value, match.Rule.Id, span.End, frame.Relation);
                var time = new TimeExpression(span, value.Type, value.Value, match.Rule.Id) { Relation = frame.Relation, Timex = value.Timex };
                times.Add(time);
                hints?.Add(time, document.Text, frame.Tense(match));
                return true;
            },
            cancel);
        return times.ToImmutable();
    }
}
