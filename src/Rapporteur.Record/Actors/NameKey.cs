using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The form of a name under which spellings meet: folded, without article, and for persons with one ending for the usual romanisations
/// of Slavic names (Zelenskyy, Zelenskiy, Zelensky; Yuri, Yury).</summary>
internal static class NameKey
{
    internal static string Of(string name, ActorKind kind)
    {
        var folded = Folding.Normalise(name);
        if (folded.StartsWith("the ", StringComparison.Ordinal)) folded = folded[4..];
        return kind == ActorKind.Person ? string.Join(' ', folded.Split(' ').Select(Ending)) : folded;
    }

    private static string Ending(string word)
    {
        if (word.Length < 4) return word;
        var stem = word.TrimEnd('y', 'i', 'j');
        return stem.Length == word.Length || stem.Length < 2 ? word : stem + "y";
    }
}
