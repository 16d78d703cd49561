using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Says features of the scorer in words, by the templates of <c>data/explaining/features.tsv</c>. Immutable and thread-safe.</summary>
public sealed class FeatureWords
{
    private static readonly string[] Parts = ["a", "b", "c"];
    private readonly Dictionary<int, string> _templates = [];
    private readonly Dictionary<string, string[]> _values = new(StringComparer.Ordinal);

    /// <summary>Loads the words.</summary>
    /// <param name="data">The data folder; throws <see cref="InvalidDataException"/> for a line that is wrong.</param>
    public FeatureWords(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        const string file = "explaining/features.tsv";
        foreach (var line in data.Lines(file))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0) throw new InvalidDataException($"{file}: “{line}” is not a number or name, a tab and words.");
            var (key, words) = (line[..tab], line[(tab + 1)..]);
            if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var template)) _templates.Add(template, words);
            else _values.Add(key, words.Split('|'));
        }
    }

    /// <summary>The feature in words.</summary>
    internal string Of(FeatureNames names, ulong feature)
    {
        var (template, a, b, c) = names.Of(feature);
        if (!_templates.TryGetValue(template, out var words)) return string.Create(CultureInfo.InvariantCulture, $"feature {template}");
        ReadOnlySpan<ulong> values = [a, b, c];
        for (var i = 0; i < Parts.Length; i++)
        {
            for (var open = words.IndexOf("{" + Parts[i] + ":", StringComparison.Ordinal); open >= 0; open = words.IndexOf("{" + Parts[i] + ":", StringComparison.Ordinal))
            {
                var close = words.IndexOf('}', open);
                words = words[..open] + Value(names, words[(open + 3)..close], values[i]) + words[(close + 1)..];
            }
        }

        return words;
    }

    private string Value(FeatureNames names, string kind, ulong value) => kind switch
    {
        "word" => names.Text(value) is { Length: > 0 } text ? text : "–",
        "type" => EnumSpelling.Of((ClaimType)(value - 1)),
        "modality" => EnumSpelling.Of((Modality)value),
        "zone" => EnumSpelling.Of((ZoneKind)value),
        "voice" => Voice(value),
        "voice-tense" => $"{Voice(value / 8)}, {Named("tense", value % 8)}",
        "status" => value == 1 ? "floated or none" : EnumSpelling.Of((ClaimStatus)(value - 1)),
        "claim" => EnumSpelling.Of((ClaimType)value),
        _ => Named(kind, value),
    };

    // Bits 0–3: kind of speaker; 4: in quotation marks; 5: inside an attribution.
    private string Voice(ulong value) =>
        Named("speaker", value & 15) + ((value & 16) != 0 ? ", in quotation marks" : "") + ((value & 32) != 0 ? ", attributed" : "");

    private string Named(string kind, ulong value) => _values.TryGetValue(kind, out var names) && value < (ulong)names.Length
        ? names[value]
        : value.ToString(CultureInfo.InvariantCulture);
}
