using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Rapporteur.Domain;

/// <summary>How values of an enumeration are spelled in every file: lower case, words joined by hyphens
/// (<c>called-for</c>, <c>amber-strict</c>); polarity as <c>+</c> and <c>-</c>.</summary>
public static class EnumSpelling
{
    /// <summary>Spelling of a value; throws <see cref="ArgumentOutOfRangeException"/> for a number that is no member.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    public static string Of<T>(T value) where T : struct, Enum
    {
        var at = Array.IndexOf(Table<T>.Values, value);
        return at >= 0 ? Table<T>.Names[at] : throw new ArgumentOutOfRangeException(nameof(value), value, $"No member of {typeof(T).Name}.");
    }

    /// <summary>Reads a spelling, to the letter.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="name">Spelling to read.</param>
    /// <param name="value">The value when it is one.</param>
    public static bool TryParse<T>([NotNullWhen(true)] string? name, out T value) where T : struct, Enum
    {
        var at = name is null ? -1 : Array.IndexOf(Table<T>.Names, name);
        value = at >= 0 ? Table<T>.Values[at] : default;
        return at >= 0;
    }

    /// <summary>Every spelling, in the order of the members.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Table<T>.Names;

    private static string Hyphenate(string name)
    {
        var text = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private static class Table<T> where T : struct, Enum
    {
        internal static readonly T[] Values = Enum.GetValues<T>();
        internal static readonly string[] Names = typeof(T) == typeof(Polarity) ? ["+", "-"] : [.. Values.Select(v => Hyphenate(v.ToString()))];
    }
}
