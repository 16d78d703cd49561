using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Claims as linked data: schema.org's Claim, its provenance by PROV-O, its sentence by the selectors of the Web Annotation data model. Nothing has to be fetched to read it.</summary>
public sealed class ClaimsJsonLd : RecordExporter
{
    private static readonly JsonWriterOptions Indented = JsonText.Options with { Indented = true, NewLine = "\n" };

    /// <inheritdoc/>
    public override string Name => "jsonld";

    /// <inheritdoc/>
    public override string MediaType => "application/ld+json; charset=utf-8";

    internal override string Write(RecordExport export)
    {
        var snapshot = export.Snapshot;
        var listing = new RecordListing(snapshot);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteStartObject("@context");
            json.WriteString("@vocab", "https://schema.org/");
            json.WriteString("oa", "http://www.w3.org/ns/oa#");
            json.WriteString("prov", "http://www.w3.org/ns/prov#");
            json.WriteString("r", "https://rapporteur.invalid/terms#");
            json.WriteEndObject();
            json.WriteStartArray("@graph");
            foreach (var actor in snapshot.Claims.SelectMany(c => ActorsOf(c.Claim)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) Agent(json, snapshot, actor, listing.NameOf(actor));
            foreach (var document in snapshot.Claims.Select(c => c.Document).DistinctBy(d => d.TextId).OrderBy(d => d.TextId, StringComparer.Ordinal)) Text(json, document);
            var readers = snapshot.Documents.Where(d => d.Error is null).DistinctBy(d => d.Document.TextId).ToFrozenDictionary(d => d.Document.TextId, d => d.Reader, StringComparer.Ordinal);
            foreach (var reader in snapshot.Claims.Select(c => ReaderOf(c, readers)).OfType<ReaderIdentity>().Distinct().OrderBy(Key, StringComparer.Ordinal)) Reading(json, reader);
            foreach (var claim in snapshot.Claims) Claim(json, claim, listing.Told(claim), ReaderOf(claim, readers));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Agent(Utf8JsonWriter json, RecordSnapshot snapshot, string key, string name)
    {
        var kind = snapshot.Actors.TryGetValue(key, out var actor) ? actor.Kind : ActorKind.Unnamed;
        json.WriteStartObject();
        json.WriteString("@id", Of(key));
        Types(json, kind switch { ActorKind.Person => "Person", ActorKind.State => "Country", ActorKind.Organisation => "Organization", _ => "Thing" }, "prov:Agent");
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, SourceDocument document)
    {
        json.WriteStartObject();
        json.WriteString("@id", WebAnnotation.Address(document.TextId));
        Types(json, "Article", "prov:Entity");
        Optional(json, "headline", ClaimCells.Clean(document.Title));
        if (ClaimCells.Clean(document.Publisher) is { } publisher)
        {
            json.WriteStartObject("publisher");
            json.WriteString("@type", "Organization");
            json.WriteString("name", publisher);
            json.WriteEndObject();
        }

        if (document.Published.Value is { } date)
        {
            if (date is { IsDay: true, IsApproximate: false }) json.WriteString("datePublished", date.Value);
            json.WriteString("r:published", date.Value);
        }

        json.WriteString("identifier", Quoting.Clean(document.Source));
        Optional(json, "url", AtomFeed.Address(document.Source));
        if (document.Language != "und") json.WriteString("inLanguage", document.Language);
        json.WriteString("r:marking", EnumSpelling.Of(document.Marking));
        json.WriteEndObject();
    }

    // What a person decided, or a second reader found, this reader did not make.
    private static ReaderIdentity? ReaderOf(RecordedClaim recorded, FrozenDictionary<string, ReaderIdentity> readers) =>
        recorded.Ruling is null && recorded.Claim.Origin is null ? readers.GetValueOrDefault(recorded.Document.TextId) : null;

    private static string Key(ReaderIdentity reader) => ContentHash.Key(reader.Version, reader.Fingerprint);

    private static void Reading(Utf8JsonWriter json, ReaderIdentity reader)
    {
        json.WriteStartObject();
        json.WriteString("@id", "#reader-" + Key(reader));
        Types(json, "SoftwareApplication", "prov:SoftwareAgent");
        json.WriteString("name", "Rapporteur");
        json.WriteString("softwareVersion", reader.Version);
        json.WriteString("r:fingerprint", reader.Fingerprint);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("@id", "#reading-" + Key(reader));
        Types(json, "Action", "prov:Activity");
        Reference(json, "prov:wasAssociatedWith", "#reader-" + Key(reader));
        json.WriteEndObject();
    }

    private static void Claim(Utf8JsonWriter json, RecordedClaim recorded, string told, ReaderIdentity? reader)
    {
        var claim = recorded.Claim;
        json.WriteStartObject();
        json.WriteString("@id", "#claim-" + claim.Id);
        Types(json, "Claim", "prov:Entity");
        json.WriteString("text", told);
        json.WriteString("r:type", EnumSpelling.Of(claim.Type));
        json.WriteString("r:polarity", claim.Polarity == Polarity.Positive ? "positive" : "negative");
        json.WriteString("r:modality", EnumSpelling.Of(claim.Modality));
        json.WriteString("r:voice", EnumSpelling.Of(claim.Voice));
        Optional(json, "r:status", ClaimCells.Code(claim.Status));
        Optional(json, "r:when", (claim.Due ?? claim.When)?.Value);
        Optional(json, "r:where", ClaimCells.Clean(claim.Where));
        Optional(json, "r:what", ClaimCells.What(recorded));
        References(json, "r:by", claim.By is { } by ? [by] : []);
        References(json, "r:holder", claim.Holder is { } holder ? [holder] : []);
        References(json, "r:to", claim.To);
        References(json, "r:participant", claim.Participants);
        References(json, "about", claim.About);
        References(json, "prov:wasAttributedTo", (claim.Holder ?? claim.By) is { } voice ? [voice] : []);
        if (reader is not null) Reference(json, "prov:wasGeneratedBy", "#reading-" + Key(reader));
        Optional(json, "r:ruling", recorded.Ruling is { } ruling ? Quoting.Clean(ruling.Verdict) : null);
        Reference(json, "appearance", WebAnnotation.Address(recorded.Evidence.TextId));
        WebAnnotation.Write(json, "prov:wasDerivedFrom", recorded);
        json.WriteEndObject();
    }

    private static IEnumerable<string> ActorsOf(Claim claim) =>
        new[] { claim.By, claim.Holder }.OfType<string>().Concat(claim.To).Concat(claim.Participants).Concat(claim.About);

    private static string Of(string actor) => "#actor-" + Uri.EscapeDataString(actor);

    private static void Types(Utf8JsonWriter json, string schema, string prov)
    {
        json.WriteStartArray("@type");
        json.WriteStringValue(schema);
        json.WriteStringValue(prov);
        json.WriteEndArray();
    }

    private static void References(Utf8JsonWriter json, string name, ImmutableArray<string> actors)
    {
        if (actors.IsDefaultOrEmpty) return;
        json.WriteStartArray(name);
        foreach (var actor in actors)
        {
            json.WriteStartObject();
            json.WriteString("@id", Of(actor));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Reference(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
