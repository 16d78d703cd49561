namespace Rapporteur.Domain;

/// <summary>Why a line is not in the interchange format.</summary>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Path">Where in the line, such as <c>claims[3].evidence</c>; empty for the line as a whole.</param>
/// <param name="Problem">What was expected there and what was found.</param>
public sealed record InterchangeError(int Line, string Path, string Problem)
{
    /// <summary>One sentence for a person.</summary>
    public override string ToString() => Path.Length == 0 ? $"Line {Line}: {Problem}." : $"Line {Line}, {Path}: {Problem}.";
}

/// <summary>What came of reading one line: a reading or an error, never both.</summary>
/// <param name="Reading">The reading; null on error.</param>
/// <param name="Error">The error; null when the line was understood.</param>
public sealed record ReadingParse(DocumentReading? Reading, InterchangeError? Error)
{
    /// <summary>The reading; throws <see cref="FormatException"/> with the error where there is none.</summary>
    public DocumentReading Required => Reading ?? throw new FormatException(Error?.ToString());
}
