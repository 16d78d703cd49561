using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>One thing that happened to a record. Events are never changed or removed; texts lie outside, referenced by keyed hash.</summary>
public abstract record LedgerEvent
{
    /// <summary>Hash of ledger, sequence, previous, recorded time, kind and payload. It and the four that follow are set by the chain to which the event is added.</summary>
    public string Id { get; init; } = "";

    /// <summary>Id of the ledger that recorded it.</summary>
    public string Ledger { get; init; } = "";

    /// <summary>Place in the chain of that ledger, from 1.</summary>
    public long Sequence { get; init; }

    /// <summary>Id of the event before; empty for the first.</summary>
    public string Previous { get; init; } = "";

    /// <summary>When the ledger learned it, in UTC.</summary>
    public DateTimeOffset Recorded { get; init; }

    /// <summary>Ids of the events that this one replaces, sorted; empty for the first of a document. A withdrawal names those that it withdraws; a ruling names rulings.</summary>
    public ImmutableArray<string> Follows { get; init; } = [];
}

/// <summary>An event about a document.</summary>
public abstract record DocumentEvent : LedgerEvent
{
    /// <summary>Reference of the path or address.</summary>
    public required string Source { get; init; }

    /// <summary>Reference of the text.</summary>
    public required string Text { get; init; }

    /// <summary>Reference of what was read, in the stored form.</summary>
    public required string Reading { get; init; }
}

/// <summary>A document was read.</summary>
public sealed record DocumentRead : DocumentEvent
{
    /// <summary>Which reader read it.</summary>
    public required ReaderIdentity Reader { get; init; }
}

/// <summary>A document was kept but not read.</summary>
public sealed record DocumentLeftOut : DocumentEvent
{
    /// <summary>Why, as a stable code such as <c>binary</c> or <c>not-english</c>.</summary>
    public required string Code { get; init; }
}

/// <summary>The text of a document was taken out of the record for good, with everything that was derived from it. The tombstone says by whom and why.</summary>
public sealed record DocumentWithdrawn : LedgerEvent
{
    /// <summary>Who withdrew it.</summary>
    public required string Author { get; init; }

    /// <summary>Why, in a sentence that does not name the source.</summary>
    public required string Reason { get; init; }

    /// <summary>Reference of the guard: keyed hashes by which other copies of the document are known.</summary>
    public required string Guard { get; init; }
}

/// <summary>A person ruled.</summary>
public sealed record RulingMade : LedgerEvent
{
    /// <summary>Id of the ruling, which covers the fields below and <see cref="LedgerEvent.Follows"/>.</summary>
    public required string Ruling { get; init; }

    /// <summary>What it is about.</summary>
    public required string Key { get; init; }

    /// <summary>The decision in one word.</summary>
    public required string Verdict { get; init; }

    /// <summary>Who ruled.</summary>
    public required string Author { get; init; }

    /// <summary>When the person ruled, in UTC; <see cref="LedgerEvent.Recorded"/> says when the ledger learned it.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Reference of what else it says, with the hash of the text to which it belongs.</summary>
    public required string Body { get; init; }
}
