using System.Globalization;

namespace Rapporteur.Domain;

/// <summary>What a finding of absence rests on.</summary>
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day looked at.</param>
/// <param name="Documents">How many documents of the record were published in that time.</param>
/// <param name="Publishers">Of how many publishers.</param>
public sealed record Coverage(DateOnly From, DateOnly To, int Documents, int Publishers)
{
    /// <summary>The coverage in words, such as "3 documents of 2 publishers read from 2025-08-09 to 2025-10-22"; publishers are left out where none is known.</summary>
    public string InWords
    {
        get
        {
            var documents = Documents switch { 0 => "no document", 1 => "1 document", _ => string.Create(CultureInfo.InvariantCulture, $"{Documents} documents") };
            var publishers = Publishers switch { 0 => "", 1 => " of 1 publisher", _ => string.Create(CultureInfo.InvariantCulture, $" of {Publishers} publishers") };
            return string.Create(CultureInfo.InvariantCulture, $"{documents}{publishers} read from {From:yyyy-MM-dd} to {To:yyyy-MM-dd}");
        }
    }
}
