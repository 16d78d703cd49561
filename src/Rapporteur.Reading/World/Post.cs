namespace Rapporteur.Reading;

/// <summary>An office that a person held, with its days.</summary>
/// <param name="Office">The office in lower case unless it holds a name: "foreign minister".</param>
/// <param name="Of">Slug of the state or body whose office it is.</param>
/// <param name="From">First day in office.</param>
/// <param name="To">Last day in office; null while it lasts.</param>
public sealed record Post(string Office, string Of, DateOnly From, DateOnly? To)
{
    /// <summary>Whether the person held the office on the day, both ends included.</summary>
    /// <param name="day">The day asked for.</param>
    public bool HeldOn(DateOnly day) => From <= day && (To is not { } to || day <= to);
}
