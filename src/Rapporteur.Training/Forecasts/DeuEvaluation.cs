using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>How forecasts of the Union's decisions do on issues whose outcome is known, each forecast without having seen its proposal.</summary>
internal static class DeuEvaluation
{
    private const int Parts = 10, Deals = 5, Resamples = 2000, Splits = 20, Bins = 10;
    private const ulong FirstDeal = 101, ResampleSeed = 7, SplitSeed = 201;
    private const double SealedShare = 106.0 / 351;

    public static IEnumerable<string> Lines(EvaluationRequest request, CancellationToken cancel)
    {
        var all = DeuFolder.Read(request.Path);
        ImmutableArray<MixedIssue> open = [.. all.Where(issue => issue.Outcome is not null).Select(issue => new MixedIssue(issue))];
        if (open.Length < 2 * Parts) throw new InvalidDataException($"There are {open.Length} issues whose outcome is known; expected at least {2 * Parts}.");
        yield return $"{open.Length} issues of {open.Select(issue => issue.Issue.Dossier).Distinct().Count()} proposals whose outcome is known; {all.Length - open.Length} sealed";
        yield return $"{Parts} parts, proposals kept whole, dealt {Deals} times; whatever is learned or chosen is learned and chosen without the part that is forecast";
        yield return $"{"",-28} {"MAE",6} {"of median",9} {"CRPS",6} {"95 %",15} {"in 50",6} {"in 80",6} {"in 90",6}   published: MAE, CRPS (351 issues)";
        var scores = new Dictionary<string, ImmutableArray<MethodScore>>(StringComparer.Ordinal);
        foreach (var method in ForecastMethod.All)
        {
            cancel.ThrowIfCancellationRequested();
            var each = scores[method.Id] = Unseen(method, open, request.Threads, cancel);
            yield return Row(method, each, open);
        }

        var (ours, pce) = (scores[ForecastMethod.Ours.Id], scores[ForecastMethod.KernelPce.Id]);
        var difference = ours.Select((score, i) => score.Crps - pce[i].Crps).ToArray();
        yield return string.Create(CultureInfo.InvariantCulture, $"CRPS of {ForecastMethod.Ours.Id} less that of {ForecastMethod.KernelPce.Id}: {difference.Average():0.00} (95 % {Interval(difference, open)})");
        foreach (var line in Reliability(open, request.Threads)) yield return line;
        foreach (var line in LikeSealed(open, request.Threads)) yield return line;
    }

    private static string Row(ForecastMethod method, ImmutableArray<MethodScore> each, ImmutableArray<MixedIssue> issues)
    {
        var mean = MethodScore.Mean(each);
        string Published(double? figure) => figure?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";
        return string.Create(CultureInfo.InvariantCulture,
            $"{method.Id,-28} {mean.Error,6:0.00} {mean.MedianError,9:0.00} {mean.Crps,6:0.00} {Interval([.. each.Select(score => score.Crps)], issues),15} {mean.Half,6:0.000} {mean.Most,6:0.000} {mean.Nearly,6:0.000}   {Published(method.PublishedError)}, {Published(method.PublishedCrps)}");
    }

    // For each issue the mean over dealings.
    private static ImmutableArray<MethodScore> Unseen(ForecastMethod method, ImmutableArray<MixedIssue> open, int threads, CancellationToken cancel)
    {
        var (deals, found) = (method.Learns ? Deals : 1, new MethodScore[method.Learns ? Deals : 1, open.Length]);
        Parallel.For(0, deals * Parts, new() { MaxDegreeOfParallelism = threads, CancellationToken = cancel }, job =>
        {
            var (deal, part) = (job / Parts, job % Parts);
            var parts = GroupedFolds.Of([.. open.Select(issue => issue.Issue)], Parts, FirstDeal + (ulong)deal);
            var forecaster = method.Learn([.. open.Where((_, i) => parts[i] != part)]);
            for (var i = 0; i < open.Length; i++)
                if (parts[i] == part) found[deal, i] = MethodScore.Of(forecaster, open[i].Issue);
        });
        return [.. open.Select((_, i) => MethodScore.Mean([.. Enumerable.Range(0, deals).Select(deal => found[deal, i])]))];
    }

    // Proposals drawn with replacement; the middle 95 % of the means.
    private static string Interval(double[] values, ImmutableArray<MixedIssue> issues)
    {
        var dossiers = issues.Select((issue, i) => (issue.Issue.Dossier, i)).GroupBy(pair => pair.Dossier, pair => values[pair.i], StringComparer.Ordinal).Select(group => (Sum: group.Sum(), Count: group.Count())).ToArray();
        var means = new double[Resamples];
        for (var r = 0; r < Resamples; r++)
        {
            var (chance, sum, count) = (new ChanceStream(ResampleSeed, (ulong)r), 0.0, 0);
            for (var d = 0; d < dossiers.Length; d++)
            {
                var drawn = dossiers[chance.Below(dossiers.Length)];
                sum += drawn.Sum;
                count += drawn.Count;
            }

            means[r] = sum / count;
        }

        Array.Sort(means);
        return string.Create(CultureInfo.InvariantCulture, $"{means[(int)(Resamples * .025)]:0.00} to {means[(int)(Resamples * .975)]:0.00}");
    }

