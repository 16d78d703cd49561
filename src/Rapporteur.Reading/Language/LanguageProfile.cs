namespace Rapporteur.Reading;

/// <summary>What gives one language away.</summary>
internal sealed record LanguageProfile(string Code, string Name, string Script, string Letters, IReadOnlyList<string> Words)
{
    /// <summary>Reads <c>code|name|script|letters|words</c>; throws <see cref="InvalidDataException"/> with the line otherwise.</summary>
    public static LanguageProfile Parse(string line)
    {
        var parts = line.Split('|');
        if (parts.Length != 5) throw new InvalidDataException($"Not code|name|script|letters|words: {line}");
        return new(parts[0], parts[1], parts[2], parts[3], parts[4].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
