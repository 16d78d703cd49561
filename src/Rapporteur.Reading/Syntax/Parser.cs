namespace Rapporteur.Reading;

/// <summary>Greedy arc-hybrid dependency parser: a linear model chooses every transition with its relation. Every result is a projective tree with one
/// child of the root. Thread-safe; linear.</summary>
/// <param name="scorer">The model: class 0 shifts, then a left and a right arc for every relation in turn.</param>
/// <param name="relations">Number of relations.</param>
/// <param name="root">Index of the relation to the root.</param>
internal sealed class Parser(IScorer scorer, int relations, int root)
{
    /// <summary>Number of classes.</summary>
    public int Classes => 1 + (2 * relations);

    /// <summary>Fills in heads and relations of the buffer, whose words are tagged.</summary>
    public void Parse(SyntaxBuffer buffer)
    {
        Span<ulong> keys = stackalloc ulong[ParserFeatures.Most];
        Span<int> scores = stackalloc int[Classes];
        var state = buffer.State;
        state.Begin(buffer.Count);
        while (!state.Done)
        {
            int action;
            if (state.Depth == 0) action = 0;
            else if (state.Front == state.Count && state.Depth == 1) action = LeftClass(root);
            else
            {
                scorer.Score(keys[..ParserFeatures.Fill(buffer, state, keys)], scores);
                action = Best(scores, state);
            }

            Apply(buffer, state, action);
        }
    }

    /// <summary>Class of the left arc with a relation.</summary>
    public static int LeftClass(int relation) => 1 + (2 * relation);

    /// <summary>Class of the right arc with a relation.</summary>
    public static int RightClass(int relation) => 2 + (2 * relation);

    /// <summary>Takes a transition.</summary>
    public static void Apply(SyntaxBuffer buffer, ParserState state, int action)
    {
        if (action == 0)
        {
            state.Shift();
            return;
        }

        var relation = (byte)((action - 1) >> 1);
        var left = (action & 1) == 1;
        var head = left ? state.Front : state.Stack(1);
        var child = left ? state.Left(relation) : state.Right(relation);
        buffer.Heads[child] = head;
        buffer.Relations[child] = relation;
    }

    /// <summary>The best transition that is allowed; the relation to the root is never chosen for another arc.</summary>
    public int Best(ReadOnlySpan<int> scores, ParserState state)
    {
        var best = -1;
        if (state.CanShift) best = 0;
        if (state.CanLeft && state.Front < state.Count)
            for (var i = 1; i < scores.Length; i += 2)
                if (i != LeftClass(root) && (best < 0 || scores[i] > scores[best])) best = i;
        if (state.CanRight)
            for (var i = 2; i < scores.Length; i += 2)
                if (i != RightClass(root) && (best < 0 || scores[i] > scores[best])) best = i;
        return best;
    }
}
