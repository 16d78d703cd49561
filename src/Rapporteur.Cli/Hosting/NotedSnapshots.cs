using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>Snapshots of a record for commands.</summary>
internal static class NotedSnapshots
{
    /// <summary>A snapshot; what the record found damaged on the way, and worked out anew, is noted.</summary>
    public static RecordSnapshot Snapshot(this Ledger ledger, Messages messages, DateOnly? asOf = null, DateOnly? knownOn = null, Marking limit = Marking.Red, Dossier? dossier = null)
    {
        var told = ledger.Remarks.Count;
        var snapshot = ledger.Snapshot(asOf, knownOn, limit, dossier);
        foreach (var remark in ledger.Remarks.Skip(told)) messages.Note(remark);
        return snapshot;
    }
}
