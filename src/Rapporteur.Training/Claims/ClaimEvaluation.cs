using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>How often the claims of one frame or rule are right.</summary>
/// <param name="Rule">Id of the frame or rule.</param>
/// <param name="Right">How many of its claims met an annotated one.</param>
/// <param name="Read">How many claims it read.</param>
public sealed record RulePrecision(string Rule, int Right, int Read);

/// <summary>How often claims of like confidence are right.</summary>
/// <param name="Low">Least confidence, in tenths.</param>
/// <param name="Statements">Whether these are statements, or claims of the other types.</param>
/// <param name="Right">How many of them met an annotated one.</param>
/// <param name="Read">How many there are.</param>
/// <param name="Mean">Their mean confidence.</param>
public sealed record CalibrationBin(int Low, bool Statements, int Right, int Read, double Mean);

/// <summary>Figures of a reader over a folder of annotated articles.</summary>
public sealed record ClaimEvaluation
{
    /// <summary>The figures.</summary>
    public required ClaimScore Score { get; init; }

    /// <summary>Precision of each rule, sorted by its id.</summary>
    public required ImmutableArray<RulePrecision> Rules { get; init; }

    /// <summary>How often claims of like confidence are right, statements first, by tenths.</summary>
    public required ImmutableArray<CalibrationBin> Calibration { get; init; }

    /// <summary>Messages about documents that were not read.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>Reads every article with its title and publication date and scores it.</summary>
    /// <param name="folder">Folder that holds <c>articles</c> and <c>text</c>.</param>
    /// <param name="read">The reader.</param>
    /// <param name="keep">Which articles count, by id; null for all.</param>
    public static ClaimEvaluation Of(string folder, Func<SourceDocument, DocumentReading> read, Func<string, bool>? keep = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        var score = new ClaimScore();
        var problems = ImmutableArray.CreateBuilder<string>();
        var sure = new SortedDictionary<(bool Other, int Low), (int Right, int Read, double Sum)>();
        var rules = new SortedDictionary<string, (int Right, int Read)>(StringComparer.Ordinal);
        foreach (var article in GoldFolder.Load(folder))
        {
            if (keep is not null && !keep(article.Id)) continue;
            var reading = read(article.Reading.Document);
            if (reading.Error is { } error) problems.Add($"{article.Id}: {error.Code}: {error.Message}");
            var right = score.Add(article.Reading, reading).ToHashSet();
            for (var i = 0; i < reading.Claims.Length; i++)
            {
                var rule = reading.Claims[i].Rule;
                var old = rules.GetValueOrDefault(rule);
                rules[rule] = (old.Right + (right.Contains(i) ? 1 : 0), old.Read + 1);
                var bin = (reading.Claims[i].Type != ClaimType.Statement, Math.Min(9, (int)(reading.Claims[i].Confidence * 10)));
                var was = sure.GetValueOrDefault(bin);
                sure[bin] = (was.Right + (right.Contains(i) ? 1 : 0), was.Read + 1, was.Sum + reading.Claims[i].Confidence);
            }
        }

        return new()
        {
            Score = score,
            Rules = [.. rules.Select(r => new RulePrecision(r.Key, r.Value.Right, r.Value.Read))],
            Calibration = [.. sure.Select(b => new CalibrationBin(b.Key.Low, !b.Key.Other, b.Value.Right, b.Value.Read, b.Value.Sum / b.Value.Read))],
            Problems = problems.ToImmutable(),
        };
    }

    /// <summary>One line for each rule: how many of its claims are right.</summary>
    public IEnumerable<string> RuleLines() =>
        Rules.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Rule,-40} {r.Right,5} of {r.Read,5}   P {(double)r.Right / r.Read:0.000}"));

    /// <summary>One line for each tenth of confidence: how often its claims are right, and how far confidence is off on the whole.</summary>
    public IEnumerable<string> CalibrationLines()
    {
        foreach (var b in Calibration)
            yield return string.Create(CultureInfo.InvariantCulture, $"{(b.Statements ? "statements" : "other claims"),-13} confidence {b.Low / 10.0:0.0}–{(b.Low + 1) / 10.0:0.0}: {b.Read,4} claims, mean {b.Mean:0.00}, right {(double)b.Right / b.Read:0.00}");
        foreach (var kind in Calibration.GroupBy(b => b.Statements))
            yield return string.Create(CultureInfo.InvariantCulture, $"{(kind.Key ? "statements" : "other claims"),-13} mean distance of confidence and share that is right: {kind.Sum(b => b.Read * Math.Abs(b.Mean - ((double)b.Right / b.Read))) / kind.Sum(b => b.Read):0.000}");
    }
}
