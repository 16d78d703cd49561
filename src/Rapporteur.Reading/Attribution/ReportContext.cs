using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>What the finders of attributions share about one document.</summary>
internal sealed class ReportContext
{
    public ReportContext(AnnotatedDocument document, CueLexicon lexicon)
    {
        Document = document;
        Lexicon = lexicon;
        Trees = new DependencyTrees(document);
        Passages = QuotationMarks.Find(document.Text);
        PassageOf = new int[document.Tokens.Length];
        SentenceOf = new int[document.Tokens.Length];
        Array.Fill(PassageOf, -1);
        for (var s = 0; s < document.Sentences.Length; s++)
            Array.Fill(SentenceOf, s, document.Sentences[s].FirstToken, document.Sentences[s].TokenCount);
        var token = 0;
        for (var p = 0; p < Passages.Length; p++)
        {
            if (Passages[p].Depth > 0 || IsTitle(Passages[p])) continue;
            while (token < document.Tokens.Length && document.Tokens[token].Span.Start < Passages[p].Inner.Start) token++;
            for (; token < document.Tokens.Length && document.Tokens[token].Span.Start < Passages[p].Inner.End; token++) PassageOf[token] = p;
        }

        Speaker = DocumentSpeaker.Of(this);
    }

    // "'The Harbour Times' reports": a name in marks and a verb right behind it; nobody is quoted.
    private bool IsTitle(QuotedPassage passage)
    {
        var (first, last) = (FirstTokenAt(passage.Inner.Start), FirstTokenAt(passage.Inner.End) - 1);
        if (last < first || last - first > 5) return false;
        for (var token = first; token <= last; token++)
            if ((Document.Tokens[token].Xpos is not ("NNP" or "NNPS") && Document.Tokens[token].Upos is not ("PROPN" or "DET")) || !char.IsUpper(FirstChar(token))) return false;
        var next = last + 1;
        while (next < Document.Tokens.Length && IsPunctuation(next) && FirstChar(next) is not (',' or '.' or ':' or ';')) next++;
        return next < Document.Tokens.Length && Document.Tokens[next].Xpos is "VBD" or "VBZ" or "VBP" && Lexicon.Verbs.ContainsKey(Trees.Lower(next));
    }

    public AnnotatedDocument Document { get; }
    public CueLexicon Lexicon { get; }
    public DependencyTrees Trees { get; }
    public ImmutableArray<QuotedPassage> Passages { get; }

    /// <summary>For each token the outermost passage in quotation marks that holds it, without its marks; -1 outside.</summary>
    public int[] PassageOf { get; }

    /// <summary>For each token its sentence.</summary>
    public int[] SentenceOf { get; }

    /// <summary>Id of the actor whose words the whole document is; null where it is a report.</summary>
    public string? Speaker { get; }

    /// <summary>Drafts by the token of their cue.</summary>
    public SortedDictionary<int, ReportDraft> Drafts { get; } = [];

    public Token Token(int token) => Document.Tokens[token];

    public Sentence Sentence(int token) => Document.Sentences[SentenceOf[token]];

    public bool IsPunctuation(int token) => Document.Tokens[token].Upos == "PUNCT" || !char.IsLetterOrDigit(Document.Text[Document.Tokens[token].Span.Start]) && Document.Tokens[token].Span.Length == 1;

    public char FirstChar(int token) => Document.Text[Document.Tokens[token].Span.Start];

    public bool Is(int token, string lowerForm) => Document.Form(token).Equals(lowerForm, StringComparison.OrdinalIgnoreCase);

