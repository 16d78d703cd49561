using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Mends "will tell you over the next two days" where "over" was taken for a part of the verb.</summary>
internal static class TimeParticles
{
    private const int Longest = 5;

    /// <summary>Whether a lemma counts time.</summary>
    public static bool IsUnit(string lemma) => lemma is "hour" or "day" or "week" or "month" or "year";

    /// <summary>The tokens with such words as the preposition of the time behind them.</summary>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i] is not { Relation: "compound:prt", Lemma: "over" or "in" or "within" or "by" }) continue;
            for (var t = i + 1; t < tokens.Length && t <= i + Longest; t++)
            {
                if (tokens[t].Upos == "NOUN" && tokens[t] is { Relation: "obl" or "obl:unmarked" or "obl:tmod" } && tokens[t].Head == tokens[i].Head && IsUnit(tokens[t].Lemma))
                {
                    mended ??= tokens.ToBuilder();
                    mended[i] = tokens[i] with { Head = t, Relation = "case", Xpos = "IN" };
                    mended[t] = tokens[t] with { Relation = "obl" };
                }

                if (tokens[t].Upos is not ("DET" or "ADJ" or "NUM")) break;
            }
        }

        return mended?.MoveToImmutable() ?? tokens;
    }
}
