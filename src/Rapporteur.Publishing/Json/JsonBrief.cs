using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Writes a brief as JSON: the same structure as the page, each line with its citations, so that <see cref="BriefCitations"/> can check them.</summary>
public sealed class JsonBrief : Exporter
{
    /// <summary>Value of the member <c>format</c>.</summary>
    public const string Format = "rapporteur-brief";

    /// <summary>Value of the member <c>version</c>; raised when a member changes its meaning.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <inheritdoc/>
    public override string Name => "json";

    /// <inheritdoc/>
    public override string MediaType => "application/json";

    /// <inheritdoc/>
    public override byte[] Export(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            json.WriteString("generator", HeaderWords.Generator(brief.Header));
            Header(json, brief);
            json.WriteStartArray("sections");
            var blocks = new JsonBlocks(json);
            foreach (var section in brief.Sections)
            {
                json.WriteStartObject();
                json.WriteString("id", section.Id);
                json.WriteString("title", section.Title);
                json.WriteString("note", section.Note);
                blocks.Write("blocks", section.Blocks);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Sources(json, brief);
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Header(Utf8JsonWriter json, Brief brief)
    {
        var header = brief.Header;
        json.WriteStartObject("header");
        json.WriteString("title", header.Title);
        if (header.Template is { } template)
        {
            json.WriteString("template", template);
            json.WriteString("form", header.Form);
            json.WriteString("subject", header.Subject);
        }

        json.WriteString("day", header.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("dayBasis", Words.Code(header.DayBasis));
        json.WriteString("since", header.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("read", header.Read);
        json.WriteNumber("publishers", header.Publishers);
        json.WriteNumber("unread", header.Unread);
        json.WriteNumber("older", header.Older);
        json.WriteNumber("claims", header.Claims);
        json.WriteString("marking", Words.Code(header.Marking));
        json.Objects("readers", header.Readers, reader =>
        {
            json.WriteString("version", reader.Version);
            json.WriteString("fingerprint", reader.Fingerprint);
        });
        json.Objects("parties", brief.Parties, party =>
        {
            json.WriteString("key", party.Key);
            json.WriteString("name", party.Name);
            json.WriteNumber("claims", party.Claims);
            json.WriteBoolean("speaks", party.Speaks);
        });
        json.Strings("emptySections", brief.EmptySections);
        json.WriteEndObject();
    }

    private static void Sources(Utf8JsonWriter json, Brief brief)
    {
        json.WriteStartArray("sources");
        foreach (var source in brief.Sources)
        {
            var document = source.Document;
            json.WriteStartObject();
            json.WriteString("id", document.Id);
            json.WriteString("textId", document.TextId);
            json.WriteString("source", document.Source);
            json.WriteString("title", document.Title);
            json.WriteString("publisher", document.Publisher);
            json.WriteStartObject("published");
            json.WriteString("value", document.Published.Value?.Value);
            json.WriteString("basis", Words.Code(document.Published.Basis));
            json.WriteString("reason", document.Published.Reason);
            json.WriteEndObject();
            json.WriteString("marking", Words.Code(document.Marking));
            json.WriteString("language", document.Language);
            json.WriteString("rights", document.Rights);
            json.WriteNumber("claims", source.Claims);
            if (source.DuplicateOf is { } other) json.WriteString("duplicateOf", other.Source);
            if (source.Error is { } error)
            {
                json.WriteStartObject("error");
                json.WriteString("code", error.Code);
                json.WriteString("message", error.Message);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
