using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A treebank sentence made ready for training.</summary>
internal sealed class TrainingSentence
{
    /// <summary>Whether it stands in the first treebank, by whose conventions texts are read.</summary>
    public required bool IsHome { get; init; }

    /// <summary>The words.</summary>
    public required WordFeatures[] Words { get; init; }

    /// <summary>Right tags.</summary>
    public required byte[] Tags { get; init; }

    /// <summary>Right heads, made projective; the sentence's length for the root.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Right relations.</summary>
    public required byte[] Relations { get; init; }

    /// <summary>Prepares the sentences of a treebank.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="home">How many of them stand in the first treebank.</param>
    /// <param name="tags">All tags.</param>
    /// <param name="relations">All relations.</param>
    public static List<TrainingSentence> Prepare(IReadOnlyList<TreebankSentence> sentences, int home, string[] tags, string[] relations)
    {
        var prepared = new List<TrainingSentence>(sentences.Count);
        foreach (var sentence in sentences)
        {
            var words = new WordFeatures[sentence.Words.Length];
            var heads = new int[words.Length];
            for (var i = 0; i < words.Length; i++)
            {
                WordShape.Describe(sentence.Words[i].Form, ref words[i]);
                heads[i] = sentence.Words[i].Head < 0 ? words.Length : sentence.Words[i].Head;
            }

            Projective.Lift(heads);
            prepared.Add(new()
            {
                IsHome = prepared.Count < home,
                Words = words,
                Tags = [.. sentence.Words.Select(word => (byte)Array.IndexOf(tags, word.Upos + "|" + word.Xpos))],
                Heads = heads,
                Relations = [.. sentence.Words.Select(word => (byte)Array.IndexOf(relations, word.Relation))],
            });
        }

        return prepared;
    }
}
