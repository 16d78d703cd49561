namespace Rapporteur.Reading;

/// <summary>Rows of the tables that a word's input is made of.</summary>
internal struct GraphWord
{
    /// <summary>How many endings and how many beginnings (with the shape) a word has.</summary>
    public const int Endings = 5, Beginnings = 4;

    /// <summary>Row of its trained vector; 0 for unknown words, 1 for the root.</summary>
    public int Word;
    /// <summary>Row of its fixed vector; -1 for none.</summary>
    public int Fixed;
    /// <summary>Rows of its endings, shortest first; -1 in the first for none of them.</summary>
    public int Ending1, Ending2, Ending3, Ending4, Ending5;
    /// <summary>Rows of its beginnings, shortest first, then of its shape.</summary>
    public int Beginning1, Beginning2, Beginning3, Shape;

    /// <summary>The word before the first, which governs the head of the sentence.</summary>
    public static GraphWord Root => new() { Word = 1, Fixed = -1, Ending1 = -1 };

    /// <summary>Rows of a word's endings and beginnings; the two vectors are the vocabulary's business.</summary>
    public static GraphWord Of(in WordFeatures features, GraphShape shape)
    {
        int End(int template, ulong value) => (int)(FeatureHash.Of(template, value) >> 32) & (shape.EndingRows - 1);
        int Begin(int template, ulong value) => (int)(FeatureHash.Of(template, value) >> 32) & (shape.BeginningRows - 1);
        return new()
        {
            Fixed = -1,
            Ending1 = End(1, features.Suffix1),
            Ending2 = End(2, features.Suffix2),
            Ending3 = End(3, features.Suffix3),
            Ending4 = End(4, features.Suffix4),
            Ending5 = End(5, features.Suffix5),
            Beginning1 = Begin(6, features.Prefix1),
            Beginning2 = Begin(7, features.Prefix2),
            Beginning3 = Begin(8, features.Prefix3),
            Shape = Begin(9, features.Shape),
        };
    }

    /// <summary>Lists the rows of its endings, then of its beginnings and shape.</summary>
    public readonly void Rows(Span<int> endings, Span<int> beginnings)
    {
        (endings[0], endings[1], endings[2], endings[3], endings[4]) = (Ending1, Ending2, Ending3, Ending4, Ending5);
        (beginnings[0], beginnings[1], beginnings[2], beginnings[3]) = (Beginning1, Beginning2, Beginning3, Shape);
    }
}
