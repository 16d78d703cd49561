using System.Collections.Concurrent;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>Open ledgers for questions, each for one question at a time, so that what a ledger has looked up once serves the next question. Thread-safe.</summary>
/// <param name="open">Opens one for reading.</param>
internal sealed class LedgerPool(Func<Ledger> open) : IDisposable
{
    private const int MostIdle = 4;
    private readonly ConcurrentBag<Ledger> _idle = [];
    private bool _ended;

    /// <summary>Asks a ledger. One that fails is not asked again; where it had been idle, its connection may have been what failed, and a new one is asked.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="question">What is asked.</param>
    public T Ask<T>(Func<Ledger, T> question)
    {
        if (_idle.TryTake(out var known))
        {
            try
            {
                return Asked(known, question);
            }
            catch (RecordException)
            {
                while (_idle.TryTake(out var other)) other.Dispose();
            }
        }

        return Asked(open(), question);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Volatile.Write(ref _ended, true);
        while (_idle.TryTake(out var ledger)) ledger.Dispose();
    }

    private T Asked<T>(Ledger ledger, Func<Ledger, T> question)
    {
        var well = false;
        try
        {
            var answer = question(ledger);
            well = true;
            return answer;
        }
        finally
        {
            if (well && _idle.Count < MostIdle && !Volatile.Read(ref _ended)) _idle.Add(ledger);
            else ledger.Dispose();
        }
    }
}