    // Where outcomes fall among forecasts: a tenth in each tenth where forecasts mean what they say.
    private static IEnumerable<string> Reliability(ImmutableArray<MixedIssue> open, int threads)
    {
        yield return "share of outcomes in each tenth of the forecast before it was trimmed (.100 each where forecasts mean what they say), and after";
        var (plain, trimmed) = (new double[Parts, Bins], new double[Parts, Bins]);
        var parts = GroupedFolds.Of([.. open.Select(issue => issue.Issue)], Parts, FirstDeal);
        Parallel.For(0, Parts, new() { MaxDegreeOfParallelism = threads }, part =>
        {
            var weights = OutcomeLearning.Learn([.. open.Where((_, i) => parts[i] != part)]);
            foreach (var issue in open.Where((_, i) => parts[i] == part))
            {
                Place(new OutcomeForecaster(weights with { Trim = 0 }).Forecast(issue.Issue).Rank(issue.Issue.Outcome!.Value), plain, part);
                Place(new OutcomeForecaster(weights).Forecast(issue.Issue).Rank(issue.Issue.Outcome!.Value), trimmed, part);
            }
        });
        foreach (var shares in new[] { plain, trimmed })
            yield return "  " + string.Join(' ', Enumerable.Range(0, Bins).Select(bin => (Enumerable.Range(0, Parts).Sum(part => shares[part, bin]) / open.Length).ToString("0.000", CultureInfo.InvariantCulture)));
    }

    private static void Place((double Below, double UpTo) rank, double[,] shares, int part)
    {
        if (rank.UpTo <= rank.Below)
        {
            shares[part, Math.Clamp((int)(rank.UpTo * Bins), 0, Bins - 1)]++;
            return;
        }

        for (var bin = 0; bin < Bins; bin++)
        {
            var (from, to) = (Math.Max(rank.Below, (double)bin / Bins), Math.Min(rank.UpTo, (bin + 1.0) / Bins));
            if (to > from) shares[part, bin] += (to - from) / (rank.UpTo - rank.Below);
        }
    }

    // As the sealed issues were set aside: at random, so that other issues of a proposal may be among those that are learned from.
    private static IEnumerable<string> LikeSealed(ImmutableArray<MixedIssue> open, int threads)
    {
        var aside = (int)Math.Round(open.Length * SealedShare);
        yield return $"{Splits} random splits, {aside} issues set aside as the sealed ones were (their proposals may be known): mean CRPS, standard deviation between splits, in 80";
        foreach (var method in new[] { ForecastMethod.KernelPce, ForecastMethod.Ours })
        {
            var found = new MethodScore[Splits];
            Parallel.For(0, Splits, new() { MaxDegreeOfParallelism = threads }, split =>
            {
                var (order, chance) = (open.ToArray(), new ChanceStream(SplitSeed, (ulong)split));
                for (var i = order.Length - 1; i > 0; i--)
                {
                    var other = chance.Below(i + 1);
                    (order[i], order[other]) = (order[other], order[i]);
                }

                var forecaster = method.Learn(order[aside..]);
                found[split] = MethodScore.Mean([.. order[..aside].Select(issue => MethodScore.Of(forecaster, issue.Issue))]);
            });
            var mean = MethodScore.Mean(found);
            var deviation = Math.Sqrt(found.Sum(score => (score.Crps - mean.Crps) * (score.Crps - mean.Crps)) / (Splits - 1));
            yield return string.Create(CultureInfo.InvariantCulture, $"  {method.Id,-28} {mean.Crps:0.00} {deviation:0.00} {mean.Most:0.000}");
        }

        var (train, dev) = (open.Where(issue => issue.Issue.Part == "train").ToArray(), open.Where(issue => issue.Issue.Part == "dev").ToArray());
        if (train.Length == 0 || dev.Length == 0) yield break;
        yield return $"learned from the {train.Length} issues of train, measured on the {dev.Length} of dev: CRPS, in 80";
        foreach (var method in new[] { ForecastMethod.KernelPce, ForecastMethod.Ours })
        {
            var forecaster = method.Learn(train);
            var mean = MethodScore.Mean([.. dev.Select(issue => MethodScore.Of(forecaster, issue.Issue))]);
            yield return string.Create(CultureInfo.InvariantCulture, $"  {method.Id,-28} {mean.Crps:0.00} {mean.Most:0.000}");
        }
    }
}
