namespace Rapporteur.Reading;

/// <summary>What a recognised name names.</summary>
public enum NameKind
{
    /// <summary>A person.</summary>
    Person,
    /// <summary>An organisation.</summary>
    Organisation,
    /// <summary>A country, city or other place.</summary>
    Place,
    /// <summary>Something else with a name: an event, a work, a product, an adjective of a nation.</summary>
    Other,
}

/// <summary>The labels of the tagger: outside; begin, inside, last and unit for persons, organisations and places; begin and inside for the rest.</summary>
internal static class NameLabel
{
    /// <summary>Number of labels.</summary>
    public const int Count = 15;

    /// <summary>Labels padded to the width of a vector of 16-bit numbers.</summary>
    public const int Width = 16;

    /// <summary>The label outside every name.</summary>
    public const int Outside = 0;

    private const int OtherBegin = 13, OtherInside = 14;

    private static readonly bool[] Follows = BuildFollows();
    private static readonly int[] FollowMasks = BuildMasks();

    /// <summary>Label of a token at a place in a name.</summary>
    public static int Of(NameKind kind, bool first, bool last) => kind == NameKind.Other
        ? first ? OtherBegin : OtherInside
        : 1 + ((int)kind * 4) + (first ? last ? 3 : 0 : last ? 2 : 1);

    /// <summary>Whether a label may stand after another; -1 is the start of the sentence.</summary>
    public static bool MayFollow(int before, int label) => Follows[((before + 1) * Count) + label];

    /// <summary>All bits where a label may stand after another, else none; a row of <see cref="Width"/> for each label before.</summary>
    public static ReadOnlySpan<int> Masks => FollowMasks;

    /// <summary>Whether a sentence may end with the label.</summary>
    public static bool MayEnd(int label) => label is Outside or OtherBegin or OtherInside || (label - 1) % 4 >= 2;

    /// <summary>Whether a name begins with the label, and its kind.</summary>
    public static bool Begins(int label, out NameKind kind)
    {
        kind = label >= OtherBegin ? NameKind.Other : label > 0 ? (NameKind)((label - 1) / 4) : NameKind.Other;
        return label == OtherBegin || (label is > 0 and < OtherBegin && (label - 1) % 4 is 0 or 3);
    }

    /// <summary>Whether the label goes on with a name that began before.</summary>
    public static bool Continues(int label) => label == OtherInside || (label is > 0 and < OtherBegin && (label - 1) % 4 is 1 or 2);

    private static bool[] BuildFollows()
    {
        var table = new bool[(Count + 1) * Count];
        for (var before = -1; before < Count; before++)
            for (var label = 0; label < Count; label++)
                table[((before + 1) * Count) + label] = Allowed(before, label);
        return table;
    }

    private static int[] BuildMasks()
    {
        var masks = new int[Count * Width];
        for (var before = 0; before < Count; before++)
            for (var label = 0; label < Count; label++) masks[(before * Width) + label] = Allowed(before, label) ? -1 : 0;
        return masks;
    }

    private static bool Allowed(int before, int label)
    {
        if (label == OtherInside) return before is OtherBegin or OtherInside;
        var continues = label is > 0 and < OtherBegin && (label - 1) % 4 is 1 or 2;
        var open = before is > 0 and < OtherBegin && (before - 1) % 4 is 0 or 1;
        return continues ? open && (before - 1) / 4 == (label - 1) / 4 : !open;
    }
}
