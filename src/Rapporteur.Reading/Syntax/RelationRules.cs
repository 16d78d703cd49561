namespace Rapporteur.Reading;

/// <summary>Mends relations that contradict each other or the tags by the guidelines of Universal Dependencies, which the network does not know: it names every arc by itself.</summary>
internal sealed class RelationRules
{
    private readonly string[] xpos;
    private readonly int subject, passiveSubject, passiveAuxiliary, complement, adverbial;

    /// <summary>Looks up the relations.</summary>
    /// <param name="xpos">Penn part of every tag.</param>
    /// <param name="relations">All relations.</param>
    public RelationRules(string[] xpos, string[] relations)
    {
        this.xpos = xpos;
        subject = Array.IndexOf(relations, "nsubj");
        passiveSubject = Array.IndexOf(relations, "nsubj:pass");
        passiveAuxiliary = Array.IndexOf(relations, "aux:pass");
        complement = Array.IndexOf(relations, "ccomp");
        adverbial = Array.IndexOf(relations, "advcl");
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
            // "She said so, adding …": a verb has one clausal complement.
            else if (relation == complement && adverbial >= 0 && xpos[buffer.Tags[i]] == "VBG" && Has(buffer, head, complement, i)) buffer.Relations[i] = (byte)adverbial;
        }
    }

    private static bool Has(SyntaxBuffer buffer, int head, int relation, int except)
    {
        var (start, end) = buffer.SentenceOf(head);
        for (var i = start; i < end; i++)
            if (i != except && buffer.Heads[i] == head && buffer.Relations[i] == relation) return true;
        return false;
    }
}
