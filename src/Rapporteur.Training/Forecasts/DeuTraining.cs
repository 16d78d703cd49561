using System.Globalization;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>Learns what <c>rapporteur forecast deu</c> uses.</summary>
internal static class DeuTraining
{
    public static IEnumerable<string> Run(TrainingRequest request, Action<string> progress, CancellationToken cancel)
    {
        var issues = DeuFolder.Read(request.Data).Where(issue => issue.Outcome is not null).Select(issue => new MixedIssue(issue)).ToList();
        cancel.ThrowIfCancellationRequested();
        if (issues.Count == 0) throw new InvalidDataException("There is no issue whose outcome is known.");
        var weights = OutcomeLearning.Learn(issues);
        var forecaster = new OutcomeForecaster(weights);
        progress(string.Create(CultureInfo.InvariantCulture, $"{issues.Count} issues, ridge {weights.Ridge}, trim {weights.Trim}; CRPS on the issues that it learned from {issues.Average(issue => forecaster.Forecast(issue.Issue).Crps(issue.Issue.Outcome!.Value)):0.00}"));
        var target = Path.Combine(request.Output, "deu.tsv");
        File.WriteAllText(target, weights.Write(
            "Weights of the ways in which an issue of the European Union may end (docs/forecasts.md). Made by: rapporteur train deu DIR -o data/forecasts",
            "Learned from DEU III (Arregui and Perarnaud 2022, CC BY 4.0): the issues whose outcome is known."));
        yield return target;
    }
}
