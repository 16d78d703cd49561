using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>Draws blocks as HTML.</summary>
internal sealed class HtmlBlocks(Markup html, HtmlText text) : IBlockRenderer
{
    private int _depth;

    public void Lines(LineList list)
    {
        html.Open("ul", ("class", "lines"));
        html.Break();
        foreach (var line in list.Items) text.Line(line);
        html.Close("ul");
        html.Break();
    }

    public void Group(Group group)
    {
        html.Open("section", ("class", "group"), ("id", group.Id));
        Heading("h3", group.Heading, []);
        if (group.Note is { } note) html.Element("p", note, ("class", "office"));
        Inside(group.Blocks);
        html.Close("section");
        html.Break();
    }

    public void Card(Card card)
    {
        html.Open("article", ("class", "card"), ("id", card.Id));
        Heading("h3", card.Heading, card.Badges);
        Inside(card.Blocks);
        if (!card.Lanes.IsEmpty)
        {
            html.Open("div", ("class", "lanes"));
            foreach (var lane in card.Lanes)
            {
                html.Open("section", ("class", "lane-account"));
                Heading("h4", lane.Heading, lane.Badges);
                Inside(lane.Blocks);
                html.Close("section");
            }

            html.Close("div");
        }

        html.Close("article");
        html.Break();
    }

    public void Matrix(Matrix matrix)
    {
        html.Open("table", ("class", "matrix"));
        html.Open("thead");
        html.Open("tr");
        html.Element("th", matrix.Corner, ("scope", "col"));
        foreach (var column in matrix.Columns) html.Element("th", column, ("scope", "col"));
        html.Close("tr");
        html.Close("thead");
        foreach (var party in matrix.Parties) Party(matrix, party);
        html.Close("table");
        html.Break();
    }

    public void Figure(Figure figure)
    {
        html.Open("figure");
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", figure.Chart.Title));
        figure.Chart.Write(html);
        html.Close("div");
        Inside(figure.Alternative);
        html.Close("figure");
        html.Break();
    }

    public void More(More more)
    {
        html.Open("details", ("class", "more"));
        html.Element("summary", more.Label);
        Inside(more.Blocks);
        html.Close("details");
        html.Break();
    }

    public void Note(NoteBlock note)
    {
        html.Open("aside", ("class", "analyst"), ("id", note.Id));
        html.Open("p", ("class", "analyst-head"));
        html.Element("strong", Words.Of("note.label"));
        foreach (var fact in note.Facts)
        {
            html.Text(" · ");
            html.Isolated(fact);
        }

        html.Close("p");
        if (note.Note.About is { } about)
        {
            html.Open("p", ("class", "analyst-about"));
            html.Text(Words.Of("note.about") + " ");
            html.Isolated(Quoting.Cut(Quoting.Clean(about), 120));
            html.Close("p");
        }

        html.Open("p", ("class", "analyst-text"));
        html.Isolated(Quoting.Clean(note.Note.Text));
        html.Close("p");
        if (!note.On.IsEmpty)
        {
            html.Element("p", Words.Of("note.on"), ("class", "analyst-about"));
            Lines(new(note.On));
        }

        html.Close("aside");
        html.Break();
    }

    private void Party(Matrix matrix, MatrixParty party)
    {
        html.Open("tbody");
        if (!party.Heading.IsEmpty)
        {
            html.Open("tr", ("class", "party"));
            html.Open("th", ("colspan", Words.Number(matrix.Columns.Length + 1)), ("scope", "rowgroup"));
            text.Parts(party.Heading);
            html.Close("th");
            html.Close("tr");
        }

        html.Break();
        foreach (var row in party.Rows)
        {
            html.Open("tr");
            html.Open("th", ("scope", "row"));
            text.Parts(row.Heading);
            if (row.Note is { } note) html.Element("span", note, ("class", "office"));
            html.Close("th");
            for (var i = 0; i < row.Cells.Length; i++) Cell(matrix.Columns[i], row.Cells[i]);
            html.Close("tr");
            html.Break();
        }

        html.Close("tbody");
    }

    // On narrow screens the table is stacked and each cell shows the name of its column.
    private void Cell(string column, ImmutableArray<Block> blocks)
    {
        html.Open("td", ("data-column", column), ("class", blocks.IsEmpty ? "empty" : null));
        Inside(blocks);
        html.Close("td");
    }

    private void Heading(string element, ImmutableArray<TextPart> heading, ImmutableArray<Badge> badges)
    {
        if (_depth > 1) element = "h4";
        html.Open(element);
        text.Parts(heading);
        text.Badges(badges);
        html.Close(element);
    }

    private void Inside(ImmutableArray<Block> blocks)
    {
        _depth++;
        foreach (var block in blocks) block.Render(this);
        _depth--;
    }
}
