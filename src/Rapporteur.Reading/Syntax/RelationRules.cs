namespace Rapporteur.Reading;

/// <summary>Mends relations that contradict each other or the tags by the guidelines of Universal Dependencies, which the network does not know: it names every arc by itself.</summary>
internal sealed class RelationRules
{
    private readonly string[] xpos;
    private readonly int subject, passiveSubject, passiveAuxiliary, auxiliary, complement, adverbial, oblique, apposition, marker, determiner, compound, attribute, thing, copula;

    /// <summary>Looks up the relations.</summary>
    /// <param name="xpos">Penn part of every tag.</param>
    /// <param name="relations">All relations.</param>
    public RelationRules(string[] xpos, string[] relations)
    {
        this.xpos = xpos;
        subject = Array.IndexOf(relations, "nsubj");
        passiveSubject = Array.IndexOf(relations, "nsubj:pass");
        passiveAuxiliary = Array.IndexOf(relations, "aux:pass");
        auxiliary = Array.IndexOf(relations, "aux");
        complement = Array.IndexOf(relations, "ccomp");
        adverbial = Array.IndexOf(relations, "advcl");
        oblique = Array.IndexOf(relations, "obl");
        apposition = Array.IndexOf(relations, "appos");
        marker = Array.IndexOf(relations, "case");
        determiner = Array.IndexOf(relations, "det");
        compound = Array.IndexOf(relations, "compound");
        attribute = Array.IndexOf(relations, "acl");
        thing = Array.IndexOf(relations, "obj");
        copula = Array.IndexOf(relations, "cop");
    }

    /// <summary>Mends the relations of all sentences of the buffer.</summary>
    public void Apply(SyntaxBuffer buffer)
    {
        for (var i = 0; i < buffer.Count; i++)
        {
            var head = buffer.Heads[i];
            if (head == SyntaxBuffer.Root) continue;
            var relation = buffer.Relations[i];
            // The subject of a passive has an auxiliary beside it.
            if (relation == passiveSubject && subject >= 0 && !Has(buffer, head, passiveAuxiliary, i)) buffer.Relations[i] = (byte)subject;
            // "Oslo calls on the rebels": a finite verb has a subject, and no compound.
            else if (relation == compound && subject >= 0 && i < head && xpos[buffer.Tags[i]] is "NNP" or "NNPS" && xpos[buffer.Tags[head]] is "VBD" or "VBZ" or "VBP" && !Has(buffer, head, subject, i) && !Has(buffer, head, passiveSubject, i)) buffer.Relations[i] = (byte)subject;
            // "She said so, adding …": a verb has one clausal complement.
            else if (relation == attribute && thing >= 0 && subject >= 0 && buffer.Heads[head] == SyntaxBuffer.Root) Raise(buffer, i, head);
            else if (relation == apposition && oblique >= 0 && subject >= 0) Free(buffer, i, head);
            else if (relation == complement && adverbial >= 0 && xpos[buffer.Tags[i]] == "VBG" && Has(buffer, head, complement, i)) buffer.Relations[i] = (byte)adverbial;
        }
    }

    // "Despite this, Marlen, an envoy, said so": what stands behind an opening phrase is no apposition to it where the verb has no subject.
    private void Free(SyntaxBuffer buffer, int name, int opening)
    {
        var verb = buffer.Heads[opening];
        if (verb == SyntaxBuffer.Root || buffer.Relations[opening] != oblique || opening > name || name > verb || !xpos[buffer.Tags[name]].StartsWith("NN", StringComparison.Ordinal)) return;
        var (start, end) = buffer.SentenceOf(name);
        if (!IsFinite(buffer, verb, start, end)) return;
        var (parted, marked) = (false, false);
        for (var i = start; i < end; i++)
        {
            if (buffer.Heads[i] == verb && (buffer.Relations[i] == subject || buffer.Relations[i] == passiveSubject)) return;
            marked |= i < opening && buffer.Heads[i] == opening && buffer.Relations[i] == marker;
            // "In the capital, a quiet town, the envoy said": what has an article of its own is an apposition indeed.
            if (buffer.Heads[i] == name && xpos[buffer.Tags[i]] == "DT" && buffer.Relations[i] == determiner && i < name && xpos[buffer.Tags[name]] is not ("NNP" or "NNPS")) return;
            if (i > opening && i < name)
            {
                parted |= xpos[buffer.Tags[i]] == ",";
                if (buffer.Heads[i] == opening && buffer.Relations[i] == apposition) return;
            }
        }

        if (!parted || !marked) return;
        buffer.Heads[name] = verb;
        buffer.Relations[name] = (byte)(Has(buffer, verb, passiveAuxiliary, name) ? passiveSubject : subject);
        for (var i = name + 1; i < verb; i++)
            if (buffer.Heads[i] == opening) buffer.Heads[i] = name;
    }

    // "Marlen, an envoy, opposed the plan": a participle that has an object of its own does not describe the noun before it, which heads a sentence without any verb.
    private void Raise(SyntaxBuffer buffer, int verb, int noun)
    {
        if (verb < noun || xpos[buffer.Tags[verb]] is not ("VBN" or "VBD") || !Has(buffer, verb, thing, verb) || Has(buffer, noun, subject, verb) || Has(buffer, noun, copula, verb) || Has(buffer, verb, auxiliary, verb) || Has(buffer, verb, passiveAuxiliary, verb)) return;
        var (_, end) = buffer.SentenceOf(verb);
        (buffer.Heads[verb], buffer.Relations[verb]) = (SyntaxBuffer.Root, buffer.Relations[noun]);
        (buffer.Heads[noun], buffer.Relations[noun]) = (verb, (byte)subject);
        for (var i = verb + 1; i < end; i++)
            if (buffer.Heads[i] == noun) buffer.Heads[i] = verb;
    }

    private bool IsFinite(SyntaxBuffer buffer, int verb, int start, int end)
    {
        // A participle that heads a sentence of which nothing else is finite was meant as a past tense: "faulted".
        if (xpos[buffer.Tags[verb]] is "VBD" or "VBZ" or "VBP" || (xpos[buffer.Tags[verb]] == "VBN" && buffer.Heads[verb] == SyntaxBuffer.Root)) return true;
        for (var i = start; i < verb; i++)
            if (buffer.Heads[i] == verb && (buffer.Relations[i] == auxiliary || buffer.Relations[i] == passiveAuxiliary) && xpos[buffer.Tags[i]] is "VBD" or "VBZ" or "VBP" or "MD") return true;
        return false;
    }

    private static bool Has(SyntaxBuffer buffer, int head, int relation, int except)
    {
        var (start, end) = buffer.SentenceOf(head);
        for (var i = start; i < end; i++)
            if (i != except && buffer.Heads[i] == head && buffer.Relations[i] == relation) return true;
        return false;
    }
}
