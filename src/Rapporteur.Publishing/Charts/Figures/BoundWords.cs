using System.Collections.Frozen;

namespace Rapporteur.Publishing;

/// <summary>How a qualifier bounds a number, from <c>data/publishing/bound-words.txt</c>.</summary>
internal static class BoundWords
{
    private static readonly FrozenDictionary<string, FigureBound> Bounds = Load();

    /// <summary>The bound of a qualifier; one that is not known leaves open how near the number is.</summary>
    public static FigureBound Of(string? qualifier) =>
        string.IsNullOrWhiteSpace(qualifier) ? FigureBound.Exact : Bounds.GetValueOrDefault(Quoting.Clean(qualifier).ToLowerInvariant(), FigureBound.About);

    private static FrozenDictionary<string, FigureBound> Load()
    {
        using var stream = typeof(BoundWords).Assembly.GetManifestResourceStream("bound-words.txt")
            ?? throw new InvalidOperationException("The assembly lacks its words of bounds; data/publishing/bound-words.txt was not there when it was built.");
        using var reader = new StreamReader(stream);
        var bounds = new Dictionary<string, FigureBound>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var bound = Enum.GetValues<FigureBound>().First(b => Words.Code(b) == line[..blank]);
            bounds.Add(line[(blank + 1)..], bound);
        }

        return bounds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
