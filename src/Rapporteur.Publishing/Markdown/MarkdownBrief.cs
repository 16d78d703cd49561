using System.Text;

namespace Rapporteur.Publishing;

/// <summary>Writes a brief as Markdown with a footnote for each citation (CommonMark and the footnotes of GitHub and Pandoc).</summary>
public sealed class MarkdownBrief : Exporter
{
    /// <inheritdoc/>
    public override string Name => "md";

    /// <inheritdoc/>
    public override string MediaType => "text/markdown; charset=utf-8";

    /// <inheritdoc/>
    public override byte[] Export(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var to = new StringBuilder();
        var notes = new Footnotes();
        var blocks = new MarkdownBlocks(to, notes);
        Header(to, brief);
        foreach (var section in brief.Sections)
        {
            to.Append("## ").Append(MarkdownText.Escape(section.Title)).Append("\n\n");
            if (section.Note is { } note) to.Append(MarkdownText.Escape(note)).Append("\n\n");
            foreach (var block in section.Blocks) block.Render(blocks);
        }

        Sources(to, brief);
        notes.Write(to);
        return Encoding.UTF8.GetBytes(to.ToString().TrimEnd('\n') + "\n");
    }

    private static void Header(StringBuilder to, Brief brief)
    {
        var header = brief.Header;
        // Dashes in a row would end the comment.
        to.Append("<!-- generator: ").Append(HeaderWords.Generator(header).Replace("--", "-", StringComparison.Ordinal).Replace('>', ' ')).Append(" -->\n\n");
        to.Append("# ").Append(MarkdownText.Escape(header.Title)).Append("\n\n");
        if (HeaderWords.Form(header) is { } form) to.Append('*').Append(MarkdownText.Escape(form)).Append("*\n\n");
        to.Append("**").Append(MarkdownText.Escape(HeaderWords.Marking(header))).Append("**\n\n");
        to.Append(MarkdownText.Escape(HeaderWords.Day(header))).Append("\n\n");
        to.Append(MarkdownText.Escape(string.Join(" · ", HeaderWords.Counts(header)))).Append("\n\n");
        if (header.Since is not null) to.Append(MarkdownText.Escape(HeaderWords.Since(header))).Append("\n\n");
        foreach (var reader in header.Readers) to.Append(MarkdownText.Escape(HeaderWords.Reader(reader))).Append("\n\n");
        if (brief.Sections.IsEmpty) to.Append(MarkdownText.Escape(Words.Of("header.nothing"))).Append("\n\n");
        else if (!brief.EmptySections.IsEmpty) to.Append(MarkdownText.Escape(HeaderWords.Empty(brief))).Append("\n\n");
    }

    private static void Sources(StringBuilder to, Brief brief)
    {
        if (brief.Sources.IsEmpty) return;
        to.Append("## ").Append(Words.Of("section.sources.title")).Append("\n\n");
        foreach (var source in brief.Sources)
        {
            var document = source.Document;
            string?[] facts =
            [
                document.Publisher, HeaderWords.Published(document), Words.Of("marking", document.Marking), HeaderWords.State(source),
                string.IsNullOrWhiteSpace(document.Rights) ? null : $"{Words.Of("header.rights")}: {document.Rights}", document.Source,
            ];
            to.Append("- **").Append(MarkdownText.Escape(HeaderWords.Title(document))).Append("** – ")
                .Append(MarkdownText.Escape(string.Join(" · ", facts.Where(f => !string.IsNullOrWhiteSpace(f))))).Append('\n');
        }

        to.Append('\n');
    }
}
