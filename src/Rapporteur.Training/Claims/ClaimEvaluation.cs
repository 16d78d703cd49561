using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>How often the claims of one frame or rule are right.</summary>
/// <param name="Rule">Id of the frame or rule.</param>
/// <param name="Right">How many of its claims met an annotated one.</param>
/// <param name="Read">How many claims it read.</param>
public sealed record RulePrecision(string Rule, int Right, int Read);

/// <summary>Figures of a reader over a folder of annotated articles.</summary>
public sealed record ClaimEvaluation
{
    /// <summary>The figures.</summary>
    public required ClaimScore Score { get; init; }

    /// <summary>Precision of each rule, sorted by its id.</summary>
    public required ImmutableArray<RulePrecision> Rules { get; init; }

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
            }
        }

        return new() { Score = score, Rules = [.. rules.Select(r => new RulePrecision(r.Key, r.Value.Right, r.Value.Read))], Problems = problems.ToImmutable() };
    }

    /// <summary>One line for each rule: how many of its claims are right.</summary>
    public IEnumerable<string> RuleLines() =>
        Rules.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Rule,-40} {r.Right,5} of {r.Read,5}   P {(double)r.Right / r.Read:0.000}"));
}
