using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A sentence to learn triggers from, with the vectors of its words at hand.</summary>
internal sealed class TriggerExample
{
    /// <summary>Takes a sentence.</summary>
    /// <param name="document">The document that was read.</param>
    /// <param name="sentence">Its words that may tell a claim.</param>
    /// <param name="directions">Vectors of words.</param>
    /// <param name="holds">By type, whether the sentence holds a claim of it.</param>
    public TriggerExample(AnnotatedDocument document, TriggerSentence sentence, WordDirections directions, bool[] holds)
    {
        (Words, Holds) = ([.. sentence.Words.Select(word => word.Features)], holds);
        var (vectors, sources, at) = (new List<float[]>(), new List<(int Place, int Vector)>(), new Dictionary<(int Place, int Token), int>());
        var rows = new Dictionary<int, int>();
        Sources = [.. sentence.Words.Select(word => word.Places.Select((token, place) => token < 0 ? -1 : Source(place, token)).Where(source => source >= 0).Append(Mean()).ToArray())];
        (Vectors, All) = ([.. vectors], [.. sources]);

        int Source(int place, int token)
        {
            if (at.TryGetValue((place, token), out var known)) return known;
            if (!rows.TryGetValue(token, out var row))
            {
                var vector = new float[directions.Width];
                directions.Write(document, token, vector);
                rows[token] = row = vectors.Count;
                vectors.Add(vector);
            }

            sources.Add((place, row));
            return at[(place, token)] = sources.Count - 1;
        }

        int Mean()
        {
            if (at.TryGetValue((TriggerInputs.Places, -1), out var known)) return known;
            var vector = new float[directions.Width];
            directions.WriteMean(document, sentence.Content, vector);
            vectors.Add(vector);
            sources.Add((TriggerInputs.Places, vectors.Count - 1));
            return at[(TriggerInputs.Places, -1)] = sources.Count - 1;
        }
    }

    /// <summary>Features by word.</summary>
    public ulong[][] Words { get; }

    /// <summary>By type, whether the sentence holds a claim of it.</summary>
    public bool[] Holds { get; }

    /// <summary>Vectors of the sentence's words, each once.</summary>
    public float[][] Vectors { get; }

    /// <summary>Every vector at every place where some word has it.</summary>
    public (int Place, int Vector)[] All { get; }

    /// <summary>By word, which of <see cref="All"/> it has.</summary>
    public int[][] Sources { get; }
}
