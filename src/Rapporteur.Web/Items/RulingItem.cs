using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Web;

/// <summary>A ruling as lists show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Verdict">The decision in one word.</param>
/// <param name="Author">Who decided.</param>
/// <param name="Time">When, in UTC.</param>
/// <param name="Reason">Why; null where no reason was given.</param>
/// <param name="Value">Date, state, grade or remark; null for verdicts without.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Fields">Fields in which a later reading differs.</param>
/// <param name="Address">Where it can be looked at; null where what it is about is absent.</param>
public sealed record RulingItem(string Id, string Verdict, string Author, DateTimeOffset Time, string? Reason, string? Value, string Standing, string Subject, ImmutableArray<string> Fields, string? Address)
{
    /// <summary>A ruling as it stands in a snapshot.</summary>
    public static RulingItem Of(AppliedRuling applied) => new(
        applied.Ruling.Id, applied.Ruling.Verdict, applied.Ruling.Author, applied.Ruling.Time, applied.Reason, applied.Value, EnumSpelling.Of(applied.Standing), applied.Subject, applied.Fields,
        applied.Ruling.TextId is { } text && Domain.Verdict.SortOf(applied.Ruling.Verdict) == "claim" ? $"{ClaimItem.ReviewAddress(text)}#c-{applied.Ruling.Key}" : null);

    /// <summary>A ruling of the ledger.</summary>
    public static RulingItem Of(Ruling ruling)
    {
        var payload = RulingPayload.Parse(ruling.Payload);
        return new(ruling.Id, ruling.Verdict, ruling.Author, ruling.Time, payload?.Reason, payload?.Value, "stands", "", [], null);
    }
}
