using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds who said, wrote, thought or feared what: direct, indirect and mixed quotation, nested or run on over sentences, turns of transcripts and items of lists, with source, cue, content and those spoken to.
/// Rules over dependencies and quotation marks with the lexicon of <c>data/attribution</c>; titles are read, furniture is not.</summary>
/// <param name="data">Where the lexicon lies.</param>
public sealed class AttributionAnnotator(DataFolder data) : IAnnotator
{
    private readonly CueLexicon _lexicon = CueLexicon.Load(data);
    private readonly ItemLists _lists = new(data);

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Requires { get; } = [Annotation.Tokens, Annotation.Syntax, Annotation.Actors];

    /// <inheritdoc/>
    public ImmutableArray<Annotation> Provides { get; } = [Annotation.Attributions];

    /// <inheritdoc/>
    public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Tokens.IsEmpty) return document with { Attributions = [] };
        var context = new ReportContext(document, _lexicon);
        var sources = new SourceFinder(context);
        var nouns = new NounFinder(context, sources);
        new QuoteFinder(context, sources, nouns).Visit();
        cancel.ThrowIfCancellationRequested();
        var clauses = new ClauseFinder(context, sources);
        var phrases = new PhraseFinder(context);
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Zone == ZoneKind.Furniture) continue;
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++) clauses.Visit(token);
            for (var token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                phrases.Visit(token);
                nouns.Visit(token);
            }
        }

        cancel.ThrowIfCancellationRequested();
        new ListContents(context, sources, _lists).Visit();
        new SpokenTurns(context, sources).Visit();
        foreach (var draft in context.Drafts.Values) draft.Referent = sources.Referent(draft.Source, draft.Cue);
        new Continuations(context).Visit();
        return UnspecifiedSources.Name(document with { Attributions = new AttributionAssembly(context).Build(), Speaker = context.Speaker });
    }
}
