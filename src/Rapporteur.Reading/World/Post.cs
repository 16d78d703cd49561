namespace Rapporteur.Reading;

/// <summary>An office that a person held, with its bounds. A bound that is known to the month or year only counts at its widest.</summary>
/// <param name="Office">The office in lower case unless it holds a name: "foreign minister".</param>
/// <param name="Of">Slug of the state or body whose office it is.</param>
/// <param name="From">First day in office; null where unknown.</param>
/// <param name="To">Last day in office; null where unknown or while it lasts.</param>
/// <param name="Lasts">Whether the person still held it when the list was last revised.</param>
public sealed record Post(string Office, string Of, DateOnly? From, DateOnly? To, bool Lasts)
{
    /// <summary>Whether both ends are known, or the beginning and that it lasts.</summary>
    public bool IsBounded => From is not null && (To is not null || Lasts);

    /// <summary>Whether the person can have held the office on the day, both ends included; an unknown end bounds nothing.</summary>
    /// <param name="day">The day asked for.</param>
    public bool HeldOn(DateOnly day) => (From is not { } from || from <= day) && (To is not { } to || day <= to);
}
