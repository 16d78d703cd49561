namespace Rapporteur.Reading;

/// <summary>Working memory of <see cref="SyntaxNetwork"/>. Grows and is used again; one a thread.</summary>
internal sealed class SyntaxWork
{
    private int room;

    /// <summary>Inputs of the words.</summary>
    public float[] Input { get; private set; } = [];

    /// <summary>Sums that go into the gates of the layer at hand.</summary>
    public float[] Gates { get; private set; } = [];

    /// <summary>Inner states of the layer at hand.</summary>
    public float[] States { get; private set; } = [];

    /// <summary>Output of every layer.</summary>
    public float[][] Layers { get; private set; } = [];

    /// <summary>Every word as head and child.</summary>
    public float[] Heads { get; private set; } = [];

    /// <summary>What every word looks for in its head.</summary>
    public float[] Queries { get; private set; } = [];

    /// <summary>Words of one sentence as heads, in panels.</summary>
    public int[] Keys { get; private set; } = [];

    /// <summary>Score of every word of one sentence as head of every other.</summary>
    public float[] Arcs { get; private set; } = [];

    /// <summary>Score of every word of one sentence as child of the root.</summary>
    public float[] Roots { get; private set; } = [];

    /// <summary>Hidden layer of the relations.</summary>
    public float[] Hidden { get; private set; } = [];

    /// <summary>Scores of tags or relations.</summary>
    public float[] Scores { get; private set; } = [];

    /// <summary>The left side of a product in whole numbers.</summary>
    public short[] Rounded { get; private set; } = [];

    /// <summary>Sums of words that the memory does not have.</summary>
    public float[] Fresh { get; private set; } = [];

    /// <summary>What the first layer makes of words.</summary>
    public WordMemory Memory { get; } = new();

    /// <summary>Finds the best tree.</summary>
    public TreeDecoder Decoder { get; } = new();

    /// <summary>Makes room for a number of words.</summary>
    public void Begin(NetworkShape shape, int count)
    {
        if (count <= room) return;
        room = Math.Max(count, 2 * room);
        Input = new float[room * shape.Input];
        Gates = new float[room * 4 * shape.Width];
        Fresh = new float[room * 4 * shape.Width];
        States = new float[room * shape.Width];
        Layers = [.. Enumerable.Range(0, shape.Layers).Select(_ => new float[room * shape.Width])];
        Heads = new float[room * IntegerKernel.Columns(shape.Heads)];
        Rounded = new short[room * IntegerKernel.Padded(Math.Max(Math.Max(shape.Input, shape.Width), Math.Max(shape.Arc, shape.Label)))];
        Queries = new float[room * IntegerKernel.Columns(shape.Arc)];
        Keys = new int[IntegerKernel.Columns(SyntaxNetwork.LongestSentence) * IntegerKernel.Padded(shape.Arc) / 2];
        Arcs = new float[SyntaxNetwork.LongestSentence * IntegerKernel.Columns(SyntaxNetwork.LongestSentence)];
        Roots = new float[SyntaxNetwork.LongestSentence];
        Hidden = new float[room * shape.Label];
        Scores = new float[room * IntegerKernel.Columns(Math.Max(shape.Tags, shape.Relations))];
    }
}
