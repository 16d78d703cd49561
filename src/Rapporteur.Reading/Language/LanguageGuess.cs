namespace Rapporteur.Reading;

/// <summary>The language that a text looks like.</summary>
/// <param name="Code">ISO 639-1 code, or <c>und</c> where the text is too short or too mixed to tell.</param>
/// <param name="Name">English name; null for <c>und</c>.</param>
public sealed record LanguageGuess(string Code, string? Name)
{
    /// <summary>It could not be told.</summary>
    public static LanguageGuess Undetermined { get; } = new("und", null);

    /// <summary>Whether a reader of English should go on: English, or Latin letters too few to tell.</summary>
    public bool IsReadAsEnglish => Code is "en" or "und";
}
