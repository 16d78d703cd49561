namespace Rapporteur.Cli;

/// <summary>A call that cannot be carried out: a sentence for the user that says what to do, and the exit code.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="code">Exit code, <see cref="ExitCode.Usage"/> by default.</param>
public sealed class CallException(string message, int code = ExitCode.Usage) : Exception(message)
{
    /// <summary>Exit code of the program.</summary>
    public int Code { get; } = code;

    /// <summary>What an argument was refused for, without the name that the argument has in the code.</summary>
    /// <param name="wrong">The refusal.</param>
    public static CallException Of(Exception wrong)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        return new(Sentence(wrong.Message));
    }

    /// <summary>A message of the code as a sentence for the user.</summary>
    /// <param name="message">The message.</param>
    public static string Sentence(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var at = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return at < 0 ? message : message[..at];
    }
}
