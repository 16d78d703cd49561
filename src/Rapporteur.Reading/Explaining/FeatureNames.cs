namespace Rapporteur.Reading;

/// <summary>Remembers while features are made what their hashes stand for.</summary>
internal sealed class FeatureNames
{
    private readonly Dictionary<ulong, string> _texts = [];
    private readonly Dictionary<ulong, Parts> _features = [];

    /// <summary>A feature as its template and the values that it looks at.</summary>
    internal readonly record struct Parts(int Template, ulong A, ulong B, ulong C);

    public void Keep(ulong hash, string text) => _texts.TryAdd(hash, text);

    public void Keep(ulong feature, int template, ulong a, ulong b, ulong c) => _features.TryAdd(feature, new(template, a, b, c));

    /// <summary>The word or name that was hashed to the value; null for a value that is a number.</summary>
    public string? Text(ulong value) => _texts.GetValueOrDefault(value);

    /// <summary>Template and values of a feature.</summary>
    public Parts Of(ulong feature) => _features[feature];
}
