namespace Rapporteur.Reading;

/// <summary>Sizes of a <see cref="SyntaxNetwork"/>.</summary>
/// <param name="Vector">Length of the word vectors; zero without.</param>
/// <param name="Embedding">Length of the learnt embeddings of words, endings and beginnings; a multiple of 16.</param>
/// <param name="Width">Units of a layer, half of them reading forwards, half backwards; a multiple of 64.</param>
/// <param name="Layers">Layers, at least 2.</param>
/// <param name="TagLayer">Layer that the tags are read from, from 1.</param>
/// <param name="Arc">Length of the vectors that choose heads; a multiple of 16.</param>
/// <param name="Label">Length of the vectors that choose relations; a multiple of 16.</param>
/// <param name="Tags">Number of tags.</param>
/// <param name="Relations">Number of relations.</param>
internal sealed record NetworkShape(int Vector, int Embedding, int Width, int Layers, int TagLayer, int Arc, int Label, int Tags, int Relations)
{
    /// <summary>Distances between a word and its head that are told apart.</summary>
    public const int Distances = 16;

    /// <summary>Length of a word's input.</summary>
    public int Input => Vector + Embedding;

    /// <summary>Columns that every word has for choosing its head and relation: as head, as child, as head of a relation, as its child, and by distance.</summary>
    public int Heads => (2 * Arc) + (2 * Label) + Distances;

    /// <summary>What a layer takes in.</summary>
    public int LayerInput(int layer) => layer == 0 ? Input : Width;

    /// <summary>Columns of a layer's matrix: candidate, forget gate, reset gate, and in the first layer the way around it.</summary>
    public int LayerOutput(int layer) => (layer == 0 ? 4 : 3) * Width;

    /// <summary>All parameters by name, in the order in which they lie in one array.</summary>
    public IEnumerable<(string Name, int Rows, int Columns)> Parameters()
    {
        for (var layer = 0; layer < Layers; layer++)
        {
            yield return ($"layer{layer}", LayerInput(layer), LayerOutput(layer));
            yield return ($"gates{layer}", 4, Width);
        }

        yield return ("heads", Width, Heads);
        yield return ("headsBias", 1, Heads);
        yield return ("arc", Arc, Arc);
        yield return ("arcBias", 1, Arc);
        yield return ("root", 1, Arc);
        yield return ("labelDistance", Distances, Label);
        yield return ("label", Label, Relations);
        yield return ("labelBias", 1, Relations);
        yield return ("tag", Width, Tags);
        yield return ("tagBias", 1, Tags);
    }

    /// <summary>Signed distance from a word to its head, in steps: ±1, 2, 3, 4, 5–6, 7–10, 11–20 and more.</summary>
    public static int Distance(int word, int head)
    {
        var length = Math.Abs(head - word);
        var step = length <= 4 ? length - 1 : length <= 6 ? 4 : length <= 10 ? 5 : length <= 20 ? 6 : 7;
        return head < word ? step : 8 + step;
    }
}
