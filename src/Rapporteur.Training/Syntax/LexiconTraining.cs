using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Learns which tags the words had, and joins that with clusters of similar words.</summary>
internal static class LexiconTraining
{
    private const int Rounds = 12;

    /// <summary>Clusters of the commonest words, by hash of the word in lower case; empty without vectors.</summary>
    /// <param name="options">Where the vectors lie, and how many words, clusters and broad clusters to make.</param>
    public static SortedDictionary<uint, (ushort Cluster, byte Broad)> Clusters(SyntaxTrainingOptions options)
    {
        var clusters = new SortedDictionary<uint, (ushort, byte)>();
        if (options.Vectors is null) return clusters;
        var vectors = WordVectors.Read(options.Vectors, options.ClusteredWords);
        var fine = WordClusters.Of(vectors.Vectors, options.Clusters, Rounds);
        var broad = WordClusters.Of(vectors.Vectors, options.BroadClusters, Rounds);
        for (var i = 0; i < fine.Length; i++) clusters.TryAdd((uint)WordShape.Lower(vectors.Words[i]), ((ushort)(fine[i] + 1), (byte)(broad[i] + 1)));
        return clusters;
    }

    /// <summary>Every set of tags that some word of at least so many occurrences had becomes one ambiguity class; tags of under a fortieth of the occurrences
    /// do not count.</summary>
    public static WordLexicon Learn(IReadOnlyList<TrainingSentence> sentences, SortedDictionary<uint, (ushort Cluster, byte Broad)> clusters, int leastCount)
    {
        var counts = new SortedDictionary<uint, SortedDictionary<byte, int>>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                if (!counts.TryGetValue((uint)sentence.Words[i].Lower, out var tags)) counts[(uint)sentence.Words[i].Lower] = tags = [];
                tags[sentence.Tags[i]] = tags.GetValueOrDefault(sentence.Tags[i]) + 1;
            }
        }

        var classes = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var ambiguous = new SortedDictionary<uint, ushort>();
        var words = new List<(uint, ushort, ushort, byte)>();
        foreach (var (word, tags) in counts)
        {
            var all = tags.Values.Sum();
            if (all < leastCount) continue;
            var name = string.Join(' ', tags.Where(tag => tag.Value * 40 >= all).OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key).Select(tag => tag.Key));
            if (!classes.TryGetValue(name, out var number)) classes[name] = number = (ushort)(classes.Count + 1);
            ambiguous[word] = number;
        }

        foreach (var word in clusters.Keys.Concat(ambiguous.Keys).Distinct())
        {
            var (cluster, broad) = clusters.GetValueOrDefault(word);
            words.Add((word, ambiguous.GetValueOrDefault(word), cluster, broad));
        }

        return new(words);
    }
}
