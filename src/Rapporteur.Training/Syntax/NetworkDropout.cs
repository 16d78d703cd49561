namespace Rapporteur.Training;

/// <summary>Sets random parts of hidden layers to zero and scales up the others (Srivastava et al. 2014), whole columns a sentence (Gal and Ghahramani 2016) or single elements.</summary>
/// <param name="share">Share of elements that are dropped.</param>
internal sealed class NetworkDropout(float share)
{
    private readonly Dictionary<string, float[]> masks = new(StringComparer.Ordinal);
    private SeededOrder random = new(1);

    /// <summary>Begins a run.</summary>
    public void Begin(SeededOrder seeded) => random = seeded;

    /// <summary>Drops columns.</summary>
    public void Columns(string name, List<(int Start, int End, TrainingSentence Sentence)> sentences, float[] from, float[] into, int width, float columnShare)
    {
        var mask = Mask(name, sentences.Count * width);
        for (var i = 0; i < sentences.Count * width; i++) mask[i] = Draw(columnShare);
        for (var number = 0; number < sentences.Count; number++)
            for (var i = sentences[number].Start; i < sentences[number].End; i++)
                for (var k = 0; k < width; k++) into[(i * width) + k] = from[(i * width) + k] * mask[(number * width) + k];
    }

    /// <summary>Gradient before dropping of the gradient behind it.</summary>
    public void ColumnsBack(string name, List<(int Start, int End, TrainingSentence Sentence)> sentences, float[] gradient, int width)
    {
        var mask = masks[name];
        for (var number = 0; number < sentences.Count; number++)
            for (var i = sentences[number].Start; i < sentences[number].End; i++)
                for (var k = 0; k < width; k++) gradient[(i * width) + k] *= mask[(number * width) + k];
    }

    /// <summary>Drops elements of the first columns.</summary>
    public void Elements(string name, float[] values, int stride, int rows, int columns)
    {
        var mask = Mask(name, rows * columns);
        for (var i = 0; i < rows; i++)
            for (var k = 0; k < columns; k++) values[(i * stride) + k] *= mask[(i * columns) + k] = Draw(share);
    }

    /// <summary>Gradient before dropping of the gradient behind it.</summary>
    public void ElementsBack(string name, float[] gradient, int stride, int rows, int columns)
    {
        var mask = masks[name];
        for (var i = 0; i < rows; i++)
            for (var k = 0; k < columns; k++) gradient[(i * stride) + k] *= mask[(i * columns) + k];
    }

    private float Draw(float dropped) => random.Next(1 << 16) < dropped * (1 << 16) ? 0 : 1 / (1 - dropped);

    private float[] Mask(string name, int length)
    {
        if (!masks.TryGetValue(name, out var mask) || mask.Length < length) masks[name] = mask = new float[length];
        return mask;
    }
}
