using System.Security.Cryptography;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>The rulings of a record at one moment, and the mark that a form carries of those it was shown: whoever sends the form when the mark has changed is told what was ruled meanwhile.</summary>
/// <param name="stamp">Mark of the record.</param>
/// <param name="snapshot">The record as it is shown.</param>
/// <param name="rulings">Every ruling that may be shown.</param>
public sealed class FreshRulings(string stamp, RecordSnapshot snapshot, IReadOnlyList<Ruling> rulings)
{
    private readonly RulingDesk _desk = new(snapshot, [], rulings);
    private readonly Lazy<ILookup<string, Ruling>> _byText = new(() => rulings.Where(r => r.TextId is not null).ToLookup(r => r.TextId!, StringComparer.Ordinal));

    /// <summary>Mark of the record.</summary>
    public string Stamp { get; } = stamp;

    /// <summary>Every ruling that may be shown.</summary>
    public IReadOnlyList<Ruling> All { get; } = rulings;

    /// <summary>Rulings that belong to a text, by time.</summary>
    public IEnumerable<Ruling> Of(string textId) => _byText.Value[textId];

    /// <summary>Rulings that stand on one thing.</summary>
    /// <param name="verdict">A word of the sort of ruling.</param>
    /// <param name="key">Key of the thing.</param>
    public IReadOnlyList<Ruling> Standing(string verdict, string key) => _desk.Standing(verdict, key);

    /// <summary>The mark of what stands on one thing.</summary>
    public string Seen(string verdict, string key) => Seen(Standing(verdict, key));

    /// <summary>The mark of rulings, whatever their order.</summary>
    public static string Seen(IEnumerable<Ruling> standing) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', standing.Select(r => r.Id).Order(StringComparer.Ordinal)))))[..16];
}
