using System.Runtime.CompilerServices;

namespace Rapporteur.Reading;

/// <summary>What the parser looks at (after Zhang and Nivre 2011, for arc-hybrid transitions).</summary>
internal static class ParserFeatures
{
    /// <summary>More than <see cref="Fill"/> ever writes.</summary>
    public const int Most = 112;

    private static readonly NodeArcs NoArcs = NodeArcs.Empty;
    private static readonly WordFeatures NoWord = new() { Lower = 2, Form = 2, Shape = 2 };

    /// <summary>Writes the keys of the features of a state; returns how many.</summary>
    public static int Fill(SyntaxBuffer buffer, ParserState state, Span<ulong> keys)
    {
        int i0 = state.Stack(0), i1 = state.Stack(1), i2 = state.Stack(2), j0 = state.Buffer(0), j1 = state.Buffer(1), j2 = state.Buffer(2);
        ref readonly var s0 = ref Word(buffer, i0);
        ref readonly var s1 = ref Word(buffer, i1);
        ref readonly var b0 = ref Word(buffer, j0);
        ref readonly var b1 = ref Word(buffer, j1);
        ref readonly var as0 = ref Arcs(state, i0);
        ref readonly var as1 = ref Arcs(state, i1);
        ref readonly var ab0 = ref Arcs(state, j0);
        ulong ws0 = s0.Lower, ws1 = s1.Lower, wb0 = b0.Lower, wb1 = b1.Lower;
        ulong ts0 = Tag(buffer, i0), ts1 = Tag(buffer, i1), ts2 = Tag(buffer, i2), tb0 = Tag(buffer, j0), tb1 = Tag(buffer, j1), tb2 = Tag(buffer, j2);
        var near = Distance(i0, j0);
        var far = Distance(i1, i0);
        var n = 0;
        keys[n++] = FeatureHash.Of(0, 0);
        keys[n++] = FeatureHash.Of(1, ws0);
        keys[n++] = FeatureHash.Of(2, ts0);
        keys[n++] = FeatureHash.Of(3, ws0, ts0);
        keys[n++] = FeatureHash.Of(4, ws1);
        keys[n++] = FeatureHash.Of(5, ts1);
        keys[n++] = FeatureHash.Of(6, ws1, ts1);
        keys[n++] = FeatureHash.Of(7, wb0);
        keys[n++] = FeatureHash.Of(8, tb0);
        keys[n++] = FeatureHash.Of(9, wb0, tb0);
        keys[n++] = FeatureHash.Of(10, wb1, tb1);
        keys[n++] = FeatureHash.Of(11, tb1);
        keys[n++] = FeatureHash.Of(12, Word(buffer, j2).Lower, tb2);
        keys[n++] = FeatureHash.Of(13, tb2);
        keys[n++] = FeatureHash.Of(14, Word(buffer, i2).Lower, ts2);
        keys[n++] = FeatureHash.Of(15, ts2);
        keys[n++] = FeatureHash.Of(16, ws0, ts0, wb0, tb0);
        keys[n++] = FeatureHash.Of(17, ws0, ts0, wb0);
        keys[n++] = FeatureHash.Of(18, ws0, wb0, tb0);
        keys[n++] = FeatureHash.Of(19, ws0, ts0, tb0);
        keys[n++] = FeatureHash.Of(20, ts0, wb0, tb0);
        keys[n++] = FeatureHash.Of(21, ws0, wb0);
        keys[n++] = FeatureHash.Of(22, ts0, tb0);
        keys[n++] = FeatureHash.Of(23, tb0, tb1);
        keys[n++] = FeatureHash.Of(24, wb0, tb1);
        keys[n++] = FeatureHash.Of(25, tb0, wb1);
        keys[n++] = FeatureHash.Of(26, ws1, ts1, ws0, ts0);
        keys[n++] = FeatureHash.Of(27, ws1, ws0);
        keys[n++] = FeatureHash.Of(28, ws1, ts0);
        keys[n++] = FeatureHash.Of(29, ts1, ws0);
        keys[n++] = FeatureHash.Of(30, ts1, ts0);
        keys[n++] = FeatureHash.Of(31, ts1, ts0, ws0);
        keys[n++] = FeatureHash.Of(32, ws1, ts1, ts0);
        keys[n++] = FeatureHash.Of(33, ts1, tb0);
        keys[n++] = FeatureHash.Of(34, ws1, wb0);
        keys[n++] = FeatureHash.Of(35, ws1, tb0);
        keys[n++] = FeatureHash.Of(36, ts1, wb0);
        keys[n++] = FeatureHash.Of(37, tb0, tb1, tb2);
        keys[n++] = FeatureHash.Of(38, ts0, tb0, tb1);
        keys[n++] = FeatureHash.Of(39, ts1, ts0, tb0);
        keys[n++] = FeatureHash.Of(40, ts2, ts1, ts0);
        keys[n++] = FeatureHash.Of(41, ts1, ts0, tb0, tb1);
        keys[n++] = FeatureHash.Of(42, ts0, tb0, tb1, tb2);
        keys[n++] = FeatureHash.Of(43, ws0, tb0, tb1);
        keys[n++] = FeatureHash.Of(44, ts0, wb0, tb1);
        keys[n++] = FeatureHash.Of(45, ts0, tb0, wb1);
        keys[n++] = FeatureHash.Of(46, ws0, ts1, tb0);
        keys[n++] = FeatureHash.Of(47, ts0, ws1, tb0);
        keys[n++] = FeatureHash.Of(48, ts0, ts1, wb0);
        keys[n++] = FeatureHash.Of(49, ts0, Tag(buffer, as0.Left1), tb0);
        keys[n++] = FeatureHash.Of(50, ts0, Tag(buffer, as0.Right1), tb0);
        keys[n++] = FeatureHash.Of(51, ts0, tb0, Tag(buffer, ab0.Left1));
        keys[n++] = FeatureHash.Of(52, ts1, Tag(buffer, as1.Right1), ts0);
        keys[n++] = FeatureHash.Of(53, ts1, Tag(buffer, as1.Left1), ts0);
        keys[n++] = FeatureHash.Of(54, ts1, ts0, Tag(buffer, as0.Left1));
        keys[n++] = FeatureHash.Of(55, ts1, ts0, Tag(buffer, as0.Right1));
        keys[n++] = FeatureHash.Of(56, Word(buffer, as0.Left1).Lower, as0.LeftRelation1, ts0);
        keys[n++] = FeatureHash.Of(57, Word(buffer, as0.Right1).Lower, as0.RightRelation1, ts0);
        keys[n++] = FeatureHash.Of(58, Word(buffer, as1.Right1).Lower, as1.RightRelation1, ts1);
        keys[n++] = FeatureHash.Of(59, Word(buffer, ab0.Left1).Lower, ab0.LeftRelation1, tb0);
        keys[n++] = FeatureHash.Of(60, ts0, as0.LeftRelation1, as0.LeftRelation2);
        keys[n++] = FeatureHash.Of(61, ts0, as0.RightRelation1, as0.RightRelation2);
        keys[n++] = FeatureHash.Of(62, ts1, as1.RightRelation1, as1.RightRelation2);
        keys[n++] = FeatureHash.Of(63, tb0, ab0.LeftRelation1, ab0.LeftRelation2);
        keys[n++] = FeatureHash.Of(64, ts0, near, tb0);
        keys[n++] = FeatureHash.Of(65, ws0, near);
        keys[n++] = FeatureHash.Of(66, wb0, near);
        keys[n++] = FeatureHash.Of(67, ts1, far, ts0);
        keys[n++] = FeatureHash.Of(68, ws1, far);
        keys[n++] = FeatureHash.Of(69, ws0, far);
        keys[n++] = FeatureHash.Of(70, ws0, as0.Lefts, as0.Rights);
        keys[n++] = FeatureHash.Of(71, ts0, as0.Lefts, as0.Rights);
        keys[n++] = FeatureHash.Of(72, ws1, as1.Rights);
        keys[n++] = FeatureHash.Of(73, ts1, as1.Lefts, as1.Rights);
        keys[n++] = FeatureHash.Of(74, wb0, ab0.Lefts);
        keys[n++] = FeatureHash.Of(75, tb0, ab0.Lefts);
        keys[n++] = FeatureHash.Of(76, ts0, as0.LeftSet);
        keys[n++] = FeatureHash.Of(77, ts0, as0.RightSet);
        keys[n++] = FeatureHash.Of(78, ws0, as0.LeftSet);
        keys[n++] = FeatureHash.Of(79, ws0, as0.RightSet);
        keys[n++] = FeatureHash.Of(80, ts1, as1.RightSet, ts0);
        keys[n++] = FeatureHash.Of(81, ws1, as1.RightSet);
        keys[n++] = FeatureHash.Of(82, ts1, as1.LeftSet, ts0);
        keys[n++] = FeatureHash.Of(83, tb0, ab0.LeftSet, ts0);
        keys[n++] = FeatureHash.Of(84, wb0, ab0.LeftSet);
        keys[n++] = FeatureHash.Of(85, s0.Cluster, b0.Cluster);
        keys[n++] = FeatureHash.Of(86, s1.Cluster, s0.Cluster);
        keys[n++] = FeatureHash.Of(87, s0.Cluster, tb0);
        keys[n++] = FeatureHash.Of(88, ts0, b0.Cluster);
        keys[n++] = FeatureHash.Of(89, s1.Cluster, ts0);
        keys[n++] = FeatureHash.Of(90, ts1, s0.Cluster);
        keys[n++] = FeatureHash.Of(91, s0.Cluster, ts0);
        keys[n++] = FeatureHash.Of(92, s1.Cluster, ts1);
        keys[n++] = FeatureHash.Of(93, b0.Cluster, tb0);
        keys[n++] = FeatureHash.Of(94, s0.Broad, b0.Broad, ts0, tb0);
        keys[n++] = FeatureHash.Of(95, s1.Broad, s0.Broad, ts1, ts0);
        keys[n++] = FeatureHash.Of(96, s1.Broad, s0.Broad, b0.Broad);
        keys[n++] = FeatureHash.Of(97, b1.Cluster, tb0);
        keys[n++] = FeatureHash.Of(98, s0.Suffix3, ts0);
        keys[n++] = FeatureHash.Of(99, b0.Suffix3, tb0);
        keys[n++] = FeatureHash.Of(100, ws1, Word(buffer, as1.Right1).Lower, ws0);
        return n;
    }

    private static ulong Distance(int from, int to)
    {
        if (from < 0 || to < 0) return 0;
        var distance = to - from;
        return distance <= 4 ? (ulong)distance : distance <= 6 ? 5UL : distance <= 10 ? 6UL : 7UL;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly WordFeatures Word(SyntaxBuffer buffer, int index)
    {
        if (index < 0) return ref NoWord;
        return ref buffer.Words[index];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref readonly NodeArcs Arcs(ParserState state, int index)
    {
        if (index < 0) return ref NoArcs;
        return ref state.Arcs[index];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Tag(SyntaxBuffer buffer, int index) => index < 0 ? 254UL : buffer.Tags[index];
}
