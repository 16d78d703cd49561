namespace Rapporteur.Reading;

/// <summary>What the tagger looks at.</summary>
internal static class TaggerFeatures
{
    /// <summary>More than <see cref="Fill"/> ever writes.</summary>
    public const int Most = 64;

    /// <summary>Writes the keys of the features of one word, whose left neighbours are tagged; returns how many.</summary>
    public static int Fill(SyntaxBuffer buffer, int i, Span<ulong> keys)
    {
        ref readonly var w = ref buffer.Words[i];
        ref readonly var p1 = ref At(buffer, i - 1);
        ref readonly var p2 = ref At(buffer, i - 2);
        ref readonly var n1 = ref At(buffer, i + 1);
        ref readonly var n2 = ref At(buffer, i + 2);
        ulong t1 = i > 0 ? buffer.Tags[i - 1] : Tagger.RootTag;
        ulong t2 = i > 1 ? buffer.Tags[i - 2] : Tagger.RootTag;
        var place = i == 0 ? 1UL : 0UL;
        var n = 0;
        keys[n++] = FeatureHash.Of(0, 0);
        keys[n++] = FeatureHash.Of(1, w.Lower);
        keys[n++] = FeatureHash.Of(2, w.Form);
        keys[n++] = FeatureHash.Of(3, w.Shape, place);
        keys[n++] = FeatureHash.Of(4, w.Suffix1);
        keys[n++] = FeatureHash.Of(5, w.Suffix2);
        keys[n++] = FeatureHash.Of(6, w.Suffix3);
        keys[n++] = FeatureHash.Of(7, w.Suffix4);
        keys[n++] = FeatureHash.Of(8, w.Suffix5);
        keys[n++] = FeatureHash.Of(9, w.Prefix1);
        keys[n++] = FeatureHash.Of(10, w.Prefix2);
        keys[n++] = FeatureHash.Of(11, w.Prefix3);
        keys[n++] = FeatureHash.Of(12, t1);
        keys[n++] = FeatureHash.Of(13, t1, t2);
        keys[n++] = FeatureHash.Of(14, t1, w.Lower);
        keys[n++] = FeatureHash.Of(15, t1, t2, w.Lower);
        keys[n++] = FeatureHash.Of(16, p1.Lower);
        keys[n++] = FeatureHash.Of(17, p2.Lower);
        keys[n++] = FeatureHash.Of(18, n1.Lower);
        keys[n++] = FeatureHash.Of(19, n2.Lower);
        keys[n++] = FeatureHash.Of(20, p1.Lower, w.Lower);
        keys[n++] = FeatureHash.Of(21, w.Lower, n1.Lower);
        keys[n++] = FeatureHash.Of(22, p1.Lower, n1.Lower);
        keys[n++] = FeatureHash.Of(23, n1.Suffix3);
        keys[n++] = FeatureHash.Of(24, p1.Suffix3);
        keys[n++] = FeatureHash.Of(25, n1.Shape);
        keys[n++] = FeatureHash.Of(26, p1.Shape, w.Shape, n1.Shape);
        keys[n++] = FeatureHash.Of(27, w.Ambiguity);
        keys[n++] = FeatureHash.Of(28, n1.Ambiguity);
        keys[n++] = FeatureHash.Of(29, n2.Ambiguity);
        keys[n++] = FeatureHash.Of(30, w.Ambiguity, n1.Ambiguity);
        keys[n++] = FeatureHash.Of(31, t1, w.Ambiguity, n1.Ambiguity);
        keys[n++] = FeatureHash.Of(32, w.Ambiguity, n1.Ambiguity, n2.Ambiguity);
        keys[n++] = FeatureHash.Of(33, t1, n1.Ambiguity);
        keys[n++] = FeatureHash.Of(34, t1, w.Suffix3);
        keys[n++] = FeatureHash.Of(35, w.Suffix2, w.Shape, place);
        keys[n++] = FeatureHash.Of(36, t1, t2, w.Ambiguity);
        keys[n++] = FeatureHash.Of(37, w.Lower, n1.Ambiguity);
        keys[n++] = FeatureHash.Of(38, w.Lower, n1.Ambiguity, n2.Ambiguity);
        keys[n++] = FeatureHash.Of(39, w.Cluster);
        keys[n++] = FeatureHash.Of(40, w.Broad, w.Suffix2);
        keys[n++] = FeatureHash.Of(41, p1.Cluster);
        keys[n++] = FeatureHash.Of(42, n1.Cluster);
        keys[n++] = FeatureHash.Of(43, p1.Broad, w.Cluster);
        keys[n++] = FeatureHash.Of(44, w.Cluster, n1.Broad);
        keys[n++] = FeatureHash.Of(45, w.Cluster, w.Shape, place);
        keys[n++] = FeatureHash.Of(46, t1, w.Cluster);
        keys[n++] = FeatureHash.Of(47, p2.Lower, p1.Lower);
        keys[n++] = FeatureHash.Of(48, n1.Lower, n2.Lower);
        return n;
    }

    private static ref readonly WordFeatures At(SyntaxBuffer buffer, int i) => ref buffer.Words[(uint)i < (uint)buffer.Count ? i : buffer.Count];
}
