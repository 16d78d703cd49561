using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the scorer of claims on annotated articles that were read up to their attributions.</summary>
/// <param name="annotator">The reader of claims whose matches are weighed.</param>
/// <param name="articles">Annotated articles with what was read in each.</param>
public sealed class ClaimTrainer(ClaimAnnotator annotator, ImmutableArray<(GoldArticle Gold, AnnotatedDocument Read)> articles)
{
    private readonly ImmutableArray<ImmutableArray<ClaimCandidate>> _candidates = [.. articles.Select(a => annotator.Candidates(a.Read))];

    /// <summary>The reader with weights learned from every article.</summary>
    /// <param name="threshold">Least probability of a claim that is kept, in [0, 1].</param>
    public ClaimAnnotator Train(double threshold) => Without(-1, 1, threshold);

    /// <summary>Score of readers that have not seen the articles they read: each part is read by a reader trained on the others.</summary>
    /// <param name="parts">Number of parts, at least 2; articles are dealt out in turn.</param>
    /// <param name="threshold">Least probability of a claim that is kept, in [0, 1].</param>
    public ClaimScore CrossValidate(int parts, double threshold)
    {
        var score = new ClaimScore();
        foreach (var (gold, reading) in ReadUnseen(parts, threshold)) score.Add(gold.Reading, reading);
        return score;
    }

    /// <summary>What readers that have not seen the articles read in them.</summary>
    /// <param name="parts">Number of parts, at least 2.</param>
    /// <param name="threshold">Least probability of a claim that is kept, in [0, 1].</param>
    public IEnumerable<(GoldArticle Gold, DocumentReading Reading)> ReadUnseen(int parts, double threshold)
    {
        var readers = Enumerable.Range(0, parts).Select(part => Without(part, parts, threshold)).ToArray();
        for (var i = 0; i < articles.Length; i++)
            yield return (articles[i].Gold, Reading(readers[i % parts].Annotate(articles[i].Read)));
    }

    /// <summary>Wraps what was read for scoring.</summary>
    /// <param name="document">The annotated document.</param>
    public static DocumentReading Reading(AnnotatedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new() { Document = document.Source, Actors = document.Actors, Times = document.Times, Claims = document.Claims, Reader = new("training", "training") };
    }

    private ClaimAnnotator Without(int part, int parts, double threshold)
    {
        var examples = new List<(ulong[] Features, bool Right)>();
        for (var i = 0; i < articles.Length; i++)
        {
            if (i % parts == part) continue;
            var claims = _candidates[i].SelectMany(c => c.Claims).ToImmutableArray();
            var met = new ClaimScore().Add(articles[i].Gold.Reading, Reading(articles[i].Read) with { Claims = claims }).ToHashSet();
            var at = 0;
            foreach (var candidate in _candidates[i])
            {
                var right = Enumerable.Range(at, candidate.Claims.Length).Any(met.Contains);
                at += candidate.Claims.Length;
                examples.Add(([.. candidate.Features], right));
            }
        }

        return annotator.With(LogisticTrainer.Train(examples), threshold);
    }
}
