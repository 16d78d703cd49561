using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>Prints entries of a listing on standard output.</summary>
internal static class EntryPrinter
{
    /// <summary>Prints every entry, as NDJSON or for people, and notes where there is none.</summary>
    public static void Print(Terminal terminal, RecordListing listing, IEnumerable<Entry> entries, bool json, Messages messages, CancellationToken cancel)
    {
        var (asJson, asText) = (new ListingJson(listing), new ListingText(listing));
        var count = 0;
        foreach (var entry in entries)
        {
            cancel.ThrowIfCancellationRequested();
            if (json) terminal.Out.WriteLine(asJson.Write(entry));
            else
            {
                if (count > 0) terminal.Out.WriteLine();
                foreach (var line in asText.Lines(entry)) terminal.Out.WriteLine(line);
            }

            count++;
        }

        if (count == 0) messages.Note("nothing of this kind was read");
    }
}
