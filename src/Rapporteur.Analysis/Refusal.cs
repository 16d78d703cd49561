namespace Rapporteur.Analysis;

/// <summary>What a value of the domain was refused for, in words for whoever wrote the file.</summary>
internal static class Refusal
{
    /// <summary>The message without the name that the argument has in the code.</summary>
    /// <param name="refused">The refusal.</param>
    public static string Reason(ArgumentException refused)
    {
        var at = refused.ParamName is null ? -1 : refused.Message.IndexOf($" (Parameter '{refused.ParamName}')", StringComparison.Ordinal);
        return at < 0 ? refused.Message : refused.Message[..at];
    }
}
