using System.CommandLine;
using System.Text.Json;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur models [ID]</c>: the models of positions, with paper, assumptions and options.</summary>
internal static class ModelsCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand("models", "Lists the models that forecast where positions go: what each was published in, what it takes for granted, and its options.", "rapporteur models", "rapporteur models scholz-code", "rapporteur models --json");
        var id = new Argument<string?>("ID") { Description = "Only this model.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "One JSON object a line (docs/models.md)." };
        command.Add(id);
        command.Add(json);
        command.SetAction((call, _) => Task.FromResult(Run(terminal, call.GetValue(id), call.GetValue(json))));
        return command;
    }

    /// <summary>The model of an id; throws <see cref="CallException"/> for one that is not there.</summary>
    public static BargainingModel Find(string id) =>
        BargainingModels.Find(id) ?? throw new CallException($"There is no model {id}; there are {string.Join(", ", BargainingModels.All.Select(m => m.Id))}.");

    private static int Run(Terminal terminal, string? id, bool json)
    {
        foreach (var model in id is null ? BargainingModels.All : [Find(id)])
            if (json) terminal.Out.Write(JsonText.Object(fields => Write(fields, model)) + "\n");
            else Tell(terminal.Out, model);
        return ExitCode.Ok;
    }

    private static void Tell(TextWriter output, BargainingModel model)
    {
        output.WriteLine($"{model.Id}: {model.Name}");
        output.WriteLine($"  paper    {model.Paper}");
        output.WriteLine($"  takes    {(model.TakesManyDimensions ? "one issue or several" : "one issue at a time")}");
        foreach (var assumption in model.Assumptions) output.WriteLine($"  assumes  {assumption}");
        foreach (var option in model.Options) output.WriteLine($"  option   {option.Name} ({option.Takes}; default {option.Values[0]}): {option.Meaning}");
        output.WriteLine();
    }

    private static void Write(Utf8JsonWriter json, BargainingModel model)
    {
        json.WriteString("id", model.Id);
        json.WriteString("name", model.Name);
        json.WriteString("paper", model.Paper);
        json.WriteBoolean("severalIssues", model.TakesManyDimensions);
        json.WriteStartArray("assumptions");
        foreach (var assumption in model.Assumptions) json.WriteStringValue(assumption);
        json.WriteEndArray();
        json.WriteStartArray("options");
        foreach (var option in model.Options)
        {
            json.WriteStartObject();
            json.WriteString("name", option.Name);
            json.WriteString("takes", option.Takes);
            json.WriteString("default", option.Values[0]);
            json.WriteString("meaning", option.Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
