using System.Text.RegularExpressions;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>The words of an act with what the sentence says right behind them, where they say too little by themselves.</summary>
internal static partial class WholePhrase
{
    /// <summary>What is promised or offered: "contributions" with "to a peacekeeping force"; null where the claim names nothing.</summary>
    internal static string? Given(RecordedClaim claim) =>
        claim.Words(claim.Claim.What) is not { } what ? null : ContentWords.Of(what).Length > 1 ? what : what + Behind(claim, ToWhat());

    /// <summary>What is refused: "foreign troops" with "as part of a peace deal"; null where the claim names nothing.</summary>
    internal static string? Refused(RecordedClaim claim) => claim.Words(claim.Claim.What) is not { } what ? null : what + Behind(claim, PartOfWhat());

    private static string Behind(RecordedClaim claim, Regex pattern)
    {
        var (start, end) = (claim.Claim.What!.Value.End, claim.Claim.Evidence.End);
        return start < end && pattern.Match(claim.Document.Text[start..end]) is { Success: true } match ? match.Value.TrimEnd() : "";
    }

    [GeneratedRegex(@"^\s+(?:to|for|of)\s[^,;:.—–“”""()]+", RegexOptions.CultureInvariant)]
    private static partial Regex ToWhat();

    [GeneratedRegex(@"^\s+as part of\s[^,;:.—–“”""()]+", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfWhat();
}
