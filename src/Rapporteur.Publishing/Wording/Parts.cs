using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Makes parts of lines.</summary>
internal static class Parts
{
    public static TextPart Plain(string text) => new(PartKind.Plain, text);

    public static TextPart Quote(string words) => new(PartKind.Quote, Quoting.Quote(words));

    public static TextPart Term(string words) => new(PartKind.Term, Quoting.Cut(Quoting.Clean(words), 80));

    public static TextPart Date(Edtf? date) => new(PartKind.Date, DateWords.Of(date));

    /// <summary>Parts with a separator between each two, the last one being "and".</summary>
    public static ImmutableArray<TextPart> Join(IEnumerable<TextPart> items)
    {
        var all = items.ToImmutableArray();
        var joined = ImmutableArray.CreateBuilder<TextPart>();
        for (var i = 0; i < all.Length; i++)
        {
            if (i > 0) joined.Add(Plain(i == all.Length - 1 ? " and " : ", "));
            joined.Add(all[i]);
        }

        return joined.ToImmutable();
    }

    /// <summary>Numbers with unit and qualifier: "about 574 drones, 40 missiles".</summary>
    public static ImmutableArray<TextPart> Quantities(ImmutableArray<Quantity> quantities) =>
        quantities.IsEmpty ? [] : [Term(string.Join(", ", quantities.Select(Quantity)))];

    private static string Quantity(Quantity q) =>
        string.Join(' ', new[] { q.Qualifier, q.Value.ToString("#,0.####", CultureInfo.InvariantCulture), q.Unit }.Where(w => !string.IsNullOrEmpty(w)));
}