    /// <summary>The verb entry of a token, with its particle where it has one; null for none.</summary>
    public CueEntry? Verb(int token)
    {
        var tag = Document.Tokens[token];
        if (IsHiddenVerb(token)) return Lexicon.Verbs.GetValueOrDefault(Trees.Lower(token));
        if (tag.Upos != "VERB" && !IsClauseHead(token, tag) && !(tag.Upos is "AUX" or "NOUN" or "ADJ" or "PROPN" && IsVerbForm(token, tag))) return null;
        var lemma = Trees.Lower(token);
        if (Lexicon.Particles.Contains(lemma))
        {
            for (var child = Trees.First(token); child >= 0; child = Trees.Next(child))
                if (child > token && child <= token + 4 && Lexicon.Verbs.TryGetValue(lemma + " " + Trees.Lower(child), out var both)) return both;
        }

        return Lexicon.Verbs.GetValueOrDefault(lemma) ?? (lemma.EndsWith("ised", StringComparison.Ordinal) ? Lexicon.Verbs.GetValueOrDefault(lemma[..^1]) : null);
    }

    /// <summary>"Prosecutors doubt they have it": what was taken for a noun and has a subject and a complement of its own.</summary>
    private bool IsClauseHead(int token, Token tag) => tag.Upos == "NOUN" && tag.Xpos is "NN" or "NNS" && Trees.Child(token, "cop") < 0
        && Trees.Child(token, "nsubj") is var subject && subject >= 0 && subject < token && (Trees.Child(token, "obj") > token || Trees.Child(token, "ccomp") > token);

    /// <summary>Whether the form can be the verb of its clause: present or past, a participle after "have", or a past form that was taken for a participle.</summary>
    public bool IsFinite(int verb)
    {
        var tag = Document.Tokens[verb].Xpos;
        if (tag is "VBD" or "VBZ" or "VBP") return true;
        if (tag == "VB") return Trees.Child(verb, "nsubj") >= 0 && Trees.Child(verb, "aux") < 0 && Trees.Introducer(verb) != "to";
        if (tag != "VBN" || Trees.Child(verb, "aux:pass") >= 0) return false;
        var form = Document.Form(verb);
        return Trees.Child(verb, "aux") >= 0 || form.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || form.EndsWith("said", StringComparison.OrdinalIgnoreCase) || form.EndsWith("told", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"Oslo claims that": a present form that was taken for a plural after a name.</summary>
    public bool IsHiddenVerb(int token)
    {
        var tag = Document.Tokens[token];
        if (tag.Xpos != "NNS" || token == 0 || token + 1 >= Document.Tokens.Length || !Is(token + 1, "that")) return false;
        var before = Document.Tokens[token - 1];
        return before.Upos == "PROPN" || before.Upos == "NOUN" && (tag.Head < 0 || token < 2 || Document.Tokens[token - 2].Upos == "DET");
    }

    /// <summary>A past form that was taken for another class ("said" after an unknown name).</summary>
    private bool IsVerbForm(int token, Token tag) => tag.Upos != "AUX" && Is(token, "said") || tag.Upos == "AUX" && Is(token, "says");

    /// <summary>Whether the word names a day, a month or a span of time.</summary>
    public bool IsTime(int token) => Trees.Has(token, "obl:tmod") || Document.Tokens[token].Upos is "NOUN" or "PROPN" && Lexicon.Times.Contains(Trees.Lower(token))
        || Document.Tokens[token].Upos == "NUM" && token + 1 < Document.Tokens.Length && Document.Tokens[token + 1].Upos == "PROPN" && Lexicon.Times.Contains(Trees.Lower(token + 1));

    /// <summary>First and last token of a sentence that are no punctuation; the first is after the last where there is none.</summary>
    public (int First, int Last) Words(Sentence sentence)
    {
        var (first, last) = (sentence.FirstToken, sentence.EndToken - 1);
        while (first <= last && IsPunctuation(first)) first++;
        while (last >= first && IsPunctuation(last)) last--;
        return (first, last);
    }

    /// <summary>First and last token of a passage; the first is after the last where no token lies in it.</summary>
    public (int First, int Last) TokensOf(int passage)
    {
        var inner = Passages[passage].Inner;
        var first = FirstTokenAt(inner.Start);
        var last = FirstTokenAt(inner.End) - 1;
        return (first, last);
    }

    /// <summary>Index of the first token that starts at the offset or after it.</summary>
    public int FirstTokenAt(int offset)
    {
        var (low, high) = (0, Document.Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Document.Tokens[middle].Span.Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
