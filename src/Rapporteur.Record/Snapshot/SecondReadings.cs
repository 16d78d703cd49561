using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Keeps the claims of a second reader apart from those of the reader that ships.</summary>
internal static class SecondReadings
{
    /// <summary>The reading with the claims of the reader that ships alone.</summary>
    internal static DocumentReading Without(DocumentReading reading) =>
        Has(reading) ? reading with { Claims = [.. reading.Claims.Where(claim => claim.Origin is null)] } : reading;

    /// <summary>The reading with what only a second reader has.</summary>
    internal static DocumentReading Only(DocumentReading reading) =>
        reading with { Claims = Has(reading) ? ReaderComparison.Of(reading).SecondOnly : [] };

    private static bool Has(DocumentReading reading)
    {
        if (reading.LaterClaims is ReadingClaims { IsOwnOnly: true }) return false;
        foreach (var claim in reading.Claims)
            if (claim.Origin is not null) return true;
        return false;
    }
}
