using Rapporteur.Domain;

namespace Rapporteur.Plugs;

/// <summary>Codes of the notes that a second reader leaves in a reading.</summary>
public static class ReaderNotes
{
    /// <summary>It was asked: how many claims were taken and refused, with the reasons.</summary>
    public const string Asked = "second-reader";

    /// <summary>The marking of the document forbids to ask it.</summary>
    public const string Withheld = "second-reader-withheld";

    /// <summary>The server could not be reached.</summary>
    public const string Unreachable = "second-reader-unreachable";

    /// <summary>The server did not answer in time.</summary>
    public const string TimedOut = "second-reader-timeout";

    /// <summary>The server answered with a status other than success.</summary>
    public const string Status = "second-reader-status";

    /// <summary>The answer is not what was asked for.</summary>
    public const string Malformed = "second-reader-malformed";

    /// <summary>Whether a note says that the document, or a part of it, was not read by the second reader.</summary>
    /// <param name="note">The note.</param>
    public static bool IsFailure(ReadingNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.Code is Withheld or Unreachable or TimedOut or Status or Malformed;
    }
}
