using System.Text.Json;

namespace Rapporteur.Domain;

/// <summary>Reads the interchange format of <c>docs/formats/interchange.md</c>. Strict about what it knows (types, spellings, spans that lie
/// in the text, actors that are listed); fields that it does not know are ignored. Thread safe.</summary>
public static class ReadingReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>Reads one line.</summary>
    /// <param name="line">The line, one JSON object.</param>
    /// <param name="number">Its number, from 1, for messages.</param>
    public static ReadingParse Read(string line, int number = 1) => Guarded(number, () =>
    {
        using var json = JsonDocument.Parse(line, Options);
        return Reading(new JsonField(json.RootElement), text: null, source: null);
    });

    /// <summary>Reads the stored form (<see cref="ReadingWriter.ToStoredUtf8"/>).</summary>
    /// <param name="stored">Bytes of the stored form.</param>
    /// <param name="text">The text that the ledger keeps beside it.</param>
    /// <param name="source">Path or address that the ledger keeps beside it.</param>
    public static ReadingParse ReadStored(ReadOnlyMemory<byte> stored, string text, string source) => Guarded(1, () =>
    {
        using var json = JsonDocument.Parse(stored, Options);
        return Reading(new JsonField(json.RootElement), text, source);
    });

    /// <summary>Reads the stored form with a few of its claims, without its times and facets, for those who show a few lines of many documents.</summary>
    /// <param name="stored">Bytes of the stored form.</param>
    /// <param name="text">The text that the ledger keeps beside it.</param>
    /// <param name="source">Path or address that the ledger keeps beside it.</param>
    /// <param name="claims">Places of the claims that are wanted.</param>
    public static ReadingParse ReadStored(ReadOnlyMemory<byte> stored, string text, string source, IReadOnlySet<int> claims) => Guarded(1, () =>
    {
        using var json = JsonDocument.Parse(stored, Options);
        return Reading(new JsonField(json.RootElement), text, source, claims);
    });

    private static ReadingParse Guarded(int number, Func<DocumentReading> read)
    {
        try
        {
            return new(read(), null);
        }
        catch (JsonException e)
        {
            return new(null, new(number, "", $"expected one JSON object, found a fault at byte {e.BytePositionInLine ?? 0}"));
        }
        catch (InterchangeFault e)
        {
            return new(null, new(number, e.Path, e.Message));
        }
    }

    private static DocumentReading Reading(JsonField root, string? text, string? source, IReadOnlySet<int>? claims = null)
    {
        root.MustBe(JsonValueKind.Object);
        var document = DocumentJson.Read(root.Required("document"), text, source, failed: root.Optional("error") is not null);
        var error = root.Optional("error") is { } fault
            ? new ReadingError(fault.Required("code").String(), fault.Required("message").String())
            : null;
        if (error is not null && root.Optional("reader") is null) return new() { Document = document, Reader = new("", ""), Error = error };
        var actors = ActorJson.Read(root.Required("actors"), document.Text);
        var ids = actors.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Document = document,
            Actors = actors,
            Times = claims is null ? TimeJson.Read(root.Required("times"), document.Text) : [],
            Claims = ClaimJson.Read(root.Required("claims"), document.Text, ids, claims),
            Facets = claims is null ? FacetJson.Read(root.Optional("facets"), document.Text, ids) : [],
            Sentences = root.Optional("sentences") is { } sentences ? sentences.Each(s => SpanJson.Read(s, document.Text)) : [],
            Reader = new(root.Required("reader").Required("version").String(), root.Required("reader").Required("fingerprint").String()),
            Notes = root.Optional("notes") is { } notes ? notes.Each(n => new ReadingNote(n.Required("code").String(), n.Required("message").String())) : [],
            Error = error,
        };
    }
}
