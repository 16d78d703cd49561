using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A treebank sentence made ready for training.</summary>
internal sealed class TrainingSentence
{
    /// <summary>Number of the document it stands in.</summary>
    public required int Document { get; init; }

    /// <summary>The words with everything but what comes from a lexicon.</summary>
    public required WordFeatures[] Words { get; init; }

    /// <summary>Right tags.</summary>
    public required byte[] Tags { get; init; }

    /// <summary>Tags as a tagger gives them that has not seen the sentence.</summary>
    public byte[] Guessed { get; set; } = [];

    /// <summary>Right heads, made projective; the sentence's length for the root.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Right relations.</summary>
    public required byte[] Relations { get; init; }

    /// <summary>Prepares the sentences of a treebank.</summary>
    public static List<TrainingSentence> Prepare(IReadOnlyList<TreebankSentence> sentences, string[] tags, string[] relations)
    {
        var prepared = new List<TrainingSentence>(sentences.Count);
        var document = -1;
        foreach (var sentence in sentences)
        {
            if (sentence.BeginsDocument || document < 0) document++;
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
                Document = document,
                Words = words,
                Tags = [.. sentence.Words.Select(word => (byte)Array.IndexOf(tags, word.Upos + "|" + word.Xpos))],
                Heads = heads,
                Relations = [.. sentence.Words.Select(word => (byte)Array.IndexOf(relations, word.Relation))],
            });
        }

        return prepared;
    }

    /// <summary>Puts the sentence into a buffer, with what a lexicon knows of its words.</summary>
    public void Load(SyntaxBuffer buffer, WordLexicon lexicon)
    {
        buffer.Begin(Words.Length);
        for (var i = 0; i < Words.Length; i++)
        {
            buffer.Words[i] = Words[i];
            lexicon.Describe(ref buffer.Words[i]);
        }
    }
}
