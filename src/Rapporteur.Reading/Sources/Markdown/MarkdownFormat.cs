using Markdig;
using Markdig.Syntax;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Markdown: the words without their signs, paragraph by paragraph; the first heading is the headline, the others head its parts.</summary>
internal sealed class MarkdownFormat : ISourceFormat
{
    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public Extraction Extract(byte[] bytes, SourceOptions options, CancellationToken cancel)
    {
        var (raw, note) = TextDecoding.Decode(bytes);
        var front = FrontMatter.Read(raw);
        var body = raw[front.Length..];
        MarkdownDocument parsed;
        try
        {
            parsed = Markdig.Markdown.Parse(body, pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested too deeply; the text is read as it stands.
            return PlainTextFormat.Of(raw) with { Notes = [new("nesting", "The Markdown is nested too deeply and was read as plain text.")] };
        }

        var blocks = new ZonedText(options.MaxTextBytes);
        new MarkdownText(blocks, front.Title).Write(parsed);
        var text = blocks.ToString();
        var top = MarkingWords.AtTop(text);
        return new(text)
        {
            Title = front.Title,
            Publisher = front.Publisher,
            Rights = front.Rights,
            Published = front.Published,
            Marking = top > front.Marking ? top : front.Marking,
            Zones = blocks.Zones,
            HasStructure = blocks.Zones.Any(zone => zone.Kind is ZoneKind.Title or ZoneKind.Summary) || front.Title is not null,
            Notes = note is null ? [] : [note],
        };
    }
}
