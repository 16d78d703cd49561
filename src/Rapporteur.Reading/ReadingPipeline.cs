using System.Collections.Immutable;
using System.Reflection;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads documents: runs the annotators in their order. Thread-safe; the same document gives the same reading on any thread.</summary>
public sealed class ReadingPipeline
{
    private readonly Lazy<ReaderIdentity> _identity;
    private readonly Func<string> _fingerprint;

    /// <summary>Composes annotators. Throws <see cref="ArgumentException"/> where one requires what none before it provides.</summary>
    /// <param name="annotators">The annotators, in the order in which they run.</param>
    /// <param name="fingerprint">Hash of what they know, worked out when it is first asked for.</param>
    public ReadingPipeline(ImmutableArray<IAnnotator> annotators, Func<string> fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        var there = new HashSet<Annotation>();
        foreach (var annotator in annotators)
        {
            foreach (var required in annotator.Requires)
                if (!there.Contains(required)) throw new ArgumentException($"{annotator.GetType().Name} requires {required}, which no annotator before it provides.", nameof(annotators));
            there.UnionWith(annotator.Provides);
        }

        Annotators = annotators;
        _fingerprint = fingerprint;
        var version = typeof(ReadingPipeline).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        _identity = new(() => new(version, ContentHash.Key(version, fingerprint())));
    }

    /// <summary>The reader that ships: tokens, syntax, times, actors, attributions, claims.</summary>
    /// <param name="data">What it knows; <see cref="FileNotFoundException"/> names a file that is missing.</param>
    /// <param name="worlds">Folders of world files of the user's own, laid over the shipped ones in this order; <see cref="WorldException"/> names every wrong line.</param>
    public static ReadingPipeline Load(DataFolder data, params ImmutableArray<string> worlds) => Load(data, best: false, worlds);

    /// <summary>The reader that ships, with a choice of parser.</summary>
    /// <param name="data">What it knows; <see cref="FileNotFoundException"/> names a file that is missing.</param>
    /// <param name="best">Whether sentences are parsed by the accurate, slower model.</param>
    /// <param name="worlds">Folders of world files of the user's own, laid over the shipped ones in this order; <see cref="WorldException"/> names every wrong line.</param>
    public static ReadingPipeline Load(DataFolder data, bool best, params ImmutableArray<string> worlds)
    {
        ArgumentNullException.ThrowIfNull(data);
        // What they load takes most of a start; none needs another.
        var world = Task.Run(() => World.Load(data, worlds));
        var claims = Task.Run(() => new ClaimAnnotator(data));
        return new(
            [new TextAnnotator(data), best ? new GraphSyntaxAnnotator(data) : new SyntaxAnnotator(data), new TimeAnnotator(data), new ActorAnnotator(data, world.GetAwaiter().GetResult()), new AttributionAnnotator(data), claims.GetAwaiter().GetResult()],
            () => ContentHash.Key([data.Fingerprint("attribution", "claims", "events", "facets", "frames", "lexicons", "models", "times", "world"), .. worlds.Select(folder => new DataFolder(folder).Fingerprint("")), .. best ? ["best"] : Array.Empty<string>()]));
    }

    /// <summary>The first part of the reader that ships: tokens and syntax.</summary>
    /// <param name="data">What it knows; <see cref="FileNotFoundException"/> names a file that is missing.</param>
    /// <param name="best">Whether sentences are parsed by the accurate, slower model.</param>
    public static ReadingPipeline LoadParser(DataFolder data, bool best = false)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new([new TextAnnotator(data), best ? new GraphSyntaxAnnotator(data) : new SyntaxAnnotator(data)], () => data.Fingerprint("lexicons", "models") + (best ? " best" : ""));
    }

    /// <summary>This reader with one more annotator at its end.</summary>
    /// <param name="annotator">The annotator.</param>
    /// <param name="fingerprint">Hash of what it knows.</param>
    public ReadingPipeline Then(IAnnotator annotator, string fingerprint) =>
        new(Annotators.Add(annotator), () => _fingerprint() + " " + fingerprint);

    /// <summary>The annotators, in the order in which they run.</summary>
    public ImmutableArray<IAnnotator> Annotators { get; }

    /// <summary>Which reader this is; its fingerprint covers the version of the program and every data file.</summary>
    public ReaderIdentity Identity => _identity.Value;

    /// <summary>Reads one document. A failure is part of the reading and never stops the documents after it; only cancellation throws.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancel">Stops the work with <see cref="OperationCanceledException"/>.</param>
    public DocumentReading Read(SourceDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Language is not ("en" or "und"))
            return Failed(document, "not-english", $"The text is not English but “{document.Language}”; it is kept and not read.");
        if (string.IsNullOrWhiteSpace(document.Text)) return Failed(document, "no-sentence", "The document holds no sentence to read.");
        try
        {
            var annotated = Annotate(document, cancel);
            if (annotated.Sentences.IsEmpty) return Failed(document, "no-sentence", "The document holds no sentence to read.");
            return new()
            {
                Document = annotated.Source,
                Actors = annotated.Actors,
                Times = annotated.Times,
                Claims = [.. annotated.Claims.Where(claim => document.ZoneAt(claim.Evidence.Start) != ZoneKind.Furniture)],
                Facets = [.. annotated.Facets.Where(facet => document.ZoneAt(facet.Evidence.Start) != ZoneKind.Furniture)],
                Sentences = [.. annotated.Sentences.Select(sentence => sentence.Span)],
                Reader = Identity,
                Notes = annotated.Notes,
            };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed(document, "failed", $"Reading stopped: {e.GetType().Name}: {e.Message} Please report it with the document.");
        }
    }

    /// <summary>The document with every annotation, for explaining a reading. Throws what an annotator throws.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancel">Stops the work with <see cref="OperationCanceledException"/>.</param>
    public AnnotatedDocument Annotate(SourceDocument document, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        var annotated = new AnnotatedDocument { Source = document };
        foreach (var annotator in Annotators)
        {
            cancel.ThrowIfCancellationRequested();
            annotated = annotator.Annotate(annotated, cancel);
        }

        return annotated;
    }

    private DocumentReading Failed(SourceDocument document, string code, string message) =>
        new() { Document = document, Reader = Identity, Error = new(code, message) };
}
