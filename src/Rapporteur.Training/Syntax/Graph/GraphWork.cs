using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>One share of a batch on its way forwards and backwards; one a thread.</summary>
/// <param name="network">The network.</param>
internal sealed class GraphWork(GraphNetwork network)
{
    private float[] roles = [], reach = [], pairs = [], top = [], tagInput = [], tagHidden = [], outputs = [], mirrored = [], ahead = [], back = [];

    /// <summary>What the network works out.</summary>
    public GraphBuffer Buffer { get; } = new();

    /// <summary>Right tags, in order of sentences; those of roots mean nothing.</summary>
    public int[] Tags { get; set; } = [];

    /// <summary>Right relations; those of roots mean nothing.</summary>
    public int[] Relations { get; set; } = [];

    /// <summary>Gradient of the network's numbers.</summary>
    public float[] Gradient { get; } = new float[network.Parameters.Count];

    /// <summary>Working memory.</summary>
    public GradientScratch Scratch { get; } = new();

    /// <summary>Gradient of <see cref="GraphBuffer.Roles"/>.</summary>
    public float[] Roles => roles;

    /// <summary>Gradient of <see cref="GraphBuffer.Reach"/>.</summary>
    public float[] Reach => reach;

    /// <summary>Gradient of <see cref="GraphBuffer.Pairs"/>.</summary>
    public float[] Pairs => pairs;

    /// <summary>Gradient of <see cref="GraphBuffer.Top"/>.</summary>
    public float[] Top => top;

    /// <summary>Gradient of <see cref="GraphBuffer.TagInput"/>.</summary>
    public float[] TagInput => tagInput;

    /// <summary>Gradient of <see cref="GraphBuffer.TagHidden"/>.</summary>
    public float[] TagHidden => tagHidden;

    /// <summary>Gradient of a layer's output, then of its input, in order of time.</summary>
    public float[] Outputs => outputs;

    /// <summary>Gradient of a layer's input by the direction that runs back.</summary>
    public float[] Mirrored => mirrored;

    /// <summary>Gradient of the output of the direction that runs ahead.</summary>
    public float[] Ahead => ahead;

    /// <summary>Gradient of the output of the direction that runs back.</summary>
    public float[] Back => back;

    /// <summary>Makes room.</summary>
    public void Begin(GraphShape shape)
    {
        var rows = Buffer.Batch.Rows;
        var widest = Math.Max(shape.Input, 2 * shape.Units);
        Reading.Scratch.Room(ref roles, rows * shape.Roles);
        Reading.Scratch.Room(ref reach, rows * shape.Arc);
        Reading.Scratch.Room(ref pairs, rows * 3 * shape.Relation);
        Reading.Scratch.Room(ref top, rows * 2 * shape.Units);
        Reading.Scratch.Room(ref tagInput, rows * 2 * shape.Units);
        Reading.Scratch.Room(ref tagHidden, rows * shape.TagHidden);
        Reading.Scratch.Room(ref outputs, rows * widest);
        Reading.Scratch.Room(ref mirrored, rows * widest);
        Reading.Scratch.Room(ref ahead, rows * shape.Units);
        Reading.Scratch.Room(ref back, rows * shape.Units);
    }
}
