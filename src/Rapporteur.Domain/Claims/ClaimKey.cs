using System.Globalization;

namespace Rapporteur.Domain;

/// <summary>The key of a claim: it stays the same when a better reader reads the same text, so that rulings stay attached.</summary>
public static class ClaimKey
{
    /// <summary>16 hexadecimal digits over text id, type, trigger and evidence.</summary>
    /// <param name="textId">Hash of the extracted text, <c>sha256:…</c>.</param>
    /// <param name="type">Type of the claim.</param>
    /// <param name="trigger">The word that evokes it.</param>
    /// <param name="evidence">The sentence that says it.</param>
    /// <param name="by">Name of the holder for the second and later of twins that differ only in it ("Paris and Berlin said"); null for every other claim.</param>
    public static string Of(string textId, ClaimType type, TextSpan trigger, TextSpan evidence, string? by = null)
    {
        ArgumentNullException.ThrowIfNull(textId);
        return by is null
            ? ContentHash.Key(textId, Name(type), Offset(trigger.Start), Offset(trigger.End), Offset(evidence.Start), Offset(evidence.End))
            : ContentHash.Key(textId, Name(type), Offset(trigger.Start), Offset(trigger.End), Offset(evidence.Start), Offset(evidence.End), by);
    }

    private static string Name(ClaimType type) => type.ToString().ToLowerInvariant();

    private static string Offset(int value) => value.ToString(CultureInfo.InvariantCulture);
}
