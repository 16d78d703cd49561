using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A scenario that a text suggests: it names a risk and on what it hangs.</summary>
/// <param name="Label">R1, R2 …</param>
/// <param name="If">What would have to happen, in the words of the text.</param>
/// <param name="Then">What could fail.</param>
/// <param name="Risk">The claim.</param>
public sealed record RiskPreset(string Label, string If, string Then, RecordedClaim Risk)
{
    /// <summary>The scenario.</summary>
    public Scenario Scenario => new([new RiskComesTrue(If, Risk)]);
}

/// <summary>Finds the risks that texts name: conditions and assessments of the form "could fail if …" (<c>data/issues/failure-words.txt</c>).</summary>
public static partial class RiskPresets
{
    /// <summary>The presets of a snapshot, by reported date.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    public static ImmutableArray<RiskPreset> Of(RecordSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return
        [
            .. snapshot.Claims.Where(c => c.Claim is { Type: ClaimType.Condition or ClaimType.Assessment } && c.Claim.Modality != Modality.Historical && Lists.Has(Lists.Failure, c.Evidence.Quote))
                .Select(c => (Claim: c, Parts: Split(c))).Where(c => c.Parts is not null).DistinctBy(c => (c.Claim.Evidence.TextId, c.Claim.Evidence.Span)).InOrder(c => c.Claim)
                .Select((c, i) => new RiskPreset(string.Create(CultureInfo.InvariantCulture, $"R{i + 1}"), c.Parts!.Value.If, c.Parts.Value.Then, c.Claim)),
        ];
    }

    private static (string If, string Then)? Split(RecordedClaim claim)
    {
        if (claim.Claim is { If: { } first, Then: { } then }) return (claim.Words(first)!, claim.Words(then)!);
        var words = claim.Words(claim.Claim.What) ?? claim.Evidence.Quote;
        if (Risk().Match(words) is not { Success: true } match) match = Risk().Match(claim.Evidence.Quote);
        return match.Success && Lists.Has(Lists.Failure, match.Groups["then"].Value) ? (match.Groups["if"].Value.Trim(), match.Groups["then"].Value.Trim()) : null;
    }

    [GeneratedRegex(@"^(?<then>.+?)\s+(?:if|should|unless|without)\s+(?<if>[^.;]+)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Risk();
}
