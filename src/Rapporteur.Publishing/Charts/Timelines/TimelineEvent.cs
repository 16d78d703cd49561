using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Lane of a timeline.</summary>
public enum TimelineLane
{
    /// <summary>Meetings, talks, calls, visits.</summary>
    Meetings,
    /// <summary>Deadlines by the day they fall due.</summary>
    Deadlines,
    /// <summary>Events on the ground.</summary>
    Ground,
}

/// <summary>An event of a timeline.</summary>
/// <param name="Lane">Lane in which it stands.</param>
/// <param name="When">Day or interval.</param>
/// <param name="Label">Short words beside its mark.</param>
/// <param name="Detail">The whole line, shown on hovering.</param>
/// <param name="Href">Where the line or card that tells it can be opened; null where it has no place.</param>
/// <param name="Firm">False for what is only floated, hedged or disputed; it is drawn hollow.</param>
public sealed record TimelineEvent(TimelineLane Lane, Edtf When, string Label, string Detail, string? Href, bool Firm);
