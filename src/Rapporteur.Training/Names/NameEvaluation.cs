using System.Collections.Immutable;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Measures the name tagger on marked sentences: a name counts as found when its tokens and its kind are right. Persons, organisations and places count.</summary>
public static class NameEvaluation
{
    /// <summary>Scores a tagger.</summary>
    /// <param name="tagger">The tagger.</param>
    /// <param name="sentences">Sentences with their names.</param>
    /// <returns>One tally for each kind under its name, and one under <c>all</c>.</returns>
    public static ImmutableSortedDictionary<string, Tally> Score(NameTagger tagger, IReadOnlyList<NamedSentence> sentences)
    {
        var tallies = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        var run = tagger.Begin();
        var found = new List<TaggedName>();
        foreach (var sentence in sentences)
        {
            run.Tag(sentence.Text, sentence.Tokens.AsMemory(), found);
            foreach (var kind in new[] { NameKind.Person, NameKind.Organisation, NameKind.Place })
            {
                var gold = sentence.Names.Where(name => name.Kind == kind).ToList();
                var read = found.Where(name => name.Kind == kind).ToList();
                var right = gold.Count(read.Contains);
                Add(kind.ToString().ToLowerInvariant(), right, gold.Count, read.Count);
                Add("all", right, gold.Count, read.Count);
            }
        }

        return tallies.ToImmutableSortedDictionary(StringComparer.Ordinal);

        void Add(string name, int right, int gold, int read)
        {
            var before = tallies.GetValueOrDefault(name);
            tallies[name] = new Tally(before.Right + right, before.Gold + gold, before.Read + read);
        }
    }

    /// <summary>Cross-validation: cuts <paramref name="sentences"/> into equal runs, and scores each with a tagger trained on the others and on <paramref name="always"/>.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="sentences">Sentences to cut.</param>
    /// <param name="always">Sentences that every fold learns from.</param>
    /// <param name="folds">Number of runs, at least 2.</param>
    /// <param name="epochs">Passes of each training.</param>
    /// <returns>The tally over all folds and kinds.</returns>
    public static Tally CrossValidate(NameTrainer trainer, IReadOnlyList<NamedSentence> sentences, IReadOnlyList<NamedSentence> always, int folds = 5, int epochs = 10)
    {
        var sum = default(Tally);
        for (var fold = 0; fold < folds; fold++)
        {
            int from = sentences.Count * fold / folds, to = sentences.Count * (fold + 1) / folds;
            var rest = sentences.Take(from).Concat(sentences.Skip(to)).Concat(always).ToList();
            var tally = Score(trainer.Tagger(trainer.Train(rest, epochs)), [.. sentences.Skip(from).Take(to - from)])["all"];
            sum = new Tally(sum.Right + tally.Right, sum.Gold + tally.Gold, sum.Read + tally.Read);
        }

        return sum;
    }
}
