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
        yield return Heading(entry);
        if (Told(entry.Kind == "change" ? entry.Fields.Where(f => f.Name is not ("subject" or "change" or "before" or "after")) : entry.Fields) is { Length: > 0 } fields) yield return "  " + fields;
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

    // "meeting, state: Talks of Norland and Sudria: proposed → held" for a change.
    private static string Heading(Entry entry)
    {
        if (entry.Kind != "change") return Quoting.Clean(entry.Name);
        string? Of(string name) => entry.Fields.First(f => f.Name == name).Shown;
        var (before, after) = (Of("before"), Of("after"));
        var step = (before, after) switch
        {
            (null, null) => "",
            (null, { } now) => $": {now}",
            ({ } was, null) => $": {was} →",
            ({ } was, { } now) => $": {was} → {now}",
        };
        return $"{Of("subject")}, {Of("change")}: {Quoting.Clean(entry.Name)}{Quoting.Clean(step)}";
    }

    private static string Told(IEnumerable<EntryField> fields) =>
        string.Join(" · ", fields.Where(f => f.Shown is { Length: > 0 } && f.Name != "selfSet").Select(f => f.Name is "state" or "class" or "days" or "firmness" or "type" or "polarity" ? f.Shown : f.Name switch
        {
            "setBy" => "set by " + f.Shown,
            "addressees" => "to " + f.Shown,
            "replacedBy" => "replaced by " + f.Shown,
            "succeededBy" => "let pass, then " + f.Shown,
            "carriedOut" or "met" or "lapsed" or "open" => f.Shown!,
            _ => $"{f.Name} {Quoting.Clean(f.Shown!)}",
        }));

    private IEnumerable<string> Claim(RecordedClaim claim, string indent)
    {
        yield return $"{indent}– {listing.Told(claim)} ({string.Join(", ", ClaimPhrase.Badges(claim.Claim).Select(b => b.Text))})";
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{indent}  “{Quoting.Cut(Quoting.Tidy(claim.Evidence.Quote), LongestSentence)}” – {PassageMaker.Label(claim.Document, null)}, {claim.Document.Source}:{claim.Evidence.Span.Start}–{claim.Evidence.Span.End}");
    }
}
