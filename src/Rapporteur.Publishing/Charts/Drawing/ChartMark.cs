namespace Rapporteur.Publishing;

/// <summary>What a mark of a chart says to who points at it, follows it or cannot see it.</summary>
/// <param name="Title">The whole line, with source and words where it stands for a claim.</param>
/// <param name="Href">Where it can be opened: an anchor, a path or an address of the web; null for what has no place of its own.</param>
public sealed record ChartMark(string Title, string? Href = null);
