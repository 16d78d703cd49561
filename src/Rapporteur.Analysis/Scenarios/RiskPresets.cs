using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A scenario that a text suggests: it names a risk and what would set it off.</summary>
/// <param name="Label">R1, R2 …</param>
/// <param name="If">What would have to happen, in the words of the text.</param>
/// <param name="Then">What may go wrong; these words may hold those of <paramref name="If"/>.</param>
/// <param name="Claims">The claims of the sentence that names it; never empty.</param>
public sealed record RiskPreset(string Label, string If, string Then, ImmutableArray<RecordedClaim> Claims)
{
    /// <summary>The scenario.</summary>
    public Scenario Scenario => new([new RiskComesTrue(If, Then, Claims)]);
}

/// <summary>Finds the risks that texts name together with what would set them off: facets of kind <c>risk</c> with a <c>trigger</c> (<c>docs/formats/facets.md</c>).</summary>
public static class RiskPresets
{
    /// <summary>The presets of a snapshot, by reported date. Risks of history, and of sentences without a claim to cite, are none.</summary>
    /// <param name="snapshot">The record as of a day.</param>
    public static ImmutableArray<RiskPreset> Of(RecordSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var told = snapshot.Claims.ToLookup(c => (c.Evidence.TextId, c.Evidence.Span));
        return
        [
            .. snapshot.Facets.Where(f => f.Facet is { Kind: "risk", Polarity: Polarity.Positive } && f.Facet.Modality != Modality.Historical && f.Words("trigger").Any())
                .Select(f => (Facet: f, Claims: Claims(f, told[(f.Evidence.TextId, f.Evidence.Span)]))).Where(r => !r.Claims.IsEmpty).InOrder(r => r.Claims[0])
                .Select((r, i) => new RiskPreset(string.Create(CultureInfo.InvariantCulture, $"R{i + 1}"), string.Join(' ', r.Facet.Words("trigger")), Then(r.Facet), r.Claims)),
        ];
    }

    // Those whose words it shares; all of its sentence where it shares none.
    private static ImmutableArray<RecordedClaim> Claims(RecordedFacet risk, IEnumerable<RecordedClaim> beside)
    {
        var all = beside.ToImmutableArray();
        var shared = all.RemoveAll(c => !risk.Facet.Claims.Contains(c.Claim.Id));
        return shared.IsEmpty ? all : shared;
    }

    private static string Then(RecordedFacet risk) => risk.Words("risk").Concat(risk.Words("harms")).FirstOrDefault() ?? risk.Evidence.Quote;
}
