using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Changes since a day as a feed to subscribe to (RFC 4287): an entry a change, the latest first, those of a day in the order of <c>diff</c>. A change keeps its id in every later feed of the record.</summary>
public sealed class AtomFeed : RecordExporter
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <inheritdoc/>
    public override string Name => "atom";

    /// <inheritdoc/>
    public override string MediaType => "application/atom+xml; charset=utf-8";

    /// <inheritdoc/>
    public override bool TellsChanges => true;

    internal override string Write(RecordExport export)
    {
        var listing = new RecordListing(export.Snapshot);
        var entries = export.Changes.Zip(listing.Changes(export.Changes))
            .Select(c => (Id: Id(export, c.First), Updated: Updated(c.First, export.Day), Title: Quoting.Clean(c.Second.Heading ?? c.Second.Name), Change: c.First))
            .DistinctBy(e => e.Id, StringComparer.Ordinal).OrderByDescending(e => e.Updated).ToList();
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteElementString("id", Namespace, Urn("feed", export.Identity));
            xml.WriteElementString("title", Namespace, Words.Fill("export.feed", ("date", export.Since is { } since ? DateWords.Of(since) : Words.Of("date.unknown"))));
            xml.WriteElementString("updated", Namespace, Instant(export.Day));
            xml.WriteElementString("generator", Namespace, "Rapporteur");
            xml.WriteStartElement("author", Namespace);
            xml.WriteElementString("name", Namespace, "Rapporteur");
            xml.WriteEndElement();
            foreach (var (id, updated, title, change) in entries) Entry(xml, id, updated, title, change, listing);
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void Entry(XmlWriter xml, string id, DateOnly updated, string title, Change change, RecordListing listing)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", Namespace, id);
        xml.WriteElementString("title", Namespace, title);
        xml.WriteElementString("updated", Namespace, Instant(updated));
        foreach (var term in new[] { EnumSpelling.Of(change.Subject), EnumSpelling.Of(change.Kind) })
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", term);
            xml.WriteEndElement();
        }

        foreach (var address in change.Claims.Select(c => Address(c.Document.Source)).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            xml.WriteStartElement("link", Namespace);
            xml.WriteAttributeString("rel", "related");
            xml.WriteAttributeString("href", address);
            xml.WriteEndElement();
        }

        if (!change.Claims.IsEmpty) xml.WriteElementString("rights", Namespace, Words.Of("marking", MarkingFence.Strictest(change.Claims.Select(c => c.Document.Marking))));
        xml.WriteStartElement("content", Namespace);
        xml.WriteAttributeString("type", "text");
        string?[] told = [change.Party is { } party ? listing.NameOf(party) : null, .. change.Claims.DistinctBy(c => c.Evidence).Select(CalendarExporter.Cited)];
        xml.WriteString(told.OfType<string>().ToList() is { Count: > 0 } lines ? string.Join('\n', lines) : title);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>The address of a source on the web; null for a file, which nobody elsewhere can open.</summary>
    internal static string? Address(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    // When it was last reported; what no text reports (a day that passed) is of the day of the feed.
    private static DateOnly Updated(Change change, DateOnly day)
    {
        var reported = change is { Subject: ChangeSubject.Document, After: { } published } ? Last(Edtf.Parse(published)) : change.Claims.Max(c => Last(c.Reported));
        return reported < day ? reported.Value : day;
    }

    private static DateOnly? Last(Edtf? date) => date is null ? null : date.Latest ?? date.Earliest;

    private static string Id(RecordExport export, Change change) =>
        Urn(export.Identity, EnumSpelling.Of(change.Subject), EnumSpelling.Of(change.Kind), change.Key, change.Party, change.Before, change.After);

    // A UUID of version 8 (RFC 9562): made of a hash, so that the same thing always has the same.
    private static string Urn(params ReadOnlySpan<string?> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts)));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return "urn:uuid:" + new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    private static string Instant(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
