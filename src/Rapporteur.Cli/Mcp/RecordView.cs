using Rapporteur.Domain;
using Rapporteur.Plugs;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>The record as a program that asks may see it. Every question opens it anew, for reading only, so that what was added meanwhile is told.</summary>
/// <param name="record">File or address of the record.</param>
/// <param name="dossier">The dossier; null where there is none.</param>
/// <param name="limit">Strictest marking that is shown.</param>
internal sealed class RecordView(string record, Dossier? dossier, Marking limit)
{
    /// <summary>Strictest marking that is shown.</summary>
    public Marking Limit => limit;

    /// <summary>The dossier; null where there is none.</summary>
    public Dossier? Dossier => dossier;

    /// <summary>A parameter for the day as of which the record speaks.</summary>
    public static McpParameter AsOf { get; } = new("asOf", McpKind.Text, "Speak as of this day (2025-10-22): what was published later is left out. Default: everything.");

    /// <summary>The snapshot as of the day that the arguments name.</summary>
    public RecordSnapshot Snapshot(McpArguments arguments) => Snapshot(Day(arguments, AsOf.Name));

    /// <summary>The snapshot as of a day.</summary>
    public RecordSnapshot Snapshot(DateOnly? day) => Ask(ledger => ledger.Snapshot(day, null, limit, dossier));

    /// <summary>A listing of a snapshot.</summary>
    public RecordListing Listing(RecordSnapshot snapshot, DateOnly? day = null) => new(snapshot, limit, day);

    /// <summary>Asks the record; what is wrong with it becomes a refusal that says what to do.</summary>
    public T Ask<T>(Func<Ledger, T> question)
    {
        try
        {
            using var ledger = Ledger.Open(record, LedgerHost.System, readOnly: true);
            return question(ledger);
        }
        catch (RecordException wrong)
        {
            throw new McpRefusalException(wrong.Message);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new McpRefusalException($"The record cannot be read ({wrong.Message}); look whether it is where it was when this server was started.");
        }
    }

    /// <summary>A day that the arguments name; null where they name none.</summary>
    public static DateOnly? Day(McpArguments arguments, string name)
    {
        if (arguments.Text(name) is not { } spelled) return null;
        return Edtf.Parse(spelled) is { IsDay: true, Earliest: { } day } ? day : throw new McpRefusalException($"'{name}' takes a day such as 2025-10-22.");
    }
}
