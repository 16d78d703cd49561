namespace Rapporteur.Publishing;

/// <summary>What a badge tells.</summary>
public enum BadgeKind
{
    /// <summary>State of a thread: <c>scheduled</c>, <c>lapsed</c>, <c>kept</c>.</summary>
    State,
    /// <summary>Whose voice carries the claim: <c>party</c>, <c>anonymous</c>.</summary>
    Voice,
    /// <summary>How sure the text makes it: <c>possible</c>, <c>probable</c>, <c>hypothetical</c>, <c>historical</c>.</summary>
    Hedge,
    /// <summary>How words are quoted: <c>direct</c>, <c>indirect</c>, <c>mixed</c>.</summary>
    Quotation,
    /// <summary>In what way two accounts differ.</summary>
    Dispute,
    /// <summary>No text states it: it follows from several that do.</summary>
    Inferred,
    /// <summary>Reported since <see cref="BriefOptions.Since"/>.</summary>
    New,
    /// <summary>What a person decided about it: <c>accept</c>, <c>correct</c>, <c>add</c>.</summary>
    Ruling,
}

/// <summary>A short label beside a line or heading.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Code">Stable code, lower case with hyphens, such as <c>called-for</c>.</param>
/// <param name="Text">The words shown for the code.</param>
public sealed record Badge(BadgeKind Kind, string Code, string Text);
