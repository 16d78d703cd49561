using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Describes the claims of a record as a data set for programs that learn or count (Croissant 1.0 of MLCommons, JSON-LD over schema.org): the table that <see cref="ClaimsCsv"/> writes, with its hash, size and columns.
/// It holds no word of a source. The file <c>claims.csv</c> has to lie beside it, written of the same record within the same marking.</summary>
public sealed class CroissantExporter : RecordExporter
{
    /// <summary>Name of the table beside the description.</summary>
    public const string Table = "claims.csv";

    private const string File = "claims-csv";
    private const string Set = "claims";
    private static readonly JsonWriterOptions Indented = JsonText.Options with { Indented = true, NewLine = "\n" };

    /// <inheritdoc/>
    public override string Name => "croissant";

    /// <inheritdoc/>
    public override string MediaType => "application/ld+json; charset=utf-8";

    internal override string Write(RecordExport export)
    {
        var table = Encoding.UTF8.GetBytes(new ClaimsCsv().Write(export));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            Context(json);
            json.WriteString("@type", "sc:Dataset");
            json.WriteString("conformsTo", "http://mlcommons.org/croissant/1.0");
            json.WriteString("name", Words.Of("croissant.name"));
            json.WriteString("description", Description(export));
            json.WriteString("url", "https://rapporteur.invalid/records/" + Uri.EscapeDataString(export.Identity));
            json.WriteString("version", "1.0.0");
            json.WriteString("datePublished", Day(export.Day));
            json.WriteString("inLanguage", "en");
            Named(json, "license", "sc:CreativeWork", Words.Of("croissant.license"));
            Named(json, "creator", "sc:Organization", "Rapporteur");
            json.WriteStartArray("distribution");
            json.WriteStartObject();
            json.WriteString("@type", "cr:FileObject");
            json.WriteString("@id", File);
            json.WriteString("name", Table);
            json.WriteString("description", Words.Of("croissant.file"));
            json.WriteString("contentUrl", Table);
            json.WriteString("contentSize", table.Length.ToString(CultureInfo.InvariantCulture) + " B");
            json.WriteString("encodingFormat", "text/csv");
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(table)));
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("recordSet");
            Claims(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static string Description(RecordExport export) => Words.Fill("croissant.description",
        ("claims", Words.Count("header.claims", export.Snapshot.Claims.Length)), ("documents", Words.Count("thread.coverage-documents", export.Snapshot.Documents.Count(d => d.Error is null))),
        ("date", DateWords.Of(export.Day)), ("marking", Words.Of("marking", MarkingFence.Strictest(export.Snapshot.Documents.Select(d => d.Document.Marking)))));

    private static void Claims(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("@type", "cr:RecordSet");
        json.WriteString("@id", Set);
        json.WriteString("name", Set);
        json.WriteString("description", Words.Of("croissant.set"));
        json.WriteStartObject("key");
        json.WriteString("@id", $"{Set}/id");
        json.WriteEndObject();
        json.WriteStartArray("field");
        foreach (var column in ClaimsCsv.Columns) Field(json, column);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, string column)
    {
        json.WriteStartObject();
        json.WriteString("@type", "cr:Field");
        json.WriteString("@id", $"{Set}/{column}");
        json.WriteString("name", column);
        json.WriteString("description", Words.Of("croissant.column." + column));
        json.WriteString("dataType", "sc:Text");
        json.WriteStartObject("source");
        json.WriteStartObject("fileObject");
        json.WriteString("@id", File);
        json.WriteEndObject();
        json.WriteStartObject("extract");
        json.WriteString("column", column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // The context that the standard gives, to the letter: programs compare it.
    private static void Context(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteString("@language", "en");
        json.WriteString("@vocab", "https://schema.org/");
        foreach (var (term, value) in ((string, string)[])
            [("citeAs", "cr:citeAs"), ("column", "cr:column"), ("conformsTo", "dct:conformsTo"), ("cr", "http://mlcommons.org/croissant/"), ("rai", "http://mlcommons.org/croissant/RAI/")]) json.WriteString(term, value);
        Typed(json, "data", "cr:data", "@json");
        Typed(json, "dataType", "cr:dataType", "@vocab");
        json.WriteString("dct", "http://purl.org/dc/terms/");
        Typed(json, "examples", "cr:examples", "@json");
        foreach (var term in (string[])["extract", "field", "fileProperty", "fileObject", "fileSet", "format", "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated", "replace"]) json.WriteString(term, "cr:" + term);
        json.WriteString("sc", "https://schema.org/");
        foreach (var term in (string[])["separator", "source", "subField", "transform"]) json.WriteString(term, "cr:" + term);
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, string property, string type, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void Typed(Utf8JsonWriter json, string term, string id, string type)
    {
        json.WriteStartObject(term);
        json.WriteString("@id", id);
        json.WriteString("@type", type);
        json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
