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
        foreach (var (sentence, found) in Read(tagger, sentences))
        {
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

    /// <summary>The commonest kinds of error and how often each happened, commonest first: a kind taken for another, wrong bounds, names missed, and names that are none.</summary>
    /// <param name="tagger">The tagger.</param>
    /// <param name="sentences">Sentences with their names.</param>
    /// <param name="most">How many to give.</param>
    public static ImmutableArray<KeyValuePair<string, int>> Errors(NameTagger tagger, IReadOnlyList<NamedSentence> sentences, int most = 10)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (sentence, found) in Read(tagger, sentences))
        {
            var gold = sentence.Names.Where(name => name.Kind != NameKind.Other).ToList();
            var read = found.Where(name => name.Kind != NameKind.Other).ToList();
            foreach (var name in gold)
            {
                if (read.Contains(name)) continue;
                var over = read.Where(other => Overlap(name, other)).ToList();
                Count(over.Count == 0 ? $"{Word(name)} missed"
                    : over.Exists(other => other.First == name.First && other.Count == name.Count) ? $"{Word(name)} read as {Word(over[0])}"
                    : over[0].Kind == name.Kind ? $"{Word(name)} with other bounds" : $"{Word(name)} read as {Word(over[0])}, with other bounds");
            }

            foreach (var name in read)
                if (!gold.Exists(other => Overlap(name, other))) Count($"no name read as {Word(name)}");
        }

        return [.. counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Take(most)];

        void Count(string error) => counts[error] = counts.GetValueOrDefault(error) + 1;
        static string Word(TaggedName name) => name.Kind.ToString().ToLowerInvariant();
        static bool Overlap(TaggedName left, TaggedName right) => left.First < right.First + right.Count && right.First < left.First + left.Count;
    }

    /// <summary>Cross-validation: cuts <paramref name="sentences"/> into equal runs, and scores each with a tagger trained on the others and on <paramref name="always"/>.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="sentences">Sentences to cut.</param>
    /// <param name="always">Sentences that every fold learns from.</param>
    /// <param name="folds">Number of runs, at least 2.</param>
    /// <param name="epochs">Passes of each training.</param>
    /// <returns>The tally over all folds and kinds.</returns>
    public static Tally CrossValidate(NameTrainer trainer, IReadOnlyList<NamedSentence> sentences, IReadOnlyList<NamedSentence> always, int folds = 5, int epochs = 12)
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

    // The names found in each sentence, document by document.
    private static IEnumerable<(NamedSentence Sentence, List<TaggedName> Found)> Read(NameTagger tagger, IReadOnlyList<NamedSentence> sentences)
    {
        var run = tagger.Begin();
        var found = new List<TaggedName>();
        for (int first = 0, end; first < sentences.Count; first = end)
        {
            run.Clear();
            for (end = first; end < sentences.Count && sentences[end].Document == sentences[first].Document; end++)
                run.Read(sentences[end].Text, sentences[end].Tokens.AsMemory(), sentences[end].Conventions);
            for (var i = first; i < end; i++)
            {
                run.Tag(i - first, found);
                yield return (sentences[i], found);
            }
        }
    }
}
