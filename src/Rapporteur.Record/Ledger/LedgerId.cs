using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>The id of a ledger: 32 hexadecimal digits of chance and 8 of a check over them and the time of its beginning, so that an altered row tells. Ids of 32 digits alone are of
/// ledgers that earlier programs began; they have no check.</summary>
internal static class LedgerId
{
    private const int Chance = 32;
    private const int Digits = 40;

    /// <summary>A new id.</summary>
    /// <param name="random">16 bytes of chance.</param>
    /// <param name="created">When the ledger began, as it is kept.</param>
    internal static string Of(byte[] random, string created)
    {
        var digits = Convert.ToHexStringLower(random);
        return digits + Check(digits, created);
    }

    /// <summary>What is wrong with the row of a ledger; null where nothing is, as far as it can be told.</summary>
    internal static string? Fault(string id, string created)
    {
        if (!EventPayload.IsTime(created)) return $"a time of beginning, {created}, that is none";
        if (id.Length is not (Chance or Digits) || !id.All(char.IsAsciiHexDigitLower)) return $"an id, {id}, that is none";
        return id.Length == Chance || id[Chance..] == Check(id[..Chance], created) ? null : $"an id, {id}, whose last digits are not those of a ledger begun at {created}";
    }

    private static string Check(string digits, string created) => ContentHash.Of(digits + '\u001f' + created)["sha256:".Length..][..(Digits - Chance)];
}
