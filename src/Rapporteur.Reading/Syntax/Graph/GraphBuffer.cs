namespace Rapporteur.Reading;

/// <summary>Sentences on their way through a <see cref="GraphNetwork"/>, with everything that it works out on the way. Rows are words in order of sentences, each sentence with its
/// root first, unless they are said to be in order of time. Grows and is used again; one a thread.</summary>
internal sealed class GraphBuffer
{
    private float[] tagInput = [], top = [], tagHidden = [], tagScores = [], roles = [], reach = [], arcScores = [], pairs = [], relationScores = [];

    /// <summary>How the sentences lie.</summary>
    public SentenceBatch Batch { get; set; } = new([]);

    /// <summary>Input rows.</summary>
    public GraphWord[] Words { get; set; } = [];

    /// <summary>Treebank that a row is to be read like.</summary>
    public int[] Treebank { get; set; } = [];

    /// <summary>Row of every row's head; roots have themselves.</summary>
    public int[] Heads { get; set; } = [];

    /// <summary>Factors on the input of each layer and on the last output, by sentence; null for none.</summary>
    public float[][]? InputMasks { get; set; }

    /// <summary>Factors on what a step hands to the next, by layer, direction and sentence; null for none.</summary>
    public float[][][]? PastMasks { get; set; }

    /// <summary>Factors on the tagger's hidden layer; null for none.</summary>
    public float[]? TagMask { get; set; }

    /// <summary>Factors on <see cref="Roles"/>; null for none.</summary>
    public float[]? RoleMask { get; set; }

    /// <summary>Input of each layer and the last output, in order of time.</summary>
    public float[][] Inputs { get; private set; } = [];

    /// <summary>What the layers worked out, by layer and direction.</summary>
    public LstmTrace[][] Traces { get; private set; } = [];

    /// <summary>Where the arc scores of each sentence begin: a row a dependent, a column a head.</summary>
    public int[] ArcStart { get; private set; } = [];

    /// <summary>What the tagger sees.</summary>
    public float[] TagInput => tagInput;

    /// <summary>The encoder's output.</summary>
    public float[] Top => top;

    /// <summary>The tagger's hidden layer.</summary>
    public float[] TagHidden => tagHidden;

    /// <summary>Scores of tags.</summary>
    public float[] TagScores => tagScores;

    /// <summary>Arc dependent, arc head, relation dependent, relation head.</summary>
    public float[] Roles => roles;

    /// <summary>What is multiplied by arc heads to score them.</summary>
    public float[] Reach => reach;

    /// <summary>Scores of arcs.</summary>
    public float[] ArcScores => arcScores;

    /// <summary>Relation dependent, relation head, and their product.</summary>
    public float[] Pairs => pairs;

    /// <summary>Scores of relations.</summary>
    public float[] RelationScores => relationScores;

    /// <summary>Working memory.</summary>
    public PackedMatrix Packed { get; } = new();

    /// <summary>Makes room.</summary>
    public void Begin(GraphShape shape)
    {
        var rows = Batch.Rows;
        if (Inputs.Length == 0)
        {
            Inputs = [.. Enumerable.Range(0, shape.Layers + 1).Select(_ => Array.Empty<float>())];
            Traces = [.. Enumerable.Range(0, shape.Layers).Select(_ => new LstmTrace[] { new(), new() })];
        }

        for (var layer = 0; layer <= shape.Layers; layer++) Scratch.Room(ref Inputs[layer], rows * shape.LayerInput(layer));
        Scratch.Room(ref tagInput, rows * 2 * shape.Units);
        Scratch.Room(ref top, rows * 2 * shape.Units);
        Scratch.Room(ref tagHidden, rows * shape.TagHidden);
        Scratch.Room(ref tagScores, rows * shape.Tags);
        Scratch.Room(ref roles, rows * shape.Roles);
        Scratch.Room(ref reach, rows * shape.Arc);
        Scratch.Room(ref pairs, rows * 3 * shape.Relation);
        Scratch.Room(ref relationScores, rows * shape.Relations);
        ArcStart = new int[Batch.Lengths.Length + 1];
        for (var s = 0; s < Batch.Lengths.Length; s++) ArcStart[s + 1] = ArcStart[s] + (Batch.Lengths[s] * Batch.Lengths[s]);
        Scratch.Room(ref arcScores, ArcStart[^1]);
    }
}
