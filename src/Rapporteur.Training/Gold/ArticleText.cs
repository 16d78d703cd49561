using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Rapporteur.Training;

/// <summary>The text of an <see cref="ArticleFile"/>: sentences joined by blanks, paragraphs by an empty line, and where each annotation belongs.</summary>
internal sealed class ArticleText
{
    /// <summary>Reads the lines from a number on.</summary>
    /// <param name="lines">Lines of the file.</param>
    /// <param name="from">First line of the text.</param>
    /// <param name="indent">What annotations begin with.</param>
    public ArticleText(string[] lines, int from, string indent)
    {
        var text = new StringBuilder();
        var annotations = ImmutableArray.CreateBuilder<(int, string, Sentence)>();
        Sentence? sentence = null;
        var paragraph = false;
        for (var i = from; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd();
            if (line.Length == 0)
            {
                paragraph = true;
            }
            else if (line.StartsWith(indent, StringComparison.Ordinal))
            {
                annotations.Add((i, line, sentence ?? throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {i + 1}: There is no sentence above this annotation."))));
            }
            else
            {
                if (text.Length > 0) text.Append(paragraph ? "\n\n" : " ");
                sentence = new(text.Length, text.Length + line.Length);
                text.Append(line);
                paragraph = false;
            }
        }

        (Text, Annotations) = (text.ToString(), annotations.ToImmutable());
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Annotations with the number of their line, from 0, and the sentence above.</summary>
    public ImmutableArray<(int Line, string Words, Sentence Sentence)> Annotations { get; }

    /// <summary>Words of a sentence as a span of the annotation; <c>words#2</c> is where they stand a second time. Throws <see cref="FormatException"/> where they do not stand in it.</summary>
    /// <param name="words">The words.</param>
    /// <param name="sentence">The sentence.</param>
    public JsonObject Find(string words, Sentence sentence) => Find(words, sentence.Start, sentence.End);

    /// <summary>Words of a sentence or of one after it, as quotations run on.</summary>
    /// <param name="words">The words.</param>
    /// <param name="sentence">The sentence to begin with.</param>
    public JsonObject FindFrom(string words, Sentence sentence) => Find(words, sentence.Start, Text.Length);

    /// <summary>A span, with offsets in code points.</summary>
    /// <param name="start">First unit.</param>
    /// <param name="end">Unit after the last.</param>
    public JsonObject Span(int start, int end) => new() { ["q"] = Text[start..end], ["start"] = Point(start), ["end"] = Point(end) };

    private JsonObject Find(string words, int start, int end)
    {
        var times = 1;
        var mark = words.LastIndexOf('#');
        if (mark > 0 && int.TryParse(words.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out times)) words = words[..mark];
        else times = 1;
        var at = start - 1;
        for (var i = 0; i < times; i++)
        {
            at = Text.IndexOf(words, at + 1, end - at - 1, StringComparison.Ordinal);
            if (at < 0) throw new FormatException($"The words “{words}” do not stand there{(times > 1 ? " so often" : "")}.");
        }

        return Span(at, at + words.Length);
    }

    private int Point(int unit)
    {
        var points = 0;
        for (var i = 0; i < unit; i += char.IsSurrogatePair(Text, i) ? 2 : 1) points++;
        return points;
    }

    /// <summary>A sentence of the text: half-open, in UTF-16 code units.</summary>
    /// <param name="Start">First unit.</param>
    /// <param name="End">Unit after the last.</param>
    public sealed record Sentence(int Start, int End);
}
