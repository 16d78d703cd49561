using Rapporteur.Domain;
using Rapporteur.Plugs;

namespace Rapporteur.Cli;

/// <summary>The passage of a source around a span.</summary>
/// <param name="view">The record as the program may see it.</param>
internal sealed class SourceQuestion(RecordView view)
{
    private const int Usual = 300;
    private const int Widest = 2000;
    private const int Longest = 8000;

    /// <summary>The question.</summary>
    public McpTool Tool => new("source", "Source", "Shows the passage of a source around a span, to check a quote in its context.",
        [
            new("textId", McpKind.Text, "The text, as other answers name it (sha256:…).") { IsRequired = true },
            new("start", McpKind.Number, "First UTF-16 code unit of the span. Default: 0."),
            new("end", McpKind.Number, "One past its last code unit. Default: the start."),
            new("context", McpKind.Number, $"How many code units before and after are shown. Default: {Usual}.") { Most = Widest },
        ],
        (arguments, _) => Answer(arguments));

    private string Answer(McpArguments arguments)
    {
        var textId = arguments.Text("textId");
        var reading = view.Snapshot((DateOnly?)null).Documents.FirstOrDefault(d => d.Document.TextId == textId)
            ?? throw new McpRefusalException("There is no such text within the marking that this server shows; take a 'textId' from another answer.");
        var document = reading.Document;
        var start = arguments.Number("start") ?? 0;
        var end = arguments.Number("end") ?? start;
        if (end < start || end > document.Text.Length) throw new McpRefusalException($"The span does not lie in the text, which has {document.Text.Length} UTF-16 code units.");
        if (end - start > Longest) throw new McpRefusalException($"The span is longer than {Longest} code units; ask for parts of it.");
        var context = arguments.Number("context") ?? Usual;
        var passage = new TextSpan(Whole(document.Text, Math.Max(0, start - context)), Whole(document.Text, Math.Min(document.Text.Length, end + context)));
        return JsonText.Object(json =>
        {
            json.WriteBoolean("untrusted", true);
            json.WriteString("tool", "source");
            json.WriteString("maxMarking", EnumSpelling.Of(view.Limit));
            json.WriteString("source", document.Source);
            json.WriteString("title", document.Title);
            json.WriteString("publisher", document.Publisher);
            json.WriteString("published", document.Published.Value?.Value);
            json.WriteString("marking", EnumSpelling.Of(document.Marking));
            json.WriteNumber("length", document.Text.Length);
            foreach (var (name, span) in new[] { ("span", new TextSpan(start, end)), ("passage", passage) })
            {
                json.WriteStartObject(name);
                json.WriteString("textId", document.TextId);
                json.WriteNumber("start", span.Start);
                json.WriteNumber("end", span.End);
                json.WriteString("quote", span.Slice(document.Text));
                json.WriteEndObject();
            }
        });
    }

    // Not between the two halves of a character.
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
