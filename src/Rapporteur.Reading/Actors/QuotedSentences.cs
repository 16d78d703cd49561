namespace Rapporteur.Reading;

/// <summary>Which words of a text stand in quotation marks, and how far apart sentences are where those wholly in quotation marks are not counted.</summary>
internal sealed class QuotedSentences
{
    private readonly int[] line;
    private readonly bool[] holds;

    public QuotedSentences(AnnotatedDocument document)
    {
        holds = new bool[document.Tokens.Length];
        var token = 0;
        foreach (var passage in QuotationMarks.Find(document.Text))
        {
            if (passage.Depth > 0) continue;
            while (token < holds.Length && document.Tokens[token].Span.Start < passage.Inner.Start) token++;
            for (; token < holds.Length && document.Tokens[token].Span.Start < passage.Inner.End; token++) holds[token] = true;
        }

        line = new int[document.Sentences.Length];
        for (var (s, at) = (0, 0); s < line.Length; s++)
        {
            var sentence = document.Sentences[s];
            var whole = sentence.TokenCount > 0;
            for (var i = sentence.FirstToken; whole && i < sentence.EndToken; i++) whole = holds[i] || document.Tokens[i].Upos == "PUNCT";
            line[s] = whole ? at : ++at;
        }
    }

    /// <summary>Number of a sentence among those that are not wholly quoted; a quoted one has the number of the one before it.</summary>
    public int Line(int sentence) => line[sentence];

    /// <summary>Whether a token stands in quotation marks.</summary>
    public bool Holds(int token) => holds[token];
}
