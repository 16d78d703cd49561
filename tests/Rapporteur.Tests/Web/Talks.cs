using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>What the workbench shows in tests: a few days of invented talks, one claim of them in doubt.</summary>
internal static class Talks
{
    public const string DoubtfulWords = "Northland may close the bridge again.";

    public static DocumentReading Doubtful { get; } = new Dispatch("2031-03-05", "doubt.txt", "Harbour Daily")
        .Says("Northland told Westmark to pay the tolls.", l => l.Claim(ClaimType.Demand, "n", "pay the tolls") with { To = ["w"] })
        .Says(DoubtfulWords, l => l.Claim(ClaimType.Threat, "n", "close the bridge again") with { Confidence = .3 }).Reading();

    // A title and words as long as they come.
    private static DocumentReading Long { get; } = Titled(new Dispatch("2031-03-04", "long.txt", "The Northern Valleys Messenger and Weekly Intelligencer")
        .Says("The Confederation of Upper Riparian Municipalities demanded a comprehensive reconstruction of the embankments before the next navigation season.", l => l.Claim(ClaimType.Demand, "n", "a comprehensive reconstruction of the embankments before the next navigation season"))
        .Says("Northland demanded an immediate and unconditional ceasefire along the whole of the canal.", l => l.Claim(ClaimType.Demand, "n", "an immediate and unconditional ceasefire along the whole of the canal"))
        .Says("Westmark wanted a limited ceasefire.", l => l.Claim(ClaimType.Demand, "w", "a limited ceasefire")).Reading());

    public static IEnumerable<DocumentReading> All { get; } = [.. KeptSnapshots.Dispatches(), Long, Doubtful];

    private static DocumentReading Titled(DocumentReading reading) =>
        reading with { Document = reading.Document with { Title = "Confederation of municipalities insists once more on a comprehensive reconstruction of every embankment above the bridge" } };

    public static string Address(DocumentReading reading, string page = "review") => $"/{page}/{reading.Document.TextId["sha256:".Length..][..32]}";
}
