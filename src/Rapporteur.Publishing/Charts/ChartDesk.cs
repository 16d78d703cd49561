using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Where the charts of one record are put together. It makes the marks of claims and remembers the documents to which they lead. Not thread-safe; one for each brief or file.</summary>
/// <param name="brief">The desk of the brief: what may be told, names and order of sides.</param>
/// <param name="link">Where a claim can be opened; null where it cannot.</param>
internal sealed class ChartDesk(BriefDesk brief, Func<RecordedClaim, string?> link)
{
    private const int LongestQuote = 180;
    private readonly Dictionary<string, SourceDocument> _cited = new(StringComparer.Ordinal);

    /// <summary>The desk of the brief.</summary>
    public BriefDesk Brief { get; } = brief;

    /// <summary>Documents to which marks lead, by day of publication, then source.</summary>
    public IEnumerable<SourceDocument> Cited => _cited.Values.OrderBy(d => d.Published.Anchor ?? DateOnly.MaxValue).ThenBy(d => d.Source, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal);

    /// <summary>Charts of a brief, whose marks lead to the lines that cite their claims.</summary>
    public static ChartDesk Of(BriefDesk desk) => new(desk, claim => desk.AnchorOf(PassageMaker.Key(claim)) is { } anchor ? "#" + anchor : null);

    /// <summary>A mark that stands for a claim: what it says, by which source, in which words.</summary>
    public ChartMark Mark(string words, RecordedClaim claim)
    {
        _cited.TryAdd(claim.Document.Id, claim.Document);
        return new($"{words} – {PassageMaker.Label(claim.Document, Brief.Day)}: “{Quoting.Cut(Quoting.Tidy(claim.Evidence.Quote), LongestQuote)}”", link(claim));
    }

    /// <summary>Key of the side on which an actor stands: its party, else itself.</summary>
    public string Side(string actor) => Brief.Names.PartyOf(actor) ?? actor;

    /// <summary>Name of a side.</summary>
    public string Name(string side) => Brief.Names.Heading(side).Text;

    /// <summary>Whether somebody with a name stands behind a key: no narrator, no description.</summary>
    public bool IsNamed(string side) => Brief.Snapshot.Actors.TryGetValue(side, out var actor) && !ActorNames.IsDescription(actor) && !actor.IsMedium;
}
