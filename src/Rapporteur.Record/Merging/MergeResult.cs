using System.Collections.Immutable;

namespace Rapporteur.Record;

/// <summary>A chain that went two ways: the same ledger and sequence with different events. Happens where a file was copied and both copies were added to.</summary>
/// <param name="Ledger">Id of the ledger.</param>
/// <param name="Sequence">First place at which the chains differ.</param>
/// <param name="Here">Id of the event in this record.</param>
/// <param name="There">Id of the event in the other.</param>
public sealed record Fork(string Ledger, long Sequence, string Here, string There)
{
    /// <summary>One sentence for a person.</summary>
    public override string ToString() => $"The chain of ledger {Ledger} went two ways at event {Sequence}: here {Here}, there {There}.";
}

/// <summary>What came of a merge.</summary>
/// <param name="Events">How many events were new.</param>
/// <param name="Documents">How many documents changed what is known of them.</param>
/// <param name="Withdrawn">How many withdrawals came along.</param>
/// <param name="Withheld">How many documents stayed behind because of their marking.</param>
/// <param name="Forks">Chains that went two ways; where there is one, nothing was merged.</param>
/// <param name="Faults">What is wrong with the other record; where there is something, nothing was merged.</param>
public sealed record MergeResult(int Events, int Documents, int Withdrawn, int Withheld, ImmutableArray<Fork> Forks, ImmutableArray<Difference> Faults);
