using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Which transitions lose no arc of the right tree that is still within reach (dynamic oracle for arc-hybrid, Goldberg and Nivre 2013).</summary>
internal static class ArcHybridOracle
{
    /// <summary>Of the transitions that lose least, the one with the highest score.</summary>
    public static int Best(ParserState state, int[] heads, byte[] relations, ReadOnlySpan<int> scores)
    {
        var (shift, left, right) = Costs(state, heads);
        var least = Math.Min(shift, Math.Min(left, right));
        var best = -1;
        if (shift == least) best = 0;
        Consider(left == least, Left(state, relations), scores, ref best);
        Consider(right == least, Right(state, relations), scores, ref best);
        return best;
    }

    /// <summary>Whether a transition loses least and gives the right relation.</summary>
    public static bool IsRight(int action, ParserState state, int[] heads, byte[] relations)
    {
        var (shift, left, right) = Costs(state, heads);
        var least = Math.Min(shift, Math.Min(left, right));
        if (action == 0) return shift == least;
        return (action & 1) == 1 ? left == least && action == Left(state, relations) : right == least && action == Right(state, relations);
    }

    private static void Consider(bool allowed, int action, ReadOnlySpan<int> scores, ref int best)
    {
        if (allowed && (best < 0 || scores[action] > scores[best])) best = action;
    }

    private static int Left(ParserState state, byte[] relations) => Parser.LeftClass(relations[state.Stack(0)]);

    private static int Right(ParserState state, byte[] relations) => Parser.RightClass(relations[state.Stack(0)]);

    /// <summary>How many right arcs each transition puts out of reach; a large number where it is not allowed.</summary>
    private static (int Shift, int Left, int Right) Costs(ParserState state, int[] heads)
    {
        const int Never = 1 << 20;
        int top = state.Stack(0), below = state.Stack(1), front = state.Front;
        var waiting = 0;
        for (var i = front; i < state.Count; i++)
            if (heads[i] == top) waiting++;
        var shift = Never;
        if (state.CanShift)
        {
            shift = 0;
            for (var depth = 0; depth < state.Depth; depth++)
            {
                var word = state.Stack(depth);
                if (heads[word] == front) shift++;
                if (depth > 0 && heads[front] == word) shift++;
            }
        }

        var left = state.CanLeft && front < state.Count ? waiting + (heads[top] == below || heads[top] > front ? 1 : 0) : Never;
        var right = state.CanRight ? waiting + (heads[top] >= front ? 1 : 0) : Never;
        return (shift, left, right);
    }
}
