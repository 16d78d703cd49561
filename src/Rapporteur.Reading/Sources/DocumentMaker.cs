using System.Globalization;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Joins what a format found with what the user said, finds zones and language, and makes the document.</summary>
internal sealed class DocumentMaker(SourceOptions options, ZoneFinder zones, LanguageIdentifier languages)
{
    private static readonly CaptionRights Pictures = new(LineCues.Load(DataFolder.Shipped, "sources/licences.txt"));

    /// <summary>The result for one source.</summary>
    /// <param name="found">What its format found.</param>
    /// <param name="source">What it is called.</param>
    /// <param name="id">Hash of its raw bytes.</param>
    public SourceResult Make(Extraction found, string source, string id)
    {
        var text = found.Text;
        if (string.IsNullOrWhiteSpace(text)) return SourceResult.Failed(source, "empty", "There is no text in it.", id) with { Notes = found.Notes };
        if (Encoding.UTF8.GetByteCount(text) > options.MaxTextBytes)
            return SourceResult.Failed(source, "too-large", string.Create(CultureInfo.InvariantCulture, $"The text has more than {options.MaxTextBytes:N0} bytes; split it."), id) with { Notes = found.Notes };
        if (!HasWords(text)) return SourceResult.Failed(source, "no-words", "There are no words in it, only signs and numbers.", id) with { Notes = found.Notes };
        var parts = zones.Find(text, found.Title, found.Zones, found.HasStructure);
        var language = languages.Identify(text);
        var document = new SourceDocument
        {
            Id = id,
            TextId = ContentHash.Of(text),
            Source = source,
            Text = text,
            Title = Title(found.Title, text, parts),
            Publisher = Clean(found.Publisher),
            Published = Published(found, source),
            Marking = (Marking)Math.Max((int)found.Marking, (int)options.Marking),
            Language = language.Code,
            Rights = Pictures.With(Clean(found.Rights), text, parts),
            Zones = parts,
        };
        var error = language.IsReadAsEnglish ? null
            : new ReadingError("not-english", $"Kept, not read: the text looks {language.Name} ({language.Code}), and only English is read so far.");
        return new(document, source, id, error) { Notes = found.Notes };
    }

    private PublicationDate Published(Extraction found, string source)
    {
        if (options.PublishedByFile?.For(source) is { } listed) return new(listed, DateBasis.Given);
        if (found.Published is { } own) return new(own, found.PublishedBasis);
        return options.Published is { } given ? new(given, DateBasis.Given) : PublicationDate.None;
    }

    private static string? Title(string? known, string text, IEnumerable<Zone> parts)
    {
        if (Clean(known) is { } title) return title;
        return parts.FirstOrDefault(zone => zone.Kind == ZoneKind.Title)?.Span.Slice(text);
    }

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool HasWords(string text)
    {
        var letters = 0;
        foreach (var c in text)
            if (char.IsLetter(c) && ++letters == 2) return true;
        return false;
    }
}
