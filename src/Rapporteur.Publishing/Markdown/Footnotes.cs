using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Numbers the citations of a Markdown brief in order of first use; claims of one sentence share a note.</summary>
internal sealed class Footnotes
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Passage> _passages = [];

    /// <summary>Mark of a citation, such as <c>[^3]</c>.</summary>
    public string Mark(Passage passage)
    {
        var key = $"{passage.Evidence.TextId} {Range(passage.Evidence.Span)} {string.Join(' ', passage.Further.Select(f => Range(f.Span)))}";
        if (!_numbers.TryGetValue(key, out var number))
        {
            _passages.Add(passage);
            _numbers.Add(key, number = _passages.Count);
        }

        return $"[^{Words.Number(number)}]";
    }

    /// <summary>Writes the notes: publisher, date, source, the sentence with the cited words bold.</summary>
    public void Write(StringBuilder to)
    {
        if (_passages.Count == 0) return;
        to.Append("## ").Append(Words.Of("header.footnotes")).Append("\n\n");
        for (var i = 0; i < _passages.Count; i++)
        {
            var passage = _passages[i];
            var evidence = passage.Evidence;
            to.Append($"[^{Words.Number(i + 1)}]: ").Append(MarkdownText.Escape(PassageMaker.Name(passage.Document))).Append(", ")
                .Append(DateWords.Of(passage.Document.Published.Value)).Append(", ").Append(MarkdownText.Escape(passage.Document.Source))
                .Append(", ").Append(Range(evidence.Span)).Append(": “").Append(MarkdownText.Escape(evidence.Quote)).Append('”');
            foreach (var further in passage.Further)
                to.Append(" … ").Append(Range(further.Span)).Append(": “").Append(MarkdownText.Escape(further.Quote)).Append('”');
            to.Append('\n');
        }
    }

    private static string Range(TextSpan span) => $"{Words.Number(span.Start)}–{Words.Number(span.End)}";
}
