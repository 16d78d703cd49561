using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Writes entries for people: a heading, fields, and each claim with the sentence that says it and where that stands.</summary>
/// <param name="listing">The listing that the entries are of.</param>
public sealed class ListingText(RecordListing listing)
{
    private const int LongestSentence = 240;

    /// <summary>The lines of one entry.</summary>
    /// <param name="entry">The entry.</param>
    public IEnumerable<string> Lines(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        yield return Quoting.Clean(entry.Heading ?? entry.Name);
        if (Told(entry.Fields) is { Length: > 0 } fields) yield return "  " + fields;
        foreach (var part in entry.Parts)
        {
            yield return "  " + part.Name + (Told(part.Fields) is { Length: > 0 } told ? ": " + told : "");
            foreach (var claim in part.Claims)
                foreach (var line in Claim(claim, "    ")) yield return line;
        }

        foreach (var claim in entry.Claims)
            foreach (var line in Claim(claim, "  ")) yield return line;
        yield return "  key " + entry.Key;
    }

    // Templates are under "field" in the words; a field without one is told by its name.
    private static string Told(IEnumerable<EntryField> fields) => string.Join(" · ", fields.Where(f => f.Shown is not null).Select(f =>
        (Words.Find("field." + f.Name) ?? Words.Of("field.other")).Replace("{name}", f.Name, StringComparison.Ordinal).Replace("{value}", Quoting.Clean(f.Shown!), StringComparison.Ordinal)));

    private IEnumerable<string> Claim(RecordedClaim claim, string indent)
    {
        yield return $"{indent}– {listing.Told(claim)} ({string.Join(", ", ClaimPhrase.Badges(claim.Claim).Select(b => b.Text))})";
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{indent}  “{Quoting.Cut(Quoting.Tidy(claim.Evidence.Quote), LongestSentence)}” – {PassageMaker.Label(claim.Document, null)}, {claim.Document.Source}:{claim.Evidence.Span.Start}–{claim.Evidence.Span.End}");
    }
}
