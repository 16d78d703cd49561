using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Claims as a table for spreadsheets and statistics: a row a claim, in the order of the snapshot.</summary>
public sealed class ClaimsCsv : RecordExporter
{
    /// <summary>Names of the columns, in order.</summary>
    internal static ImmutableArray<string> Columns { get; } =
        ["id", "type", "by", "to", "about", "what", "when", "where", "status", "polarity", "modality", "publisher", "date", "source", "span", "quote", "holder", "voice", "marking", "text"];

    /// <inheritdoc/>
    public override string Name => "csv";

    /// <inheritdoc/>
    public override string MediaType => "text/csv; charset=utf-8; header=present";

    internal override string Write(RecordExport export)
    {
        var cells = new ClaimCells(export.Snapshot);
        var table = new CsvTable(Columns.AsSpan());
        foreach (var recorded in export.Snapshot.Claims)
        {
            var (claim, document) = (recorded.Claim, recorded.Document);
            table.Row(
                claim.Id, EnumSpelling.Of(claim.Type), cells.Name(claim.By), cells.Names([.. claim.To, .. claim.Participants]), cells.Names(claim.About), ClaimCells.What(recorded),
                (claim.Due ?? claim.When)?.Value, ClaimCells.Clean(claim.Where), ClaimCells.Code(claim.Status), claim.Polarity == Polarity.Positive ? "positive" : "negative", EnumSpelling.Of(claim.Modality),
                ClaimCells.Clean(document.Publisher), recorded.Reported?.Value, ClaimCells.Clean(document.Source), ClaimCells.Span(recorded.Evidence.Span), recorded.Evidence.Quote,
                cells.Name(claim.Holder), EnumSpelling.Of(claim.Voice), EnumSpelling.Of(document.Marking), recorded.Evidence.TextId);
        }

        return table.ToString();
    }
}
