using System.Collections.Immutable;
using Rapporteur.Domain;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>How well actors are found.</summary>
/// <param name="Documents">Number of documents.</param>
/// <param name="All">Alignments over all actors: gold and read actors paired by the best sum of Dice over their names, pronouns left out.</param>
/// <param name="Found">For each kind, as the annotation has it: how many were found, and how many there are. <see cref="Tally.Read"/> is the same as <see cref="Tally.Gold"/>, so only recall means something.</param>
public sealed record ActorFigures(int Documents, Tally All, ImmutableSortedDictionary<string, Tally> Found);

/// <summary>Measures an annotator of actors against annotated articles, by the definition of the record's specification.</summary>
public static class ActorEvaluation
{
    private static readonly ReaderIdentity Reader = new("evaluation", "evaluation");

    /// <summary>Reads each article with the annotators in turn and compares its actors.</summary>
    /// <param name="articles">Annotated articles.</param>
    /// <param name="annotators">Annotators that give actors in the end, in order.</param>
    /// <param name="report">Receives for each article the gold actors that were missed and the read actors that fit none; null for none.</param>
    public static ActorFigures Score(IEnumerable<GoldArticle> articles, IReadOnlyList<IAnnotator> annotators, Action<GoldArticle, IReadOnlyList<Actor>, IReadOnlyList<Actor>>? report = null)
    {
        var found = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        int documents = 0, right = 0, gold = 0, read = 0;
        foreach (var article in articles)
        {
            var document = new AnnotatedDocument { Source = article.Reading.Document };
            foreach (var annotator in annotators) document = annotator.Annotate(document);
            var reading = new DocumentReading { Document = document.Source, Actors = document.Actors, Reader = Reader };
            var pairs = new DocumentPair(article.Reading, reading).Aligned;
            documents++;
            right += pairs.Count;
            gold += article.Reading.Actors.Length;
            read += document.Actors.Length;
            var hit = pairs.Select(pair => pair.Gold).ToHashSet(StringComparer.Ordinal);
            var used = pairs.Select(pair => pair.Read).ToHashSet(StringComparer.Ordinal);
            foreach (var actor in article.Reading.Actors)
            {
                var kind = actor.Kind.ToString().ToLowerInvariant();
                var before = found.GetValueOrDefault(kind);
                found[kind] = new Tally(before.Right + (hit.Contains(actor.Id) ? 1 : 0), before.Gold + 1, before.Read + 1);
            }

            report?.Invoke(article, [.. article.Reading.Actors.Where(actor => !hit.Contains(actor.Id))], [.. document.Actors.Where(actor => !used.Contains(actor.Id))]);
        }

        return new ActorFigures(documents, new Tally(right, gold, read), found.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }
}
