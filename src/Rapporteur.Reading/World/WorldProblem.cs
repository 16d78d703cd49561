namespace Rapporteur.Reading;

/// <summary>A line of a world file that cannot be read.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Message">What is wrong with it, in a sentence.</param>
public sealed record WorldProblem(string File, int Line, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}: {Message}";
}
