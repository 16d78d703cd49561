using System.Security.Cryptography;

namespace Rapporteur.Record;

/// <summary>What a ledger takes from its host: the clock for recorded times, and random bytes for its id and for the keys of its texts. Neither reaches a brief.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="RandomBytes">Gives as many random bytes as asked for.</param>
public sealed record LedgerHost(TimeProvider Clock, Func<int, byte[]> RandomBytes)
{
    /// <summary>The clock of the machine and its cryptographic source of chance.</summary>
    public static LedgerHost System { get; } = new(TimeProvider.System, RandomNumberGenerator.GetBytes);
}
