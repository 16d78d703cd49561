using System.Collections.Immutable;
using System.Text;

namespace Rapporteur.Publishing;

/// <summary>Draws blocks as Markdown. What HTML folds away is written out under its label.</summary>
internal sealed class MarkdownBlocks(StringBuilder to, Footnotes notes) : IBlockRenderer
{
    // Characters.
    private const int FewWords = 60;

    private int _level = 3;

    public void Lines(LineList list)
    {
        foreach (var line in list.Items)
        {
            to.Append("- ");
            Line(line);
            to.Append('\n');
        }

        to.Append('\n');
    }

    public void Group(Group group)
    {
        Heading(group.Heading, []);
        if (group.Note is { } note) to.Append(MarkdownText.Escape(note)).Append("\n\n");
        Inside(group.Blocks);
    }

    public void Card(Card card)
    {
        Heading(card.Heading, card.Badges);
        Inside(card.Blocks);
        _level++;
        foreach (var lane in card.Lanes)
        {
            Heading(lane.Heading, lane.Badges);
            Inside(lane.Blocks);
        }

        _level--;
    }

    public void Matrix(Matrix matrix)
    {
        if (IsTable(matrix))
        {
            Table(matrix);
            return;
        }

        foreach (var party in matrix.Parties)
        {
            var grouped = !party.Heading.IsEmpty;
            if (grouped) Heading(party.Heading, []);
            if (grouped) _level++;
            foreach (var row in party.Rows) Row(matrix, row, grouped && MarkdownText.Of(row.Heading) == MarkdownText.Of(party.Heading));
            if (grouped) _level--;
        }
    }

    public void Figure(Figure figure)
    {
        // What is drawn of lines that stand beside it needs no words of its own.
        if (figure.Alternative.IsEmpty) return;
        to.Append('*').Append(MarkdownText.Escape(figure.Chart.Title)).Append("*\n\n");
        foreach (var block in figure.Alternative) block.Render(this);
    }

    public void More(More more)
    {
        to.Append('*').Append(MarkdownText.Escape(more.Label)).Append(":*\n\n");
        foreach (var block in more.Blocks) block.Render(this);
    }

    public void Note(NoteBlock note)
    {
        to.Append("> **").Append(MarkdownText.Escape(Words.Of("note.label"))).Append("**");
        foreach (var fact in note.Facts) to.Append(" · ").Append(MarkdownText.Escape(fact));
        to.Append("\n>\n");
        if (note.Note.About is { } about) to.Append("> ").Append(MarkdownText.Escape(Words.Of("note.about"))).Append(' ').Append(MarkdownText.Escape(about)).Append("\n>\n");
        to.Append("> ").Append(MarkdownText.Escape(note.Note.Text)).Append('\n');
        foreach (var line in note.On)
        {
            to.Append(">\n> ").Append(MarkdownText.Escape(Words.Of("note.on"))).Append(' ');
            Line(line);
            to.Append('\n');
        }

        to.Append('\n');
    }

    // A table where rows are not grouped and no cell has more than a line, or a few words in each; else headings, since cells of several quotations are hard to read as source.
    private static bool IsTable(Matrix matrix) => matrix.Parties.All(p => p.Heading.IsEmpty && p.Rows.All(r => r.Cells.All(c => LinesOf(c).Take(2).Count() < 2 || LinesOf(c).All(l => l.Text.Length <= FewWords))));

    private static IEnumerable<Line> LinesOf(ImmutableArray<Block> cell) => cell.SelectMany(b => b.Lines);

    private void Table(Matrix matrix)
    {
        to.Append("| ").Append(MarkdownText.Escape(matrix.Corner)).Append(" |");
        foreach (var column in matrix.Columns) to.Append(' ').Append(MarkdownText.Escape(column)).Append(" |");
        to.Append("\n|---|").Insert(to.Length, "---|", matrix.Columns.Length).Append('\n');
        foreach (var row in matrix.Parties.SelectMany(p => p.Rows))
        {
            to.Append("| ").Append(MarkdownText.Of(row.Heading));
            if (row.Note is { } note) to.Append(": ").Append(MarkdownText.Escape(note));
            foreach (var cell in row.Cells)
            {
                to.Append(" | ");
                if (!LinesOf(cell).Any()) to.Append('–');
                foreach (var (line, i) in LinesOf(cell).Select((l, i) => (l, i)))
                {
                    if (i > 0) to.Append("; ");
                    Line(line);
                }
            }

            to.Append(" |\n");
        }

        to.Append('\n');
    }

    private void Line(Line line)
    {
        to.Append(MarkdownText.Of(line.Parts)).Append(Badges(line.Badges)).Append(' ');
        foreach (var mark in line.Passages.Select(notes.Mark).Distinct(StringComparer.Ordinal)) to.Append(mark);
    }

    private void Row(Matrix matrix, MatrixRow row, bool isHeaded)
    {
        if (!isHeaded) Heading(row.Heading, []);
        if (row.Note is { } note) to.Append(MarkdownText.Escape(note)).Append("\n\n");
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (row.Cells[i].IsEmpty) continue;
            to.Append('*').Append(MarkdownText.Escape(matrix.Columns[i])).Append("*\n\n");
            foreach (var block in row.Cells[i]) block.Render(this);
        }
    }

    private void Heading(ImmutableArray<TextPart> heading, ImmutableArray<Badge> badges) =>
        to.Append('#', Math.Min(_level, 6)).Append(' ').Append(MarkdownText.Of(heading)).Append(Badges(badges)).Append("\n\n");

    private void Inside(ImmutableArray<Block> blocks)
    {
        _level++;
        foreach (var block in blocks) block.Render(this);
        _level--;
    }

    private static string Badges(ImmutableArray<Badge> badges) =>
        badges.IsEmpty ? "" : $" *({MarkdownText.Escape(string.Join("; ", badges.Select(b => b.Text)))})*";
}
