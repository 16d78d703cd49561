using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>Mends verbs in the present that were taken for nouns in the plural, where the tree contradicts itself: "Oslo cautions against it", a noun with a subject and no copula, and "Oslo mainly faults Bern", a noun with an adverb before it.</summary>
internal static class MistakenNouns
{
    /// <summary>The tokens with such words as verbs, with their subjects, objects and phrases.</summary>
    public static ImmutableArray<Token> Mend(ImmutableArray<Token> tokens)
    {
        ImmutableArray<Token>.Builder? mended = null;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i] is not { Upos: "NOUN", Xpos: "NNS" }) continue;
            if (HasSubject(i)) Clause(mended ??= tokens.ToBuilder(), i);
            else if (Named(i) is >= 0 and var subject) Compound(mended ??= tokens.ToBuilder(), i, subject);
        }

        return mended?.MoveToImmutable() ?? tokens;

        bool HasSubject(int noun)
        {
            var subject = false;
            for (var t = Math.Max(0, noun - Reach); t < Math.Min(tokens.Length, noun + Reach); t++)
            {
                if (tokens[t].Head != noun) continue;
                if (tokens[t].Relation is "cop" or "case" or "det" or "nmod:poss" or "amod" or "nummod" or "expl") return false;
                subject |= t < noun && tokens[t].Relation == "nsubj" && tokens[t].Upos is "PROPN" or "PRON" or "NOUN";
            }

            return subject;
        }

        // The name before the adverb, where the word and the name were both hung on the name behind: "Oslo mainly faults Bern".
        int Named(int noun)
        {
            if (noun < 2 || tokens[noun - 1] is not { Upos: "ADV", Relation: "advmod" } adverb || adverb.Head != noun || !adverb.Lemma.EndsWith("ly", StringComparison.Ordinal) || tokens[noun - 2].Upos != "PROPN") return -1;
            var above = tokens[noun] is { Relation: "compound", Head: var thing } && thing > noun ? thing : noun;
            var name = tokens[noun - 2] is { Relation: "flat", Head: >= 0 and var first } ? first : noun - 2;
            return tokens[name].Head == above && (above > noun || tokens[name].Relation == "compound") ? name : -1;
        }

        void Clause(ImmutableArray<Token>.Builder all, int noun)
        {
            all[noun] = all[noun] with { Upos = "VERB", Xpos = "VBZ" };
            for (var t = noun + 1; t < Math.Min(all.Count, noun + Reach); t++)
                if (all[t].Head == noun && all[t].Relation == "nmod") all[t] = all[t] with { Relation = "obl" };
            Participle(all, noun);
        }

        // "while Oslo cautions against it, aiming to divide them": the participle behind goes with the clause, and not the clause with it.
        void Participle(ImmutableArray<Token>.Builder all, int verb)
        {
            if (all[verb] is not { Relation: "advcl", Head: var later } || later <= verb || all[later] is not { Xpos: "VBG", Relation: "advcl" } participle) return;
            var marked = false;
            for (var t = Math.Max(0, verb - Reach); t < verb; t++) marked |= all[t].Head == verb && all[t].Relation == "mark" && all[t].Lemma is "while" or "whereas";
            for (var t = Math.Max(0, verb - Reach); t < later; t++)
                if (all[t].Head == later && all[t].Relation is "nsubj" or "mark") return;
            if (!marked) return;
            all[verb] = all[verb] with { Head = participle.Head };
            all[later] = participle with { Head = verb };
        }

        // The word heads the sentence, with the name behind it as a bare phrase.
        void Head(ImmutableArray<Token>.Builder all, int noun, int subject)
        {
            all[noun] = all[noun] with { Upos = "VERB", Xpos = "VBZ" };
            all[subject] = all[subject] with { Relation = "nsubj" };
            var thing = -1;
            for (var t = noun + 1; t < Math.Min(all.Count, noun + (2 * Reach)); t++)
            {
                if (all[t].Head != noun) continue;
                if (thing < 0 && all[t].Relation is "nmod:unmarked" or "appos" or "dep") all[thing = t] = all[t] with { Relation = "obj" };
                else if (all[t].Relation == "nmod") all[t] = all[t] with { Relation = "obl" };
                else if (all[t].Relation == "conj" && thing >= 0 && all[t].Upos is "PROPN" or "NOUN") all[t] = all[t] with { Head = thing };
            }
        }

        void Compound(ImmutableArray<Token>.Builder all, int noun, int subject)
        {
            var thing = all[noun].Head;
            if (all[noun].Relation != "compound" || thing < noun)
            {
                Head(all, noun, subject);
                return;
            }

            all[noun] = all[noun] with { Upos = "VERB", Xpos = "VBZ", Head = all[thing].Head, Relation = all[thing].Head < 0 ? "root" : "parataxis" };
            all[subject] = all[subject] with { Head = noun, Relation = "nsubj" };
            all[thing] = all[thing] with { Head = noun, Relation = "obj" };
            for (var t = thing + 1; t < Math.Min(all.Count, thing + (2 * Reach)); t++)
            {
                if (all[t].Head != thing) continue;
                if (all[t].Relation == "nmod" && t > thing + 1) all[t] = all[t] with { Head = noun, Relation = "obl" };
                else if (all[t].Relation == "acl" && all[t].Xpos == "VBG") all[t] = all[t] with { Head = noun, Relation = "advcl" };
            }
        }
    }

    private const int Reach = 12;
}
