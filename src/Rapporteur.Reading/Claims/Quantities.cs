using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Reads numbers with what they count.</summary>
internal static class Quantities
{
    private static readonly string[] Small = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Numbers inside a span that count a noun, in text order.</summary>
    public static ImmutableArray<Quantity> In(ClaimScene scene, TextSpan? span)
    {
        if (span is not { } words) return [];
        var found = ImmutableArray.CreateBuilder<Quantity>();
        foreach (var t in scene.TokensIn(words))
        {
            var token = scene.Tokens[t];
            if (token.Relation != "nummod" || token.Head < 0 || token.Upos != "NUM" || scene.IsTime(t) || ValueOf(scene, t) is not { } value) continue;
            var unit = scene.Document.Form(token.Head).ToString();
            if (scene.Tokens[token.Head].Upos is not ("NOUN" or "SYM" or "PROPN")) continue;
            found.Add(new(value, unit, Qualifier(scene, t)));
        }

        return found.ToImmutable();
    }

    private static decimal? ValueOf(ClaimScene scene, int token)
    {
        var form = scene.Document.Form(token).ToString();
        decimal value;
        var small = Array.IndexOf(Small, form.ToLowerInvariant());
        if (small >= 0) value = small + 1;
        else if (!decimal.TryParse(form, NumberStyles.Number, CultureInfo.InvariantCulture, out value)) return null;
        for (var next = token + 1; next < scene.Tokens.Length && scene.Tokens[next].Lemma is "hundred" or "thousand" or "million" or "billion"; next++)
        {
            value *= scene.Tokens[next].Lemma switch { "hundred" => 100m, "thousand" => 1000m, "million" => 1_000_000m, _ => 1_000_000_000m };
        }

        return value;
    }

    private static string? Qualifier(ClaimScene scene, int token)
    {
        if (token == 0) return null;
        var before = scene.Tokens[token - 1].Lemma;
        if (before is "about" or "around" or "some" or "nearly" or "almost" or "over" or "roughly" or "approximately") return before;
        if (token < 2) return null;
        return (scene.Tokens[token - 2].Lemma, before) switch
        {
            ("at", "least") or ("at", "most") or ("up", "to") or ("more", "than") or ("less", "than") or ("as", "many") =>
                $"{scene.Document.Form(token - 2)} {scene.Document.Form(token - 1)}",
            _ => null,
        };
    }
}
