using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>What the workbench shows in tests: a few days of invented talks, one claim of them in doubt.</summary>
internal static class Talks
{
    public const string DoubtfulWords = "Northland may close the bridge again.";

    public static DocumentReading Doubtful { get; } = new Dispatch("2031-03-05", "doubt.txt", "Harbour Daily")
        .Says("Northland told Westmark to pay the tolls.", l => l.Claim(ClaimType.Demand, "n", "pay the tolls") with { To = ["w"] })
        .Says(DoubtfulWords, l => l.Claim(ClaimType.Threat, "n", "close the bridge again") with { Confidence = .3 }).Reading();

    public static IEnumerable<DocumentReading> All { get; } = [.. KeptSnapshots.Dispatches(), Doubtful];

    public static string Address(DocumentReading reading, string page = "review") => $"/{page}/{reading.Document.TextId["sha256:".Length..][..32]}";
}
