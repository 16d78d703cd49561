using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Draws blocks as JSON objects with a member <c>kind</c>.</summary>
internal sealed class JsonBlocks(Utf8JsonWriter json) : IBlockRenderer
{
    /// <summary>Writes an array of blocks.</summary>
    public void Write(string name, ImmutableArray<Block> blocks)
    {
        json.WriteStartArray(name);
        foreach (var block in blocks) block.Render(this);
        json.WriteEndArray();
    }

    public void Lines(LineList list)
    {
        Start("lines");
        json.WriteStartArray("lines");
        foreach (var line in list.Items) JsonLine.Write(json, line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Group(Group group)
    {
        Start("group");
        json.WriteString("id", group.Id);
        JsonLine.Parts(json, "heading", group.Heading);
        json.WriteString("note", group.Note);
        Write("blocks", group.Blocks);
        json.WriteEndObject();
    }

    public void Card(Card card)
    {
        Start("card");
        json.WriteString("id", card.Id);
        JsonLine.Parts(json, "heading", card.Heading);
        JsonLine.Badges(json, card.Badges);
        Write("blocks", card.Blocks);
        json.WriteStartArray("lanes");
        foreach (var lane in card.Lanes)
        {
            json.WriteStartObject();
            JsonLine.Parts(json, "heading", lane.Heading);
            JsonLine.Badges(json, lane.Badges);
            Write("blocks", lane.Blocks);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Matrix(Matrix matrix)
    {
        Start("matrix");
        json.WriteStartArray("columns");
        foreach (var column in matrix.Columns) json.WriteStringValue(column);
        json.WriteEndArray();
        json.WriteStartArray("parties");
        foreach (var party in matrix.Parties)
        {
            json.WriteStartObject();
            JsonLine.Parts(json, "heading", party.Heading);
            json.WriteStartArray("rows");
            foreach (var row in party.Rows) Row(row);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Figure(Figure figure)
    {
        Start("figure");
        json.WriteString("id", figure.Chart.Id);
        json.WriteString("title", figure.Chart.Title);
        json.WriteString("description", figure.Chart.Description);
        Write("alternative", figure.Alternative);
        json.WriteEndObject();
    }

    public void More(More more)
    {
        Start("more");
        json.WriteString("label", more.Label);
        Write("blocks", more.Blocks);
        json.WriteEndObject();
    }

    public void Note(NoteBlock note)
    {
        Start("note");
        json.WriteString("id", note.Id);
        json.WriteString("text", Quoting.Clean(note.Note.Text));
        json.WriteString("author", Quoting.Clean(note.Note.Author));
        json.WriteString("date", note.Note.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("likelihood", note.Note.Likelihood is { } likely ? EnumSpelling.Of(likely) : null);
        json.WriteString("likelihoodRange", note.Note.Likelihood is { } range ? Yardstick.Of(range).Range : null);
        json.WriteString("confidence", note.Note.Confidence is { } confidence ? EnumSpelling.Of(confidence) : null);
        json.WriteString("marking", EnumSpelling.Of(note.Note.Marking));
        json.WriteString("about", note.Note.About is { } about ? Quoting.Clean(about) : null);
        json.WriteStartArray("on");
        foreach (var line in note.On) JsonLine.Write(json, line);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Start(string kind)
    {
        json.WriteStartObject();
        json.WriteString("kind", kind);
    }

    private void Row(MatrixRow row)
    {
        json.WriteStartObject();
        JsonLine.Parts(json, "heading", row.Heading);
        json.WriteString("note", row.Note);
        json.WriteStartArray("cells");
        foreach (var cell in row.Cells)
        {
            json.WriteStartObject();
            Write("blocks", cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
