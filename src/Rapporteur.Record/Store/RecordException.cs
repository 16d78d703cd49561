namespace Rapporteur.Record;

/// <summary>Why a record cannot be used.</summary>
public enum RecordFault
{
    /// <summary>There is no such file.</summary>
    NotFound,
    /// <summary>There is a file where a new record was to be made.</summary>
    Exists,
    /// <summary>The file is no record of this program.</summary>
    Foreign,
    /// <summary>A newer version of the program wrote it.</summary>
    Newer,
    /// <summary>The file is damaged.</summary>
    Corrupt,
    /// <summary>The place cannot be written to, or the record was opened for reading only.</summary>
    Unwritable,
    /// <summary>Another process holds it.</summary>
    InUse,
    /// <summary>The server cannot be reached, or does not let the user in.</summary>
    Unreachable,
}

/// <summary>A record that cannot be opened, read or written. The message is one sentence for a person and says what to do.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The error beneath; null where there is none.</param>
public sealed class RecordException(RecordFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is wrong.</summary>
    public RecordFault Fault { get; } = fault;
}
