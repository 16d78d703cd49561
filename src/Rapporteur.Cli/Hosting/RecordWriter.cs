using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>Adds readings to a record, many in one transaction, and counts what came of them. What is counted is on the medium.</summary>
/// <param name="ledger">The record.</param>
/// <param name="messages">Names what is left out.</param>
internal sealed class RecordWriter(Ledger ledger, Messages messages)
{
    private const int Batch = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly List<DocumentReading> _waiting = [];
    private readonly Dictionary<Appended, int> _counts = [];
    private long _last = TimeProvider.System.GetTimestamp();

    /// <summary>How many readings ended so.</summary>
    public int this[Appended outcome] => _counts.GetValueOrDefault(outcome);

    /// <summary>Takes a reading; one that does not hold together is named and left out.</summary>
    public void Add(DocumentReading reading)
    {
        if (Ledger.FaultOf(reading) is { } fault)
        {
            messages.LeaveOut($"{reading.Document.Source}: {fault} [unsound-reading]");
            return;
        }

        _waiting.Add(reading);
        if (_waiting.Count >= Batch || TimeProvider.System.GetElapsedTime(_last) > LongestWait) Flush();
    }

    /// <summary>Writes what waits.</summary>
    public void Flush()
    {
        if (_waiting.Count > 0)
        {
            var outcomes = ledger.Append(_waiting);
            for (var i = 0; i < outcomes.Count; i++)
            {
                _counts[outcomes[i]] = _counts.GetValueOrDefault(outcomes[i]) + 1;
                if (outcomes[i] == Appended.Withdrawn) messages.LeaveOut($"{_waiting[i].Document.Source}: It was withdrawn from this record and is not added again. [withdrawn]");
            }

            _waiting.Clear();
        }

        _last = TimeProvider.System.GetTimestamp();
    }
}
