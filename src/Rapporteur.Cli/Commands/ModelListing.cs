using Rapporteur.Analysis;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>Models as a user finds them: what each was published in, what it takes for granted, and its options or inputs.</summary>
internal static class ModelListing
{
    /// <summary>Names of the columns of <see cref="Csv(BargainingModel)"/>.</summary>
    public const string Columns = "id,name,paper,takes,assumptions,options,results";

    /// <summary>A model of positions as a row of commas.</summary>
    public static string Csv(BargainingModel model) => CsvText.Row(model.Id, model.Name, model.Paper, model.TakesManyDimensions ? "one issue or several" : "one issue at a time",
        CsvText.Several(model.Assumptions), CsvText.Several(model.Options.Select(option => $"{option.Name} ({option.Takes}; default {option.Values[0]}): {option.Meaning}")), null);

    /// <summary>A model of war or coercion as a row of commas.</summary>
    public static string Csv(CoercionModel model) => CsvText.Row(model.Id, model.Name, model.Paper, "numbers of its own",
        CsvText.Several(model.Assumptions), CsvText.Several(model.Inputs.Select(input => $"{input.Name}: {input.Meaning}")), CsvText.Several(model.Results.Select(result => $"{result.Name}: {result.Meaning}")));

    /// <summary>A model of positions as lines of text.</summary>
    public static IEnumerable<string> Text(BargainingModel model)
    {
        yield return $"{model.Id}: {model.Name}";
        yield return $"  paper    {model.Paper}";
        yield return $"  takes    {(model.TakesManyDimensions ? "one issue or several" : "one issue at a time")}";
        foreach (var assumption in model.Assumptions) yield return $"  assumes  {assumption}";
        foreach (var option in model.Options) yield return $"  option   {option.Name} ({option.Takes}; default {option.Values[0]}): {option.Meaning}";
    }

    /// <summary>A model of positions as a JSON object (<c>docs/models.md</c>).</summary>
    public static string Json(BargainingModel model) => JsonText.Object(json =>
    {
        json.WriteString("id", model.Id);
        json.WriteString("name", model.Name);
        json.WriteString("paper", model.Paper);
        json.WriteBoolean("severalIssues", model.TakesManyDimensions);
        json.Strings("assumptions", model.Assumptions);
        json.Objects("options", model.Options, option =>
        {
            json.WriteString("name", option.Name);
            json.WriteString("takes", option.Takes);
            json.WriteString("default", option.Values[0]);
            json.WriteString("meaning", option.Meaning);
        });
    });

    /// <summary>A model of war or coercion as lines of text.</summary>
    public static IEnumerable<string> Text(CoercionModel model)
    {
        yield return $"{model.Id}: {model.Name}";
        yield return $"  paper    {model.Paper}";
        foreach (var assumption in model.Assumptions) yield return $"  assumes  {assumption}";
        foreach (var input in model.Inputs) yield return $"  input    {input.Name}: {input.Meaning}";
        foreach (var (name, meaning) in model.Results) yield return $"  gives    {name}: {meaning}";
    }

    /// <summary>A model of war or coercion as a JSON object (<c>docs/coercion.md</c>).</summary>
    public static string Json(CoercionModel model) => JsonText.Object(json =>
    {
        json.WriteString("id", model.Id);
        json.WriteString("name", model.Name);
        json.WriteString("paper", model.Paper);
        json.Strings("assumptions", model.Assumptions);
        json.Strings("inputs", model.Inputs.Select(input => input.Name));
        json.Strings("results", model.Results.Select(result => result.Name));
    });
}
