namespace Rapporteur.Cli;

/// <summary>A call that cannot be carried out: a sentence for the user that says what to do, and the exit code.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="code">Exit code, <see cref="ExitCode.Usage"/> by default.</param>
public sealed class CallException(string message, int code = ExitCode.Usage) : Exception(message)
{
    /// <summary>Exit code of the program.</summary>
    public int Code { get; } = code;
}
