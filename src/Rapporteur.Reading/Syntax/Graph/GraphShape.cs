namespace Rapporteur.Reading;

/// <summary>Sizes of the network of <see cref="GraphNetwork"/>.</summary>
internal sealed record GraphShape
{
    /// <summary>Known words with a trained vector; row 0 is for all others.</summary>
    public required int Words { get; init; }

    /// <summary>Joint tags.</summary>
    public required int Tags { get; init; }

    /// <summary>Relations.</summary>
    public required int Relations { get; init; }

    /// <summary>Treebanks told apart.</summary>
    public required int Treebanks { get; init; }

    /// <summary>Width of the fixed vectors.</summary>
    public int Fixed { get; init; } = 100;

    /// <summary>Width of the trained vectors of words.</summary>
    public int Word { get; init; } = 80;

    /// <summary>Width of what word endings add up to.</summary>
    public int Ending { get; init; } = 64;

    /// <summary>Width of what word beginnings and shape add up to.</summary>
    public int Beginning { get; init; } = 48;

    /// <summary>Width of a treebank's vector.</summary>
    public int Treebank { get; init; } = 12;

    /// <summary>Rows for endings, a power of two.</summary>
    public int EndingRows { get; init; } = 8192;

    /// <summary>Rows for beginnings and shapes, a power of two.</summary>
    public int BeginningRows { get; init; } = 4096;

    /// <summary>Layers of the encoder.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Units of each direction of a layer.</summary>
    public int Units { get; init; } = 208;

    /// <summary>The layer whose output the tagger sees; 1 is the first.</summary>
    public int TagLayer { get; init; } = 2;

    /// <summary>Width of the tagger's hidden layer.</summary>
    public int TagHidden { get; init; } = 128;

    /// <summary>Width of a word as head, and as dependent, for arcs.</summary>
    public int Arc { get; init; } = 256;

    /// <summary>The same for relations.</summary>
    public int Relation { get; init; } = 128;

    /// <summary>Width of the input.</summary>
    public int Input => Fixed + Word + Ending + Beginning + Treebank;

    /// <summary>Width of the layer that makes heads and dependents.</summary>
    public int Roles => 2 * (Arc + Relation);

    /// <summary>Width of the input of a layer, 0 for the first; of the encoder's output for the number of layers.</summary>
    public int LayerInput(int layer) => layer == 0 ? Input : 2 * Units;
}
