using System.Text.RegularExpressions;
using Rapporteur.Publishing;
using Xunit;

namespace Rapporteur.Tests;

public sealed partial class WordsInUseTests
{
    [Fact]
    public void Every_key_of_the_words_is_asked_for_somewhere()
    {
        var code = string.Concat(Repository.Files("src", "*.cs").Select(File.ReadAllText));
        // A whole key; a group with a value of it; the beginning of a key that is put together.
        var (literals, groups) = (Literal().Matches(code).Select(m => m.Groups[1].Value).ToHashSet(), Group().Matches(code).Select(m => m.Groups[1].Value).ToHashSet());
        var begun = Begun().Matches(code).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Empty(Words.Keys.Where(k => !k.StartsWith("about.", StringComparison.Ordinal)).Where(key =>
        {
            var plain = Variant().Replace(key, "");
            if (literals.Contains(key) || literals.Contains(plain)) return false;
            return !Enumerable.Range(0, plain.Length).Any(i => (plain[i] == '.' && groups.Contains(plain[..i])) || (plain[i] is '.' or '-' && begun.Contains(plain[..(i + 1)])));
        }).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"([a-z0-9.-]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\"([a-z.-]+)\", [^\"]")]
    private static partial Regex Group();

    [GeneratedRegex("\"([a-z.-]+[.-])[\"{]")]
    private static partial Regex Begun();

    // For one of something, or where a party sets it for itself.
    [GeneratedRegex("-(one|self)$")]
    private static partial Regex Variant();
}
