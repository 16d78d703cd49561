using System.Collections.Immutable;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>A citation as a brief carries it.</summary>
/// <param name="Line">Id of the line that rests on it.</param>
/// <param name="Source">Path or address of the document, as the user named it.</param>
/// <param name="Citation">Text, span and quote.</param>
public sealed record BriefCitation(string Line, string Source, Citation Citation);

/// <summary>Reads the citations back out of a brief in JSON, for checking them against the stored texts.</summary>
public static class BriefCitations
{
    /// <summary>Every citation in reading order, the sentences before and after included. The same sentence comes once for each line that cites it.</summary>
    /// <param name="brief">A brief as <see cref="JsonBrief"/> writes it.</param>
    /// <exception cref="FormatException">It is no such brief, or was altered so that it cannot be read; the message says where.</exception>
    public static ImmutableArray<BriefCitation> Read(Stream brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var found = ImmutableArray.CreateBuilder<BriefCitation>();
        try
        {
            using var json = JsonDocument.Parse(brief);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != JsonBrief.Format)
                throw new FormatException("The file is no brief: it lacks \"format\": \"" + JsonBrief.Format + "\". Give a brief that was written as JSON.");
            if (root.GetProperty("version").GetInt32() != JsonBrief.Version)
                throw new FormatException($"The brief is of version {root.GetProperty("version").GetInt32()}; this program reads version {JsonBrief.Version}.");
            Walk(root.GetProperty("sections"), found);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The brief cannot be read as JSON of its format: " + e.Message, e);
        }

        return found.ToImmutable();
    }

    private static void Walk(JsonElement element, ImmutableArray<BriefCitation>.Builder found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Walk(item, found);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("citations", out var citations))
            {
                var line = element.GetProperty("id").GetString()!;
                if (citations.GetArrayLength() == 0) throw new FormatException($"Line {line} has no citation.");
                foreach (var citation in citations.EnumerateArray()) Add(line, citation, found);
                return;
            }

            foreach (var member in element.EnumerateObject()) Walk(member.Value, found);
        }
    }

    private static void Add(string line, JsonElement citation, ImmutableArray<BriefCitation>.Builder found)
    {
        var source = citation.GetProperty("source").GetString()!;
        var textId = citation.GetProperty("textId").GetString()!;
        var main = Read(textId, citation, line);
        found.Add(new(line, source, main));
        foreach (var name in (string[])["before", "after"])
            if (citation.TryGetProperty(name, out var context)) found.Add(new(line, source, Read(textId, context, line)));
        if (citation.TryGetProperty("marked", out var marked) && !main.Span.Contains(Span(marked, line)))
            throw new FormatException($"Line {line}: the marked words lie outside the cited sentence.");
    }

    private static Citation Read(string textId, JsonElement element, string line) =>
        new(textId, Span(element, line), element.GetProperty("quote").GetString()!);

    private static TextSpan Span(JsonElement element, string line)
    {
        var span = new TextSpan(element.GetProperty("start").GetInt32(), element.GetProperty("end").GetInt32());
        return span.Start >= 0 && span.End >= span.Start ? span : throw new FormatException($"Line {line}: the span {span.Start}–{span.End} is none.");
    }
}
