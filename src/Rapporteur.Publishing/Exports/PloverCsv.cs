using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Events coded by PLOVER as a table: a row a claim that tells one, in the order of the snapshot.</summary>
public sealed class PloverCsv : RecordExporter
{
    private const string Consult = "CONSULT";

    /// <inheritdoc/>
    public override string Name => "plover";

    /// <inheritdoc/>
    public override string MediaType => "text/csv; charset=utf-8; header=present";

    internal override string Write(RecordExport export)
    {
        var cells = new ClaimCells(export.Snapshot);
        var table = new CsvTable("id", "event", "mode", "context", "date", "date_edtf", "actor", "recipient", "event_text", "text", "span", "text_id", "publisher", "source", "published");
        foreach (var recorded in export.Snapshot.Claims)
        {
            var (claim, document) = (recorded.Claim, recorded.Document);
            if (claim.Event is null) continue;
            var date = claim.When is { IsUnknown: false } when ? when : recorded.Reported;
            var (actors, recipients) = Sides(claim);
            table.Row(
                claim.Id, claim.Event, CsvTable.Several(PloverModes.Of(claim)), CsvTable.Several(Contexts(recorded)), (date?.Earliest ?? date?.Latest)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date?.Value,
                cells.Names([.. actors]), cells.Names([.. recipients]), Quoting.Clean(claim.Trigger.Slice(document.Text)), recorded.Evidence.Quote, ClaimCells.Span(recorded.Evidence.Span), recorded.Evidence.TextId,
                ClaimCells.Clean(document.Publisher), ClaimCells.Clean(document.Source), recorded.Reported?.Value);
        }

        return table.ToString();
    }

    // All who consult are actors, and nobody is a recipient (manual, 2.4). The reporter is no actor.
    private static (IEnumerable<string> Actors, IEnumerable<string> Recipients) Sides(Claim claim)
    {
        var by = claim.By is { } one && one != Actor.Narrator ? [one] : Array.Empty<string>();
        return claim.Event == Consult && !claim.Participants.IsDefaultOrEmpty
            ? (by.Concat(claim.Participants).Distinct(StringComparer.Ordinal), [])
            : (by, claim.To.Concat(claim.About).Distinct(StringComparer.Ordinal));
    }

    // PLOVER's auxiliary modes, which stand among the contexts.
    private static IEnumerable<string> Contexts(RecordedClaim recorded)
    {
        var claim = recorded.Claim;
        if (claim.Modality == Modality.Historical) yield return "historical";
        if (claim.When?.Earliest is { } first && recorded.Reported?.Latest is { } told && first > told) yield return "future";
        if (claim.Modality == Modality.Hypothetical) yield return "hypothetical";
        if (claim.Polarity == Polarity.Negative) yield return "negation";
    }
}
