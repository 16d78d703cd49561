using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Plugs;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>Entries of a listing as entries of an answer, each with the first few of its claims and how many there are.</summary>
internal static class EntryAnswers
{
    private const int Usual = 3;

    /// <summary>How many claims of each account are quoted.</summary>
    public static McpParameter Citations { get; } = new("citations", McpKind.Number, $"How many claims with their quotes each account of an entry shows at most. Default: {Usual}.") { Least = 1, Most = 50 };

    /// <summary>The entries.</summary>
    public static IReadOnlyList<AnswerEntry> Of(RecordListing listing, IEnumerable<Entry> entries, McpArguments arguments)
    {
        var (most, json) = (arguments.Number(Citations.Name) ?? Usual, new ListingJson(listing));
        return [.. entries.Select(entry => new AnswerEntry($"{entry.Kind} {entry.Key}", () => json.Write(Cut(entry, most))))];
    }

    /// <summary>Whether a party of the entry has this key or a name with these words in it.</summary>
    public static bool Involves(Entry entry, string actor, RecordSnapshot snapshot) =>
        entry.Parts.Any(part => Called(part.Party, actor, snapshot)) ||
        entry.Fields.Any(field => field.Name is "participants" or "setBy" or "addressees" or "by" or "targets" && field.Values.Any(key => Called(key, actor, snapshot)));

    /// <summary>The value of a field of text; null where it has none.</summary>
    public static string? Value(Entry entry, string field) => entry.Fields.FirstOrDefault(f => f.Name == field) is { Values: [var value, ..] } ? value : null;

    private static bool Called(string? key, string actor, RecordSnapshot snapshot) =>
        key is not null && (key.Equals(actor, StringComparison.OrdinalIgnoreCase) || snapshot.NameOf(key).Contains(actor, StringComparison.OrdinalIgnoreCase));

    private static Entry Cut(Entry entry, int most) => entry with
    {
        Fields = entry.Parts.IsEmpty || !entry.Claims.IsEmpty ? [.. entry.Fields, Count(entry.Claims.Length)] : entry.Fields,
        Claims = [.. entry.Claims.Take(most)],
        Parts = [.. entry.Parts.Select(part => part with { Fields = [.. part.Fields, Count(part.Claims.Length)], Claims = [.. part.Claims.Take(most)] })],
    };

    private static EntryField Count(int claims) => new("claimCount", FieldKind.Number, [claims.ToString(CultureInfo.InvariantCulture)], "");
}
