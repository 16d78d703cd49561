namespace Rapporteur.Reading;

/// <summary>Stack, buffer and the arcs so far of an arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta 2011). The root stands behind the last word.</summary>
internal sealed class ParserState
{
    /// <summary>No word.</summary>
    public const int None = -1;

    private int[] stack = new int[128];

    /// <summary>Left and right children of a word so far.</summary>
    public NodeArcs[] Arcs { get; private set; } = new NodeArcs[128];

    /// <summary>Words on the stack.</summary>
    public int Depth { get; private set; }

    /// <summary>First word of the buffer; <see cref="Count"/> for the root.</summary>
    public int Front { get; private set; }

    /// <summary>Words in the sentence.</summary>
    public int Count { get; private set; }

    /// <summary>Begins with an empty stack.</summary>
    public void Begin(int count)
    {
        if (count + 1 > stack.Length)
        {
            var size = Math.Max(count + 1, stack.Length * 2);
            stack = new int[size];
            Arcs = new NodeArcs[size];
        }

        for (var i = 0; i <= count; i++) Arcs[i] = NodeArcs.Empty;
        Depth = 0;
        Front = 0;
        Count = count;
    }

    /// <summary>Whether all words have a head.</summary>
    public bool Done => Front == Count && Depth == 0;

    /// <summary>The word at a depth of the stack, zero at the top; <see cref="None"/> where there is none.</summary>
    public int Stack(int depth) => depth < Depth ? stack[Depth - 1 - depth] : None;

    /// <summary>A word of the buffer; <see cref="None"/> behind the root.</summary>
    public int Buffer(int offset) => Front + offset <= Count ? Front + offset : None;

    /// <summary>Whether the front word may go on the stack.</summary>
    public bool CanShift => Front < Count;

    /// <summary>Whether the top may become a child of the front word; of the root, only when alone.</summary>
    public bool CanLeft => Depth > 0 && (Front < Count || Depth == 1);

    /// <summary>Whether the top may become a child of the word below it.</summary>
    public bool CanRight => Depth > 1;

    /// <summary>Moves the front word onto the stack.</summary>
    public void Shift() => stack[Depth++] = Front++;

    /// <summary>Makes the top a child of the front word; returns the child.</summary>
    public int Left(byte relation)
    {
        var child = stack[--Depth];
        Arcs[Front].AddLeft(child, relation);
        return child;
    }

    /// <summary>Makes the top a child of the word below it; returns the child.</summary>
    public int Right(byte relation)
    {
        var child = stack[--Depth];
        Arcs[stack[Depth - 1]].AddRight(child, relation);
        return child;
    }
}

/// <summary>Children of one word so far: the two outermost on either side, how many, and which relations.</summary>
internal struct NodeArcs
{
    /// <summary>No child.</summary>
    public static readonly NodeArcs Empty = new() { Left1 = -1, Left2 = -1, Right1 = -1, Right2 = -1 };

    /// <summary>Outermost child on either side, and the next.</summary>
    public int Left1, Left2, Right1, Right2;
    /// <summary>Relations of those.</summary>
    public byte LeftRelation1, LeftRelation2, RightRelation1, RightRelation2;
    /// <summary>Number of children on either side.</summary>
    public byte Lefts, Rights;
    /// <summary>Set of relations on either side, a bit each.</summary>
    public ulong LeftSet, RightSet;

    /// <summary>Adds a child on the left, farther out than all others.</summary>
    public void AddLeft(int child, byte relation)
    {
        (Left2, LeftRelation2) = (Left1, LeftRelation1);
        (Left1, LeftRelation1) = (child, relation);
        if (Lefts < 200) Lefts++;
        LeftSet |= 1UL << (relation & 63);
    }

    /// <summary>Adds a child on the right, farther out than all others.</summary>
    public void AddRight(int child, byte relation)
    {
        (Right2, RightRelation2) = (Right1, RightRelation1);
        (Right1, RightRelation1) = (child, relation);
        if (Rights < 200) Rights++;
        RightSet |= 1UL << (relation & 63);
    }
}
