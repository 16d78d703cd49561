namespace Rapporteur.Record;

/// <summary>What a check found to differ.</summary>
public enum DifferenceKind
{
    /// <summary>An event does not follow the one before it.</summary>
    Chain,
    /// <summary>The id of an event is not the hash of what it holds.</summary>
    Event,
    /// <summary>A text or reading is missing.</summary>
    Missing,
    /// <summary>A text or reading is not the one that was kept.</summary>
    Content,
    /// <summary>A span of a claim does not lie in its text.</summary>
    Span,
    /// <summary>The words at a span are not the quote.</summary>
    Quote,
    /// <summary>A table or index that is worked out from the events does not follow from them.</summary>
    Projection,
    /// <summary>The database finds its own file damaged.</summary>
    File,
}

/// <summary>One difference between what is kept or shown and what it rests on.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Where">Where: an event, a reference, a source with a span.</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="Found">What stands there; empty where there is nothing.</param>
public sealed record Difference(DifferenceKind Kind, string Where, string Expected, string Found)
{
    /// <summary>One sentence for a person.</summary>
    public override string ToString() => Found.Length == 0
        ? $"{Kind}: {Where}: expected {Expected}, found nothing."
        : $"{Kind}: {Where}: expected {Expected}, found {Found}.";
}
