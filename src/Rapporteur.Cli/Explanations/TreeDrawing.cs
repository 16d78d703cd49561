using System.Globalization;
using System.Text;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary>Draws the dependency tree of a sentence: each word below its head, in text order.</summary>
/// <param name="document">The document.</param>
/// <param name="tokens">Its tokens as the frames saw them.</param>
/// <param name="sentence">The sentence.</param>
/// <param name="ink">Colours.</param>
internal sealed class TreeDrawing(AnnotatedDocument document, IReadOnlyList<Token> tokens, Sentence sentence, Ink ink)
{
    private readonly List<string> _lines = [];

    /// <summary>The lines of the tree; every word of the sentence stands in one.</summary>
    public IReadOnlyList<string> Lines()
    {
        _lines.Clear();
        var drawn = new HashSet<int>();
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            if (!IsInside(tokens[t].Head)) Draw(t, "", "", drawn);
        for (var t = sentence.FirstToken; t < sentence.EndToken; t++)
            if (!drawn.Contains(t)) Draw(t, "", "", drawn);
        return _lines;
    }

    private bool IsInside(int token) => token >= sentence.FirstToken && token < sentence.EndToken;

    private void Draw(int token, string branch, string below, HashSet<int> drawn)
    {
        if (!drawn.Add(token)) return;
        var t = tokens[token];
        var line = new StringBuilder(ink.Dim(branch));
        line.Append(ink.Head(PlainReading.Clean(document.Form(token).ToString())));
        line.Append(' ').Append(ink.Name(t.Relation.Length > 0 ? t.Relation : "root"));
        line.Append(CultureInfo.InvariantCulture, $" {ink.Dim($"{t.Upos} {token - sentence.FirstToken + 1}")}");
        _lines.Add(line.ToString());
        var children = Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Where(c => tokens[c].Head == token).ToList();
        for (var i = 0; i < children.Count; i++)
        {
            var last = i == children.Count - 1;
            Draw(children[i], below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "), drawn);
        }
    }
}
