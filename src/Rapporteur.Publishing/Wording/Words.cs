using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Rapporteur.Publishing;

/// <summary>The words that a brief adds to those of its sources, from <c>data/publishing/words.json</c>.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<string, string> Entries = Load();

    /// <summary>Every key, such as <c>status.called-for</c>.</summary>
    public static IEnumerable<string> Keys => Entries.Keys;

    /// <summary>The words at a key; throws <see cref="KeyNotFoundException"/> where the file has none.</summary>
    public static string Of(string key) => Entries[key];

    /// <summary>The words at a key, or null.</summary>
    public static string? Find(string key) => Entries.GetValueOrDefault(key);

    /// <summary>The words for a value of an enumeration.</summary>
    public static string Of<T>(string group, T value) where T : struct, Enum => Entries[$"{group}.{Code(value)}"];

    /// <summary>The words for an optional value; those of <c>none</c> when null.</summary>
    public static string Of<T>(string group, T? value) where T : struct, Enum => value is { } v ? Of(group, v) : Entries[$"{group}.none"];

    /// <summary>The words at a key with its fields filled in.</summary>
    public static string Fill(string key, params ReadOnlySpan<(string Field, string Value)> fields)
    {
        var text = Entries[key];
        foreach (var (field, value) in fields) text = text.Replace("{" + field + "}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The words at a key with a number; those at the key with <c>-one</c>, where there are any, for 1.</summary>
    public static string Count(string key, int n) => n == 1 && Find(key + "-one") is { } one ? one : Fill(key, ("n", Number(n)));

    /// <summary>The same with a number that may be long, its thousands set apart.</summary>
    public static string Count(string key, BigInteger n) => n.IsOne ? Count(key, 1) : Fill(key, ("n", n.ToString("#,0", CultureInfo.InvariantCulture)));

    /// <summary>A number as text.</summary>
    public static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    /// <summary>Code of a value: lower case, words joined by hyphens.</summary>
    public static string Code<T>(T value) where T : struct, Enum => Codes<T>.Of(value);

    // The code of each value, made once.
    private static class Codes<T> where T : struct, Enum
    {
        private static readonly FrozenDictionary<T, string> Known = Enum.GetValues<T>().Distinct().ToFrozenDictionary(v => v, v => Spell(v.ToString()));

        public static string Of(T value) => Known.TryGetValue(value, out var code) ? code : Spell(value.ToString());
    }

    private static string Spell(string name)
    {
        var code = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && code.Length > 0) code.Append('-');
            code.Append(char.ToLowerInvariant(c));
        }

        return code.ToString();
    }

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("words.json")
            ?? throw new InvalidOperationException("The assembly lacks its words; data/publishing/words.json was not there when it was built.");
        using var json = JsonDocument.Parse(stream);
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(json.RootElement, "", entries);
        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(JsonElement element, string prefix, Dictionary<string, string> entries)
    {
        foreach (var property in element.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.Object) Add(property.Value, prefix + property.Name + ".", entries);
            else entries.Add(prefix + property.Name, property.Value.GetString()!);
    }
}
